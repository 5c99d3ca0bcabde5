// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/cell_from.hpp>
#include <finsam/engine/compile.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// A member of the user's own type as the library sees it (medlem i egen typ).
///
/// `kind` is nothing for a member that cannot hold a fact. `values` names those of a described
/// enum and is empty where any text may stand. The rest says which reserved key the member's type
/// could be.
struct member_fact
{
    std::string_view name{};
    std::optional<fact_kind> kind{};
    std::vector<std::string> values{};
    bool can_be_id = false;
    bool can_be_consents = false;
    bool can_be_preferences = false;
    bool can_be_placed = false;
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
///         kind or that cannot hold what its name says, `bad_value` for an enum's value that the
///         plan's fact does not have, `missing_key` for a fact that what is in force asks about
///         and the type does not have; all at once.
[[nodiscard]] FINSAM_EXPORT result<member_map> fit_members(engine const& compiled,
                                                           std::vector<member_fact> const& members);

namespace detail {

inline std::string consent_name(std::string const& holder)
{
    return holder;
}
inline std::string consent_name(party holder)
{
    return std::string(name_of(holder));
}

template<class Member>
concept id_member = std::same_as<Member, std::string>;
template<class Member>
concept consents_member = requires(Member const& all)
{
    consent_name(*all.begin());
}
&&!std::convertible_to<Member, std::string>;
template<class Member>
concept preferences_member = std::convertible_to<Member, std::optional<std::vector<std::string>>>;
/// A plain text could not say that there is no place.
template<class Member>
concept placed_member = std::same_as<Member, std::optional<std::string>>;

/// What the library sees of a member.
template<class Member>
[[nodiscard]] member_fact seen(std::string_view name)
{
    member_fact one{.name = name,
                    .can_be_id = id_member<Member>,
                    .can_be_consents = consents_member<Member>,
                    .can_be_preferences = preferences_member<Member>,
                    .can_be_placed = placed_member<Member>};
    if constexpr (fact_member<Member>) {
        one.kind = fact_traits<Member>::kind;
        if constexpr (requires { fact_traits<Member>::values(); })
            one.values = fact_traits<Member>::values();
    }
    return one;
}

} // namespace detail

} // namespace finsam
