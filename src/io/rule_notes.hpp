// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include "io/key_notes.hpp"
#include "rules/limits.hpp"

#include <optional>
#include <string_view>

// What an editor tells about facts, parameters, rules and needs groups.

namespace finsam::io {

template<>
struct notes_of<fact_declaration>
{
    static constexpr std::string_view name = "fact";
    static constexpr std::string_view about = "A fact that rules may ask about (uppgift).";
    static constexpr key_note keys[] = {
        {.key = "name",
         .about = "The key that the fact has in a person (namn).",
         .words = wording::fact_name},
        {.key = "kind",
         .about = "What its values are (slag): boolean (ja/nej), integer (heltal), date (datum), "
                  "choice (ett av `values`), set (flera av `values`), code (kod, 1 to 32 "
                  "characters)."},
        {.key = "values",
         .about = "What a choice or a set chooses from (värden).",
         .fewest = 1,
         .is_distinct = true},
        {.key = "ordered",
         .about = "Whether the values of a choice stand in order, so that rules may say at_least "
                  "and at_most (ordnad)."},
        {.key = "holder",
         .about = "Who holds the fact, so that its use needs the person's consent: a party or the "
                  "id of one of `others` (uppgiftslämnare). Left out: none is needed.",
         .words = wording::holder},
        {.key = "label", .about = about_label},
        {.key = "sensitive", .about = "Whether it is sensitive (känslig)."},
        {.key = "cite", .about = about_cite},
    };

    static std::optional<key_note> narrowed(fact_declaration const& so_far, std::string_view key)
    {
        if (key == "ordered" && so_far.kind != fact_kind::choice)
            return key_note{.key = key, .is_never_set = true};
        if (key == "values" && so_far.kind == fact_kind::set)
            return key_note{.key = key,
                            .fewest = 1,
                            .most = checking::most_values_of_a_set,
                            .is_distinct = true};
        return {};
    }
};

template<>
struct notes_of<parameter>
{
    static constexpr std::string_view name = "parameter";
    static constexpr std::string_view about =
        "A number that changes with time and has a source for each value (parameter).";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the parameter.", .words = wording::id},
        {.key = "label", .about = about_label},
        {.key = "values", .about = "Its values in the order of their days (värden).", .fewest = 1},
    };
};

template<>
struct notes_of<dated_value>
{
    static constexpr std::string_view name = "dated_value";
    static constexpr std::string_view about = "A value from a day on (daterat värde).";
    static constexpr key_note keys[] = {
        {.key = "from", .about = "The first day on which it is in force (från och med)."},
        {.key = "value", .about = "A whole number (värde)."},
        {.key = "cite", .about = about_cite},
    };
};

template<>
struct notes_of<parameter_reference>
{
    static constexpr std::string_view name = "parameter_reference";
    static constexpr std::string_view about =
        "A number by the name of a parameter (hänvisning till parameter).";
    static constexpr key_note keys[] = {
        {.key = "parameter", .about = "Id of a parameter (parameter).", .words = wording::id},
    };
};

template<>
struct notes_of<rule>
{
    static constexpr std::string_view name = "rule";
    static constexpr std::string_view about =
        "A criterion with a name (regel). The same id may stand several times with periods that do "
        "not overlap.";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the rule.", .words = wording::id},
        {.key = "when", .about = "What it demands (kriterium)."},
        {.key = "label", .about = about_label},
        {.key = "cite", .about = about_cite},
        {.key = "period", .about = about_period},
    };
};

template<>
struct notes_of<needs_group>
{
    static constexpr std::string_view name = "needs_group";
    static constexpr std::string_view about =
        "People whom the members have agreed to put first (behovsgrupp): who meets `rule`, or the "
        "criterion in `when`.";
    static constexpr key_note keys[] = {
        {.key = "id", .about = "Id of the needs group.", .words = wording::id},
        {.key = "label", .about = about_label},
        {.key = "rule", .about = "Id of a rule, instead of `when` (regel).", .words = wording::id},
        {.key = "when", .about = "The criterion itself, instead of `rule` (kriterium)."},
        {.key = "priority", .about = "1 is served first (prioritet).", .least = 1},
        {.key = "cite", .about = about_cite},
        {.key = "period", .about = about_period},
    };
};

} // namespace finsam::io
