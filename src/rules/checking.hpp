// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include "rules/limits.hpp"
#include "rules/registry.hpp"
#include "rules/told_places.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::checking {

/// "it is at least 1": the limits as a hint.
[[nodiscard]] std::string in_words(limits allowed);

/// A parameter standing where a number stands, and the numbers that are allowed there.
struct parameter_use
{
    std::string_view parameter;
    std::string pointer;
    limits allowed;
};

/// A rule named by a criterion, a needs group or an intervention.
struct rule_use
{
    std::string_view rule;
    std::string pointer;
};

/// What the criteria of one rule, needs group or intervention name, in document order.
struct body
{
    std::vector<rule_use> rules{};
    std::vector<parameter_use> parameters{};
    bool tests_work_capacity = false;
};

/// A plan being checked: what its lists name, what its criteria use and what has been told.
///
/// The checks share it and run in one order; what an earlier one has told, a later one relies on
/// not having to tell.
struct state
{
    plan const& agreed;
    std::optional<date> as_of;
    told_places told{};

    registry members{"member or other organisation", "members and others"};
    registry own_members{"member", "members"}; ///< without the others
    registry facts{"fact", "facts"};
    registry parameters{"parameter", "parameters"};
    registry rules{"rule", "rules"};
    registry needs_groups{"needs group", "needs groups"};
    registry declarations{"declaration", "declarations"};
    registry interventions{"intervention", "interventions"};
    registry mandates{"mandate", "mandates"};

    std::vector<body> rule_bodies{};
    std::vector<body> group_bodies{};
    std::vector<body> intervention_bodies{};

    /// Whether a part that could not be read may use any rule, parameter or fact.
    bool uses_are_hidden = false;

    /// Whether a party that the act requires is missing.
    bool lacks_party = false;

    std::vector<diagnostic> found{};

    /// Tells one mistake and, if it is an error, covers its place; silent where one has been told.
    bool tell(diagnostic_code code, std::string_view pointer, std::string message,
              std::string hint);
    /// Tells that an object has no such key, and covers the place that the key would have.
    template<detail::described_struct T>
    bool tell_missing(std::string_view object, std::string_view key, std::string message,
                      std::string hint)
    {
        if (told.hide<T>(object, key))
            return false;
        return tell_about(object, under(object, key), diagnostic_code::missing_key,
                          std::move(message), std::move(hint));
    }
    /// Tells at one place about another, which is then covered; about none if it is empty.
    bool tell_about(std::string_view pointer, std::string covered, diagnostic_code code,
                    std::string message, std::string hint);

    /// The number in the registry of a name that is used at a place; tells `dangling_id`.
    std::optional<std::size_t> resolve(registry& among, std::string_view name,
                                       std::string const& pointer);
    /// The same for a reference that may not name one of `others`.
    std::optional<std::size_t> resolve_member(std::string_view name, std::string const& pointer);

    /// When something is in force that has a period of its own or the plan's, if that can be relied
    /// on.
    template<detail::described_struct T>
    [[nodiscard]] std::optional<period> period_of(T const& one, std::string_view pointer) const
    {
        if (told.hide<T>(pointer, "period"))
            return {};
        if (one.period)
            return one.period;
        if (told.touch("/period"))
            return {};
        return agreed.period;
    }

    /// The member with the id, if it is one that can be relied on: not told about, not ambiguous.
    [[nodiscard]] member const* known_member(std::string_view id) const;
};

/// Whether it is a number of so many digits.
[[nodiscard]] bool is_code(std::string_view word, std::size_t digits);

/// Tells a text in neither language, a day outside the calendar, a period that ends before it
/// begins.
void check_text(state& in, text const& words, std::string_view pointer);
void check_text(state& in, std::optional<text> const& words, std::string_view pointer);
bool check_date(state& in, date day, std::string_view pointer);
void check_period(state& in, std::optional<period> const& when, std::string_view pointer);
void check_at_least(state& in, std::int64_t number, std::int64_t least, std::string_view pointer,
                    std::string hint);

/// "`word`", cut where it is long.
[[nodiscard]] std::string backticked(std::string_view word);
[[nodiscard]] std::string backticked(std::int64_t number);
[[nodiscard]] std::string backticked(date day);

/// Whether something that could not be read there may have used rules, parameters or facts.
[[nodiscard]] bool hides_uses(std::string_view pointer);

/// Where a pointer stands in the document: smaller is earlier.
[[nodiscard]] std::vector<std::size_t> document_order(std::string_view pointer);

// The checks, in the order in which they run.
void check_names(state& in);
void check_header(state& in);
void check_members(state& in);
void check_facts(state& in);
void check_parameters(state& in);
void check_groups(state& in);
void check_declared(state& in);
void check_interventions(state& in);
void check_mandates(state& in);
void check_rule_versions(state& in);
void check_references(state& in);
void check_criteria(state& in);
void check_parameter_fit(state& in);
void check_pools(state& in);
void check_reserves(state& in);
void check_honesty(state& in);
void check_cycles(state& in);
void check_in_force(state& in);
void check_parties(state& in);
void check_area(state& in);
void check_shares(state& in);
void check_costs(state& in);
void check_duties(state& in);
void check_capacity_tests(state& in);
void check_places(state& in);
void check_seed(state& in);
void check_unused(state& in);
void check_possible(state& in);

} // namespace finsam::checking
