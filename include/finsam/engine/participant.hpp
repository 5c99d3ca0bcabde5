// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/assess.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/member_map.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/engine/sentence.hpp>

#include <boost/assert.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

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
    /// Precondition: preferences, placed and completed name interventions of the plan, no
    ///               preference twice; ids are pseudonyms.
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
            if constexpr (detail::id_member<member_type>)
                if (name == "id")
                    made.id = value;
            if constexpr (detail::consents_member<member_type>)
                if (name == "consents")
                    for (auto const& holder : value)
                        consents.push_back(detail::consent_name(holder));
            if constexpr (detail::preferences_member<member_type>)
                if (name == "preferences") {
                    std::optional<std::vector<std::string>> const wishes = value;
                    if (wishes)
                        made.preferences = positions(*wishes);
                }
            if constexpr (detail::placed_member<member_type>)
                if (name == "placed" && value)
                    made.placed = position(*value);
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
    [[nodiscard]] std::optional<std::uint32_t> position(std::string const& id) const
    {
        auto const& all = engine_.agreed().interventions;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].id == id)
                return static_cast<std::uint32_t>(i);
        BOOST_ASSERT_MSG(false, "an intervention that the plan does not have");
        return {};
    }

    [[nodiscard]] std::vector<std::uint32_t> positions(std::vector<std::string> const& ids) const
    {
        std::vector<std::uint32_t> found;
        for (auto const& id : ids)
            if (auto const one = position(id))
                found.push_back(*one);
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
        // Lists are wishes and consents; every other member must be able to be a fact.
        static_assert(
            fact_member<
                member_type> || detail::consents_member<member_type> || detail::preferences_member<member_type>,
            "a fact is a bool, a whole number of at most 32 bits, a date, a std::string, a "
            "municipality_code, a described enum or a std::set or flag_set of one, or a fact "
            "or std::optional of these");
        members.push_back(detail::seen<member_type>(name));
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
