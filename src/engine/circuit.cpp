// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/circuit.hpp>

#include "flatten.hpp"
#include "gates.hpp"
#include "schedule.hpp"

#include <map>
#include <utility>

namespace finsam {
namespace {

/// More codes than this are one test: a wire for each would take more registers than it saves.
constexpr std::size_t most_single_codes = 32;

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
