// SPDX-License-Identifier: BSL-1.0
#include "answering.hpp"

#include <algorithm>
#include <bit>

namespace finsam {
namespace {

bool holds(test const& asked, cell const& fact)
{
    auto const& has = fact.members;
    switch (asked.kind) {
    case test_kind::in_range:
        return asked.low <= fact.number && fact.number <= asked.high;
    case test_kind::one_of_numbers:
        return std::binary_search(asked.numbers.begin(), asked.numbers.end(), fact.number);
    case test_kind::one_of_codes:
        return std::binary_search(asked.codes.begin(), asked.codes.end(), fact.code);
    case test_kind::contains_any:
        for (std::size_t i = 0; i < asked.members.size() && i < has.size(); ++i)
            if ((asked.members[i] & has[i]) != 0)
                return true;
        return false;
    case test_kind::contains_all:
        for (std::size_t i = 0; i < asked.members.size(); ++i)
            if ((asked.members[i] & ~(i < has.size() ? has[i] : 0)) != 0)
                return false;
        return true;
    case test_kind::count_at_least: {
        std::int64_t count = 0;
        for (auto const word : has)
            count += std::popcount(word);
        return count >= asked.low;
    }
    case test_kind::is_none:
        return false;
    case test_kind::is_some:
        return true;
    }
    return false;
}

/// The people for whom at least k of the bits are set.
///
/// The count of each person stands across the planes, lowest bit first; adding a word is a ripple
/// of carries that is two planes long on average.
class bit_count
{
public:
    void add(std::uint64_t word)
    {
        for (auto& plane : planes_) {
            auto const carry = plane & word;
            plane ^= word;
            word = carry;
            if (word == 0)
                return;
        }
        if (word != 0)
            planes_.push_back(word);
    }

    [[nodiscard]] std::uint64_t at_least(std::uint64_t k) const
    {
        if (planes_.size() < 64 && k >> planes_.size() != 0)
            return 0;
        auto met = ~std::uint64_t{0}; // equal so far is enough
        for (std::size_t i = 0; i < planes_.size(); ++i)
            met = (k >> i & 1) != 0 ? planes_[i] & met : planes_[i] | met;
        return met;
    }

private:
    std::vector<std::uint64_t> planes_;
};

} // namespace

truth at_least(std::int64_t k, std::vector<truth> const& answers)
{
    auto const yes = std::ranges::count(answers, truth::yes);
    auto const possible =
        static_cast<std::ptrdiff_t>(answers.size()) - std::ranges::count(answers, truth::no);
    return yes >= k ? truth::yes : possible >= k ? truth::unknown : truth::no;
}

truth_word at_least(std::int64_t k, std::vector<truth_word> const& answers)
{
    if (k <= 0)
        return certain_yes<truth_word>;
    bit_count yes, possible;
    for (auto const one : answers) {
        yes.add(one.yes);
        possible.add(~one.no);
    }
    auto const needed = static_cast<std::uint64_t>(k);
    return {.yes = yes.at_least(needed), .no = ~possible.at_least(needed)};
}

truth answer_test(test const& asked, cell const& fact)
{
    switch (fact.state) {
    case fact_state::unknown:
    case fact_state::withheld:
        return truth::unknown;
    case fact_state::none:
        return asked.kind == test_kind::is_none ? truth::yes : truth::no;
    case fact_state::value:
        return holds(asked, fact) ? truth::yes : truth::no;
    }
    return truth::unknown;
}

std::vector<truth> answers_about(program const& lowered, person const& someone)
{
    std::vector<truth> tests, nodes;
    tests.reserve(lowered.tests.size());
    for (auto const& asked : lowered.tests)
        tests.push_back(answer_test(asked, someone.facts[asked.column]));
    answer_nodes(lowered, tests, nodes);
    return nodes;
}

} // namespace finsam
