// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/citation.hpp>
#include <finsam/model/party.hpp>
#include <finsam/model/text.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finsam {

/// A member of the coordination association (medlem).
///
/// Units: `code` is two digits for a region, four for a municipality, absent for the agencies.
struct member
{
    std::string id{};
    finsam::party party{};
    text name{};
    std::optional<std::string> code{};

    friend bool operator==(member const&, member const&) = default;
};
BOOST_DESCRIBE_STRUCT(member, (), (id, party, name, code))

/// An organisation outside the association that a declaration may name (annan organisation).
struct other_organisation
{
    std::string id{};
    text name{};

    friend bool operator==(other_organisation const&, other_organisation const&) = default;
};
BOOST_DESCRIBE_STRUCT(other_organisation, (), (id, name))

/// What a member pays to the association in the plan's period (bidrag).
///
/// Units: `amount` in whole SEK.
/// Source: SFS 2003:1210 5 §.
struct contribution
{
    std::string member{};
    std::int64_t amount = 0;
    std::optional<citation> cite{};

    friend bool operator==(contribution const&, contribution const&) = default;
};
BOOST_DESCRIBE_STRUCT(contribution, (), (member, amount, cite))

/// Whether the code is a municipality that is its own region: county 09, Gotland.
[[nodiscard]] constexpr bool is_own_region(std::string_view municipality)
{
    return municipality.starts_with("09");
}

} // namespace finsam
