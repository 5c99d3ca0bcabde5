// SPDX-License-Identifier: BSL-1.0
#include "leaf_test.hpp"

#include "rules/constants.hpp"
#include "rules/threshold.hpp"

#include <algorithm>

namespace finsam {

std::vector<std::uint64_t> members_of(fact_declaration const& set,
                                      std::vector<std::string> const& wanted)
{
    std::vector<std::uint64_t> members((set.values.size() + 63) / 64);
    for (auto const& value : wanted) {
        auto const bit = static_cast<std::size_t>(position_of(set, value));
        members[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    return members;
}

test test_of(leaf const& written, std::uint32_t column, fact_declaration const& about, date as_of)
{
    auto const& value = written.value;
    test asked{.column = column};
    auto const number = [&] { return number_of(about, value); };
    auto const strings = [&] { return std::get<std::vector<std::string>>(value); };
    switch (written.compare) {
    case comparator::is:
        if (about.kind == fact_kind::code) {
            asked.kind = test_kind::one_of_codes;
            asked.codes = {std::get<std::string>(value)};
        } else {
            asked.low = asked.high = number();
        }
        break;
    case comparator::one_of:
        if (about.kind == fact_kind::code) {
            asked.kind = test_kind::one_of_codes;
            asked.codes = strings();
            std::sort(asked.codes.begin(), asked.codes.end());
        } else {
            asked.kind = test_kind::one_of_numbers;
            if (auto const* numbers = std::get_if<std::vector<amount>>(&value))
                for (auto const& one : *numbers)
                    asked.numbers.push_back(static_cast<std::int32_t>(std::get<std::int64_t>(one)));
            else
                for (auto const& one : strings())
                    asked.numbers.push_back(static_cast<std::int32_t>(position_of(about, one)));
            std::sort(asked.numbers.begin(), asked.numbers.end());
        }
        break;
    case comparator::at_least:
    case comparator::on_or_after:
        asked.low = number();
        break;
    case comparator::more_than:
    case comparator::after:
        asked.low = number() + 1;
        break;
    case comparator::at_most:
    case comparator::on_or_before:
        asked.high = number();
        break;
    case comparator::less_than:
    case comparator::before:
        asked.high = number() - 1;
        break;
    case comparator::contains:
        asked.kind = test_kind::contains_any;
        asked.members = members_of(about, {std::get<std::string>(value)});
        break;
    case comparator::contains_any:
        asked.kind = test_kind::contains_any;
        asked.members = members_of(about, strings());
        break;
    case comparator::contains_all:
        asked.kind = test_kind::contains_all;
        asked.members = members_of(about, strings());
        break;
    case comparator::count_at_least:
        asked.kind = test_kind::count_at_least;
        asked.low = number();
        break;
    case comparator::reached:
    case comparator::not_reached: {
        auto const& time = std::get<anniversary>(value);
        auto const last =
            last_day_reached(std::get<std::int64_t>(time.count), time.unit, time.counted, as_of);
        if (written.compare == comparator::reached)
            asked.high = last;
        else
            asked.low = std::int64_t{last} + 1;
        break;
    }
    case comparator::is_none:
        asked.kind = std::get<bool>(value) ? test_kind::is_none : test_kind::is_some;
        break;
    }
    return asked;
}

} // namespace finsam
