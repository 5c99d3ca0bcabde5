// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/intervention.hpp>

#include "io/key_notes.hpp"
#include "rules/limits.hpp"

#include <string_view>

// What an editor tells about interventions and their places.

namespace finsam::io {

template<>
struct notes_of<intervention>
{
    static constexpr std::string_view name = "intervention";
    static constexpr std::string_view about =
        "Something done for people or for those around them (insats).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the intervention.", .words = wording::id},
        {.key = "label", .about = about_label},
        {.key = "kind",
         .about = "individual (individinriktad): has `rule` or `when`, and `places`. structural "
                  "(strukturövergripande): aimed at staff, employers or the public, has neither."},
        {.key = "rule", .about = "Id of a rule, instead of `when` (regel).", .words = wording::id},
        {.key = "when", .about = "The criterion itself, instead of `rule` (kriterium)."},
        {.key = "members", .about = "Who does what (medlemmar och ansvar)."},
        {.key = "places", .about = "Places, in pools (platser)."},
        {.key = "methods", .about = "Methods in free words: MI, CM, SE, IPS (metoder)."},
        {.key = "period", .about = about_period},
        {.key = "cost_per_place",
         .about = "Whole SEK, in the plan's period (kostnad per plats).",
         .least = 0},
        {.key = "leads_to",
         .about = "Ids of the interventions that it leads to (leder till).",
         .words = wording::id,
         .is_distinct = true},
        {.key = "requires_completed",
         .about = "Ids of the interventions that must be completed before it (kräver genomförda).",
         .words = wording::id,
         .is_distinct = true},
        {.key = "cite", .about = about_cite},
    };
};

template<>
struct notes_of<responsibility>
{
    static constexpr std::string_view name = "responsibility";
    static constexpr std::string_view about =
        "A member or another organisation with its duty in the intervention (ansvar).";
    static constexpr key_note keys[] = {
        {.key = "member",
         .about = "Id of a member or of one of `others` (medlem).",
         .words = wording::id},
        {.key = "duty", .about = about_duties},
    };
};

template<>
struct notes_of<pool>
{
    static constexpr std::string_view name = "pool";
    static constexpr std::string_view about =
        "Places for the residents of some municipalities (platspott).";
    static constexpr key_note keys[] = {
        {.key = "municipalities",
         .about = "Codes of municipalities of the area (kommuner). Left out: the area's residents "
                  "whom no other pool serves.",
         .words = wording::municipality_code,
         .fewest = 1,
         .is_distinct = true},
        {.key = "count", .about = "How many places (antal).", .least = 0},
        {.key = "reserved",
         .about = "Places kept first for needs groups (reserverade).",
         .most = most_reserves},
        {.key = "cite", .about = about_cite},
    };
};

template<>
struct notes_of<reserve>
{
    static constexpr std::string_view name = "reserve";
    static constexpr std::string_view about =
        "Places of the pool kept first for a needs group (reserverade platser).";
    static constexpr key_note keys[] = {
        {.key = "needs_group", .about = "Id of the needs group.", .words = wording::id},
        {.key = "count", .about = "How many places (antal).", .least = 0},
        {.key = "hard",
         .about = "Whether they stay empty when they find nobody (hård); else they go to others."},
    };
};

} // namespace finsam::io
