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

} // namespace

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

} // namespace finsam
