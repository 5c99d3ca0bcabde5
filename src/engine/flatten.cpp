// SPDX-License-Identifier: BSL-1.0
#include "flatten.hpp"

#include <cstdint>
#include <utility>

namespace finsam {

gates flattened(gates& from, std::size_t tests, std::vector<rails>& questions)
{
    std::vector<std::uint32_t> asked(from.size());
    auto const ask = [&](wire one) {
        if (from.is_gate(one))
            ++asked[from.index_of(one)];
    };
    for (auto const& one : questions) {
        ask(one.yes);
        ask(one.no);
    }
    for (std::size_t g = from.size(); g > 0; --g)
        if (asked[g - 1] != 0)
            for (std::uint32_t k = 0; k < from[g - 1].count; ++k)
                ask(from.wires()[from[g - 1].first + k]);

    // From the outermost inwards: what is drawn in is not made by itself.
    std::vector<bool> drawn(from.size());
    for (std::size_t g = from.size(); g > 0; --g) {
        auto const& one = from[g - 1];
        if (asked[g - 1] == 0 || one.kind == gate_kind::at_least)
            continue;
        for (std::uint32_t k = 0; k < one.count; ++k) {
            auto const in = from.wires()[one.first + k];
            if (from.is_gate(in) && asked[from.index_of(in)] == 1
                && from[from.index_of(in)].kind == one.kind)
                drawn[from.index_of(in)] = true;
        }
    }

    gates made(tests);
    std::vector<wire> as(from.size(), wire::never);
    std::vector<std::vector<wire>> inner(from.size()); // of the drawn ones
    for (std::size_t g = 0; g < from.size(); ++g) {
        auto const& one = from[g];
        if (asked[g] == 0)
            continue;
        std::vector<wire> of;
        for (std::uint32_t k = 0; k < one.count; ++k) {
            auto const in = from.wires()[one.first + k];
            if (!from.is_gate(in)) {
                of.push_back(in);
            } else if (auto const i = from.index_of(in); drawn[i]) {
                of.insert(of.end(), inner[i].begin(), inner[i].end());
                inner[i] = {};
            } else {
                of.push_back(as[i]);
            }
        }
        if (drawn[g])
            inner[g] = std::move(of);
        else
            as[g] = made.make(one.kind, one.needed, std::move(of));
    }
    for (auto& one : questions)
        for (auto* rail : {&one.yes, &one.no})
            if (from.is_gate(*rail))
                *rail = as[from.index_of(*rail)];
    return made;
}

} // namespace finsam
