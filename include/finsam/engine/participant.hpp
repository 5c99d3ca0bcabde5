// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/assess.hpp>
#include <finsam/engine/cell_from.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/engine/sentence.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// A member of the user's own type as the library sees it (medlem i egen typ).
struct member_fact
{
    std::string_view name{};
    fact_kind kind{};
    std::vector<std::string>
        values{}; ///< names of a described enum; empty where any text may stand
};

/// Where each member of the user's own type goes (koppling till schemat).
///
/// Shape: one entry a member, in the order described. `values[m][v]` is the position in the plan's
///        list of value v of member m's enum.
struct member_map
{
    std::vector<std::optional<std::size_t>> columns;
    std::vector<std::vector<std::size_t>> values;
};

/// Fits a type's members to the facts of a plan.
///
/// Errors: `dangling_id` for a member that is no fact of the plan, `wrong_kind` for one of another
///         kind, `bad_value` for an enum's value that the plan's fact does not have, `missing_key`
///         for a fact that what is in force asks about and the type does not have; all at once.
[[nodiscard]] result<member_map> fit_members(engine const& compiled,
                                             std::vector<member_fact> const& members);

namespace detail {

inline constexpr bool is_wish(std::string_view name)
{
    return name == "id" || name == "consents" || name == "preferences" || name == "placed";
}

inline std::string consent_name(std::string const& holder)
{
    return holder;
}
inline std::string consent_name(party holder)
{
    return std::string(name_of(holder));
}

} // namespace detail

/// An engine for people of the user's own type (motor för egen typ).
///
/// T is a described struct. A member named like a fact of the plan is that fact: `fact<X>`, an
/// `std::optional<X>` (empty is unknown) or a plain X (always on record). `id`, `municipality`,
/// `waiting_since`, `completed`, `consents`, `preferences` and `placed` mean what they mean in a
/// people file. A fact whose holder is not among `consents` is erased.
template<class T>
class engine_for
{
public:
    engine_for(engine compiled, member_map map)
        : engine_(std::move(compiled))
        , map_(std::move(map))
    {}

    [[nodiscard]] operator engine const&() const noexcept { return engine_; }
    [[nodiscard]] engine const& untyped() const noexcept { return engine_; }

    /// The row of one participant, withheld facts erased.
    ///
    /// Precondition: preferences, placed and completed name interventions of the plan.
    /// Complexity: O(members).
    [[nodiscard]] person person_from(T const& participant) const
    {
        person made;
        std::vector<std::string> consents;
        made.facts.resize(engine_.facts().columns.size());
        std::size_t next = 0;
        detail::for_each_member<T>([&](std::string_view name, auto member) {
            auto const& value = participant.*member;
            auto const index = next++;
            using member_type = std::remove_cvref_t<decltype(value)>;
            if constexpr (fact_member<member_type>) {
                if (auto const column = map_.columns[index])
                    made.facts[*column] = detail::cell_of(value, map_.values[index],
                                                          engine_.facts().columns[*column]);
            }
            if constexpr (std::convertible_to<member_type, std::string>)
                if (name == "id")
                    made.id = value;
            if constexpr (requires { consents.push_back(detail::consent_name(*value.begin())); })
                if (name == "consents")
                    for (auto const& holder : value)
                        consents.push_back(detail::consent_name(holder));
            if constexpr (std::convertible_to<member_type, std::vector<std::string>>)
                if (name == "preferences")
                    made.preferences = positions(value);
            if constexpr (std::convertible_to<member_type, std::optional<std::vector<std::string>>>)
                if (name == "preferences") {
                    std::optional<std::vector<std::string>> const wishes = value;
                    if (wishes)
                        made.preferences = positions(*wishes);
                }
            if constexpr (std::convertible_to<member_type, std::optional<std::string>>)
                if (name == "placed") {
                    std::optional<std::string> const place = value;
                    if (place)
                        made.placed = positions({*place}).front();
                }
        });
        withhold(engine_.facts(), consents, made);
        return made;
    }

    /// The rows of a range of participants, in its order; a row without `id` is named by its
    /// number.
    template<class Participants>
    [[nodiscard]] people people_from(Participants const& participants) const
    {
        people all{engine_.facts()};
        for (T const& one : participants) {
            auto row = person_from(one);
            if (row.id.empty())
                row.id = std::to_string(all.size() + 1);
            all.append(row);
        }
        return all;
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> positions(std::vector<std::string> const& ids) const
    {
        std::vector<std::uint32_t> found;
        auto const& all = engine_.agreed().interventions;
        for (auto const& id : ids) {
            auto const one = std::find_if(all.begin(), all.end(),
                                          [&](auto const& known) { return known.id == id; });
            BOOST_ASSERT_MSG(one != all.end(), "an intervention that the plan does not have");
            if (one != all.end())
                found.push_back(static_cast<std::uint32_t>(one - all.begin()));
        }
        return found;
    }

    engine engine_;
    member_map map_;
};

/// Checks a plan, lowers it for the date and fits it to the user's own type (kompilera).
///
/// Errors: what `compile(plan, date)` reports, then what `fit_members` reports.
template<class T>
[[nodiscard]] result<engine_for<T>> compile(plan agreed, date as_of)
{
    static_assert(detail::described_struct<T>,
                  "describe the type's members with BOOST_DESCRIBE_STRUCT");
    std::vector<member_fact> members;
    detail::for_each_member<T>([&](std::string_view name, auto member) {
        using member_type = std::remove_cvref_t<decltype(std::declval<T const&>().*member)>;
        member_fact one{.name = name};
        if constexpr (fact_member<member_type>) {
            one.kind = fact_traits<member_type>::kind;
            if constexpr (requires { fact_traits<member_type>::values(); })
                one.values = fact_traits<member_type>::values();
        } else {
            // Lists and consents are no facts; every other member must be able to be one.
            static_assert(
                requires(member_type value) { value.begin(); }
                    || std::convertible_to<member_type, std::optional<std::vector<std::string>>>,
                "a fact is a bool, a whole number of at most 32 bits, a date, a "
                "std::string, a described enum or a std::set of one, or a fact or "
                "std::optional of these");
        }
        members.push_back(std::move(one));
    });
    auto compiled = compile(std::move(agreed), as_of);
    if (!compiled)
        return compiled.error();
    auto map = fit_members(*compiled, members);
    if (!map)
        return map.error();
    return engine_for<T>(std::move(*compiled), std::move(*map));
}

/// Answers every question about one participant (bedöm).
template<class T>
[[nodiscard]] assessment assess(engine_for<T> const& compiled, T const& participant)
{
    return assess(compiled.untyped(), compiled.person_from(participant));
}

/// The reasons for an intervention's answer as lines of text (förklara).
template<class T>
[[nodiscard]] std::string explain(engine_for<T> const& compiled, T const& participant,
                                  std::string_view intervention, language spoken)
{
    return explain(compiled.untyped(), compiled.person_from(participant), intervention, spoken);
}

} // namespace finsam
