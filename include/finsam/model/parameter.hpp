// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/citation.hpp>
#include <finsam/model/period.hpp>
#include <finsam/model/text.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// A value of a parameter from a day on (daterat värde).
struct dated_value
{
    date from{};
    std::int64_t value = 0;
    std::optional<citation> cite{};

    friend bool operator==(dated_value const&, dated_value const&) = default;
};
BOOST_DESCRIBE_STRUCT(dated_value, (), (from, value, cite))

/// A number that changes with time and has a source for each value (parameter).
struct parameter
{
    std::string id{};
    std::optional<text> label{};
    std::vector<dated_value> values{};

    friend bool operator==(parameter const&, parameter const&) = default;
};
BOOST_DESCRIBE_STRUCT(parameter, (), (id, label, values))

/// The value in force on the day: the last one whose `from` is not later; null before the first.
///
/// Precondition: the values ascend by `from`.
[[nodiscard]] inline dated_value const* value_on(parameter const& number, date day)
{
    dated_value const* found = nullptr;
    for (auto const& value : number.values)
        if (value.from <= day)
            found = &value;
    return found;
}

} // namespace finsam
