// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/citation.hpp>
#include <finsam/model/period.hpp>
#include <finsam/model/text.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace finsam {

/// How a leaf compares a fact with its constant (jämförelse).
enum class comparator
{
    is,
    one_of,
    at_least,
    more_than,
    at_most,
    less_than,
    contains,
    contains_any,
    contains_all,
    count_at_least,
    on_or_before,
    before,
    on_or_after,
    after,
    reached,
    not_reached,
    is_none
};
BOOST_DESCRIBE_ENUM(comparator, is, one_of, at_least, more_than, at_most, less_than, contains,
                    contains_any, contains_all, count_at_least, on_or_before, before, on_or_after,
                    after, reached, not_reached, is_none)

/// The name of a parameter, standing where a number stands (hänvisning till parameter).
struct parameter_reference
{
    std::string parameter{};

    friend bool operator==(parameter_reference const&, parameter_reference const&) = default;
};
BOOST_DESCRIBE_STRUCT(parameter_reference, (), (parameter))

/// A number, written out or by a parameter's name (tal).
using amount = std::variant<std::int64_t, parameter_reference>;

/// What an anniversary counts in (tidsenhet).
enum class time_unit
{
    years,
    months,
    days
};
BOOST_DESCRIBE_ENUM(time_unit, years, months, days)

/// From which day an anniversary counts: itself, the first of its month, 1 July or 1 January of
/// its year (räknas från).
enum class counting
{
    day,
    month,
    july,
    year
};
BOOST_DESCRIBE_ENUM(counting, day, month, july, year)

/// A number of years, months or days after a date (årsdag).
///
/// Where the day does not exist in the month, the month's last day stands for it.
///
/// Units:  at most 1000 years, 12000 months or 400000 days.
/// Source: SFS 1930:173 1 §.
struct anniversary
{
    amount count{};
    time_unit unit = time_unit::years;
    counting counted = counting::day;

    friend bool operator==(anniversary const&, anniversary const&) = default;
};
BOOST_DESCRIBE_STRUCT(anniversary, (), (count, unit, counted))

/// What a fact is compared with (konstant).
using constant = std::variant<bool, amount, date, anniversary, std::string,
                              std::vector<std::string>, std::vector<amount>>;

/// One question about one fact (villkor om en uppgift).
struct leaf
{
    std::string fact{};
    comparator compare{};
    constant value{};

    friend bool operator==(leaf const&, leaf const&) = default;
};
BOOST_DESCRIBE_STRUCT(leaf, (), (fact, compare, value))

/// A criterion by the name of the rule that holds it (hänvisning till regel).
struct rule_reference
{
    std::string rule{};

    friend bool operator==(rule_reference const&, rule_reference const&) = default;
};
BOOST_DESCRIBE_STRUCT(rule_reference, (), (rule))

/// How many of a group's criteria must be met (kvantifikator).
enum class quantifier
{
    all_of,
    any_of,
    none_of,
    at_least_of
};
BOOST_DESCRIBE_ENUM(quantifier, all_of, any_of, none_of, at_least_of)

struct criterion;

/// Several criteria together (grupp av kriterier).
///
/// `count` belongs to `at_least_of` alone and is 0 elsewhere.
struct group
{
    finsam::quantifier quantifier{};
    std::vector<criterion> of;
    amount count{};

    friend FINSAM_EXPORT bool operator==(group const&, group const&);
};

/// What a rule demands: a leaf, a rule by name or a group of criteria (kriterium).
struct criterion
{
    std::variant<leaf, rule_reference, group> form{};
    std::optional<text> label{};
    std::optional<citation> cite{};

    friend bool operator==(criterion const&, criterion const&) = default;
};
BOOST_DESCRIBE_STRUCT(group, (), (quantifier, of, count))
BOOST_DESCRIBE_STRUCT(criterion, (), (form, label, cite))

} // namespace finsam
