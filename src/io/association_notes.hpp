// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include "io/key_notes.hpp"

#include <optional>
#include <string_view>

// What an editor tells about the association, its members and what they pay.

namespace finsam::io {

template<>
struct notes_of<association>
{
    static constexpr std::string_view name = "association";
    static constexpr std::string_view about =
        "The coordination association and its area (samordningsförbund).";
    static constexpr key_note keys[] = {
        {.key = "name", .about = "Its name (namn)."},
        {.key = "area",
         .about = "The codes of the municipalities of its area, four digits each (område).",
         .words = wording::municipality_code,
         .fewest = 1,
         .is_distinct = true},
    };
};

template<>
struct notes_of<member>
{
    static constexpr std::string_view name = "member";
    static constexpr std::string_view about = "A member of the association (medlem).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the member.", .words = wording::id},
        {.key = "party",
         .about = "Which party the member belongs to (part): social_insurance_agency "
                  "(Försäkringskassan), public_employment_service (Arbetsförmedlingen), region, "
                  "municipality (kommun)."},
        {.key = "name", .about = "Its name (namn)."},
        {.key = "code",
         .about = "Two digits of a region's county, four digits of a municipality (läns- eller "
                  "kommunkod).",
         .words = wording::either_code},
    };

    static std::optional<key_note> narrowed(member const& so_far, std::string_view key)
    {
        if (key != "code" || so_far.party == party::social_insurance_agency
            || so_far.party == party::public_employment_service)
            return {};
        return key_note{.key = "code",
                        .words = so_far.party == party::region ? wording::region_code
                                                               : wording::municipality_code};
    }
};

template<>
struct notes_of<other_organisation>
{
    static constexpr std::string_view name = "other_organisation";
    static constexpr std::string_view about =
        "An organisation outside the association (annan organisation).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the organisation.", .words = wording::other_id},
        {.key = "name", .about = "Its name (namn)."},
    };
};

template<>
struct notes_of<contribution>
{
    static constexpr std::string_view name = "contribution";
    static constexpr std::string_view about = "What a member pays in the plan's period (bidrag).";
    static constexpr key_note keys[] = {
        {.key = "member", .about = "Id of a member (medlem).", .words = wording::id},
        {.key = "amount", .about = "Whole SEK (belopp).", .least = 0},
        {.key = "cite", .about = about_cite},
    };
};

} // namespace finsam::io
