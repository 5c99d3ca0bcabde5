// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include "io/key_notes.hpp"

#include <string_view>

// What an editor tells about a plan and what many parts of it have: period, text, citation.

namespace finsam::io {

template<>
struct notes_of<plan>
{
    static constexpr std::string_view name = "plan";
    static constexpr std::string_view about =
        "What the members of one coordination association have agreed for one period (plan).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the plan.", .words = wording::id},
        {.key = "association", .about = "The coordination association (samordningsförbund)."},
        {.key = "period", .about = "When the plan is in force (period)."},
        {.key = "members", .about = "The members of the association (medlemmar)."},
        {.key = "others",
         .about =
             "Organisations outside the association that a declaration, an intervention or the "
             "holder of a fact may name (andra organisationer)."},
        {.key = "contributions", .about = "What each member pays in the period (bidrag)."},
        {.key = "facts",
         .about = "The facts that rules may ask about (uppgifter). `municipality`, `waiting_since` "
                  "and `completed` are always there and are not listed."},
        {.key = "parameters", .about = "Dated numbers that rules may use (parametrar)."},
        {.key = "rules", .about = "Criteria with a name (regler)."},
        {.key = "needs_groups", .about = "Whom the members put first (behovsgrupper)."},
        {.key = "declarations",
         .about = "Joint declarations of intent (viljeförklaringar, avsiktsförklaringar)."},
        {.key = "interventions", .about = "What is done for people or around them (insatser)."},
        {.key = "mandates",
         .about = "Who may pick people out of a population, and for what (mandat)."},
        {.key = "matching", .about = "How places are proposed when they are scarce (fördelning)."},
        {.key = "cite", .about = "Where the plan is written (källhänvisning)."},
    };
};

template<>
struct notes_of<period>
{
    static constexpr std::string_view name = "period";
    static constexpr std::string_view about =
        "When something is in force (period). Half-open: `to` is the first day after it.";
    static constexpr key_note keys[] = {
        {.key = "from", .about = "The first day (från och med)."},
        {.key = "to", .about = "The first day after it (till). Left out: no end."},
    };
};

template<>
struct notes_of<declaration>
{
    static constexpr std::string_view name = "declaration";
    static constexpr std::string_view about =
        "A joint declaration of intent (viljeförklaring, avsiktsförklaring).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the declaration.", .words = wording::id},
        {.key = "title", .about = "Its title (rubrik)."},
        {.key = "signatories",
         .about = "Ids of the members and others that signed it (undertecknare).",
         .words = wording::id,
         .is_distinct = true},
        {.key = "period", .about = about_period},
        {.key = "needs_groups",
         .about = "Ids of the needs groups that it is about (behovsgrupper).",
         .words = wording::id,
         .is_distinct = true},
        {.key = "commitments", .about = "What each has promised (åtaganden)."},
        {.key = "cite", .about = about_cite},
    };
};

template<>
struct notes_of<commitment>
{
    static constexpr std::string_view name = "commitment";
    static constexpr std::string_view about = "What one signatory has promised (åtagande).";
    static constexpr key_note keys[] = {
        {.key = "member",
         .about = "Id of a member or of one of `others` (medlem).",
         .words = wording::id},
        {.key = "duty", .about = about_duties},
        {.key = "needs_group",
         .about = "Id of the needs group that it is about (behovsgrupp).",
         .words = wording::id},
        {.key = "text", .about = "The promise in words (text)."},
    };
};

template<>
struct notes_of<mandate>
{
    static constexpr std::string_view name = "mandate";
    static constexpr std::string_view about =
        "The right of a member to pick people out of a population (mandat).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the mandate.", .words = wording::id},
        {.key = "member", .about = "Id of a member (medlem).", .words = wording::id},
        {.key = "purpose",
         .about = "What for (ändamål): placement (placering), follow_up (uppföljning), planning "
                  "(planering)."},
        {.key = "cite", .about = "The agreement or the law that gives it (källhänvisning)."},
        {.key = "period", .about = about_period},
    };
};

template<>
struct notes_of<matching_terms>
{
    static constexpr std::string_view name = "matching";
    static constexpr std::string_view about =
        "What the members agreed about the proposing of places (fördelning).";
    static constexpr key_note keys[] = {
        {.key = "policy",
         .about = "stable (stabil matchning, the default), serial (en i taget i turordning), "
                  "coverage (så många som möjligt) or fit (bästa passning)."},
        {.key = "waiting_bucket_days",
         .about = "Who has waited equally many whole buckets of days is equal; 1 unless given "
                  "(väntetid i steg).",
         .least = 1},
        {.key = "seed",
         .about = "32 hexadecimal digits that decide ties (frö). Without it the same person loses "
                  "every tie.",
         .words = wording::seed},
    };
};

template<>
struct notes_of<citation>
{
    static constexpr std::string_view name = "citation";
    static constexpr std::string_view about =
        "Where something is written (källhänvisning): the source, or an object that says more.";
    static constexpr key_note keys[] = {
        {.key = "source", .about = "The act, the agreement, the document (källa)."},
        {.key = "provision", .about = "`2 §` (paragraf)."},
        {.key = "link", .about = "`https://…` (länk)."},
    };
};

template<>
struct notes_of<text>
{
    static constexpr std::string_view name = "text";
    static constexpr std::string_view about = "Words for people (text): the same in both "
                                              "languages, or an object with `sv`, `en` or both.";
    static constexpr key_note keys[] = {
        {.key = "sv", .about = "In Swedish (på svenska)."},
        {.key = "en", .about = "In English (på engelska)."},
    };
};

} // namespace finsam::io
