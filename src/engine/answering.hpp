// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/person.hpp>
#include <finsam/engine/program.hpp>
#include <finsam/engine/truth.hpp>
#include <finsam/engine/truth_word.hpp>

#include <cstdint>
#include <vector>

namespace finsam {

/// The answer that settles an empty "all of", for either carrier.
template<class Carrier>
inline constexpr Carrier certain_yes{};
template<>
inline constexpr truth certain_yes<truth> = truth::yes;
template<>
inline constexpr truth_word certain_yes<truth_word> = {.yes = ~std::uint64_t{0}, .no = 0};

/// At least k of the answers, in Kleene's sense: the k-th largest of them.
///
/// Complexity: O(answers).
[[nodiscard]] truth at_least(std::int64_t k, std::vector<truth> const& answers);
/// The same for sixty-four people, by adding up bit planes.
///
/// Complexity: O(answers), and the logarithm of their number for the comparison.
[[nodiscard]] truth_word at_least(std::int64_t k, std::vector<truth_word> const& answers);

/// Answers every node of the program from the answers of its tests, children first.
///
/// The one meaning of rules: one person and sixty-four people differ in the carrier alone.
///
/// Complexity: O(nodes + children).
template<class Carrier>
void answer_nodes(program const& lowered, std::vector<Carrier> const& tests,
                  std::vector<Carrier>& nodes)
{
    nodes.resize(lowered.nodes.size());
    std::vector<Carrier> several;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        auto const& one = lowered.nodes[i];
        auto const child = [&](std::uint32_t k) -> Carrier {
            return nodes[lowered.children[one.first + k]];
        };
        Carrier all = certain_yes<Carrier>;
        Carrier any = !certain_yes<Carrier>;
        switch (one.kind) {
        case node_kind::leaf:
            nodes[i] = tests[one.test];
            break;
        case node_kind::rule:
            nodes[i] = child(0);
            break;
        case node_kind::all_of:
            for (std::uint32_t k = 0; k < one.count; ++k)
                all = all && child(k);
            nodes[i] = all;
            break;
        case node_kind::any_of:
        case node_kind::none_of:
            for (std::uint32_t k = 0; k < one.count; ++k)
                any = any || child(k);
            nodes[i] = one.kind == node_kind::any_of ? any : !any;
            break;
        case node_kind::at_least_of:
            several.clear();
            for (std::uint32_t k = 0; k < one.count; ++k)
                several.push_back(child(k));
            nodes[i] = at_least(one.at_least, several);
            break;
        }
    }
}

/// The answer of one lowered leaf about one fact.
[[nodiscard]] truth answer_test(test const& asked, cell const& fact);

/// The answer of every node about one person.
///
/// Precondition: the person has the program's columns.
/// Complexity: O(nodes + children).
[[nodiscard]] std::vector<truth> answers_about(program const& lowered, person const& someone);

} // namespace finsam
