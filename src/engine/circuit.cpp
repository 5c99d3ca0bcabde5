// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/circuit.hpp>

#include "schedule.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace finsam {
namespace {

/// More codes than this are one test: a wire for each would take more registers than it saves.
constexpr std::size_t most_single_codes = 32;

constexpr wire wire_at(std::size_t index)
{
    return static_cast<wire>(index);
}

/// Gates with hash-consing: asked for the same twice, it gives the same wire.
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

/// The tests of a circuit, and the rails of each test of the program.
class inputs
{
public:
    explicit inputs(program const& lowered)
    {
        for (auto const& one : lowered.tests) {
            auto& parts = of_.emplace_back();
            // None at all is still asked of each person: who is unknown stays unknown.
            if (one.kind == test_kind::one_of_codes && !one.codes.empty()
                && one.codes.size() <= most_single_codes)
                for (auto const& code : one.codes) {
                    auto single = one;
                    single.codes = {code};
                    parts.push_back(add(std::move(single)));
                }
            else
                parts.push_back(add(one));
        }
    }

    /// A value is one of several codes if it is the first or the second and so on, and none of them
    /// if it is known to be none of them.
    [[nodiscard]] rails of(std::size_t test, gates& into) const
    {
        std::vector<wire> yes, no;
        for (auto const one : of_[test]) {
            yes.push_back(wire_at(2 * one));
            no.push_back(wire_at(2 * one + 1));
        }
        return {into.make(gate_kind::any, 0, std::move(yes)),
                into.make(gate_kind::all, 0, std::move(no))};
    }

    std::vector<test> tests;

private:
    std::size_t add(test one)
    {
        auto const [known, is_new] = known_.emplace(one, tests.size());
        if (is_new)
            tests.push_back(std::move(one));
        return known->second;
    }

    std::vector<std::vector<std::size_t>> of_;
    std::map<test, std::size_t> known_;
};

/// The rails of every node, children first.
std::vector<rails> rails_of_nodes(program const& lowered, inputs const& in, gates& into)
{
    std::vector<rails> nodes;
    nodes.reserve(lowered.nodes.size());
    for (auto const& one : lowered.nodes) {
        if (one.kind == node_kind::leaf) {
            nodes.push_back(in.of(one.test, into));
            continue;
        }
        std::vector<wire> yes, no;
        for (std::uint32_t k = 0; k < one.count; ++k) {
            auto const child = nodes[lowered.children[one.first + k]];
            yes.push_back(child.yes);
            no.push_back(child.no);
        }
        rails made;
        switch (one.kind) {
        case node_kind::leaf:
            break;
        case node_kind::rule:
            made = {yes[0], no[0]};
            break;
        case node_kind::all_of:
            made = {into.make(gate_kind::all, 0, std::move(yes)),
                    into.make(gate_kind::any, 0, std::move(no))};
            break;
        case node_kind::any_of:
            made = {into.make(gate_kind::any, 0, std::move(yes)),
                    into.make(gate_kind::all, 0, std::move(no))};
            break;
        case node_kind::none_of:
            made = {into.make(gate_kind::all, 0, std::move(no)),
                    into.make(gate_kind::any, 0, std::move(yes))};
            break;
        case node_kind::at_least_of: {
            if (one.at_least == 0) {
                made = {wire::always, wire::never};
                break;
            }
            auto const needed = std::size_t{one.at_least};
            if (needed > one.count) {
                made = {wire::never, wire::always};
                break;
            }
            // Fewer than `needed` can still be yes when so many are no.
            made = {into.make(gate_kind::at_least, needed, std::move(yes)),
                    into.make(gate_kind::at_least, one.count - needed + 1, std::move(no))};
            break;
        }
        }
        nodes.push_back(made);
    }
    return nodes;
}

/// The same gates, those that one other gate of their kind asks for alone drawn into it, and
/// without those that nobody asks for.
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

} // namespace

circuit make_circuit(program const& lowered)
{
    inputs in(lowered);
    gates first(in.tests.size());
    auto const nodes = rails_of_nodes(lowered, in, first);
    circuit made;
    for (auto const& one : lowered.needs_groups)
        made.questions.push_back(nodes[one.root]);
    for (auto const& one : lowered.interventions)
        made.questions.push_back(nodes[one.root]);
    auto last = flattened(first, in.tests.size(), made.questions);
    made.tests = std::move(in.tests);
    made.gates = std::move(last.all());
    made.wires = std::move(last.wires());
    schedule(made);
    return made;
}

} // namespace finsam
