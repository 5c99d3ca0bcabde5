// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/circuit.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace finsam {

/// The wire with the number (ledning).
[[nodiscard]] constexpr wire wire_at(std::size_t index)
{
    return static_cast<wire>(index);
}

/// Gates in the making (grindar), with hash-consing: asked for the same twice, it gives the same
/// wire.
class gates
{
public:
    explicit gates(std::size_t tests)
        : first_(2 * tests)
    {}

    wire make(gate_kind kind, std::size_t needed, std::vector<wire> of)
    {
        if (kind == gate_kind::at_least)
            return at_least(needed, std::move(of));
        auto const neutral = kind == gate_kind::all ? wire::always : wire::never;
        auto const settles = kind == gate_kind::all ? wire::never : wire::always;
        std::sort(of.begin(), of.end());
        of.erase(std::unique(of.begin(), of.end()), of.end());
        std::erase(of, neutral);
        if (std::find(of.begin(), of.end(), settles) != of.end())
            return settles;
        if (of.empty())
            return neutral;
        if (of.size() == 1)
            return of[0];
        return add(kind, 0, std::move(of));
    }

    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] gate const& operator[](std::size_t index) const { return all_[index]; }
    [[nodiscard]] std::vector<gate>& all() { return all_; }
    [[nodiscard]] std::vector<wire>& wires() { return wires_; }
    [[nodiscard]] bool is_gate(wire one) const
    {
        return one != wire::always && one != wire::never && static_cast<std::size_t>(one) >= first_;
    }
    [[nodiscard]] std::size_t index_of(wire one) const
    {
        return static_cast<std::size_t>(one) - first_;
    }

private:
    /// A wire may stand among these more than once, and counts as often.
    wire at_least(std::size_t needed, std::vector<wire> of)
    {
        auto const given = static_cast<std::size_t>(std::count(of.begin(), of.end(), wire::always));
        std::erase(of, wire::always);
        std::erase(of, wire::never);
        if (needed <= given)
            return wire::always;
        needed -= given;
        if (needed > of.size())
            return wire::never;
        if (needed == 1)
            return make(gate_kind::any, 0, std::move(of));
        if (needed == of.size())
            return make(gate_kind::all, 0, std::move(of));
        std::sort(of.begin(), of.end());
        return add(gate_kind::at_least, needed, std::move(of));
    }

    wire add(gate_kind kind, std::size_t needed, std::vector<wire> of)
    {
        auto const next = wire_at(first_ + all_.size());
        auto const [known, is_new] = known_.emplace(std::tuple(kind, needed, std::move(of)), next);
        if (is_new) {
            auto const& inputs = std::get<2>(known->first);
            all_.push_back({kind, static_cast<std::uint32_t>(needed),
                            static_cast<std::uint32_t>(wires_.size()),
                            static_cast<std::uint32_t>(inputs.size())});
            wires_.insert(wires_.end(), inputs.begin(), inputs.end());
        }
        return known->second;
    }

    std::size_t first_;
    std::vector<gate> all_;
    std::vector<wire> wires_;
    std::map<std::tuple<gate_kind, std::size_t, std::vector<wire>>, wire> known_;
};

} // namespace finsam
