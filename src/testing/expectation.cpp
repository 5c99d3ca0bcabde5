// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/testing/expectation.hpp>

#include "testing/find_question.hpp"
#include "testing/reason_line.hpp"

#include <algorithm>

namespace finsam {
namespace {

/// A fact as a people file has it; of a withheld one only that it is there.
std::string recorded(fact_declaration const& column, cell const& fact)
{
    switch (fact.state) {
    case fact_state::unknown:
        return "not on record";
    case fact_state::none:
        return "none";
    case fact_state::withheld:
        return "withheld";
    case fact_state::value:
        break;
    }
    switch (column.kind) {
    case fact_kind::boolean:
        return fact.number != 0 ? "true" : "false";
    case fact_kind::integer:
        return std::to_string(fact.number);
    case fact_kind::date:
        return detail::to_string(detail::from_days(fact.number));
    case fact_kind::choice:
        return column.values[static_cast<std::size_t>(fact.number)];
    case fact_kind::code:
        return fact.code;
    case fact_kind::set:
        break;
    }
    std::vector<std::string> held;
    for (std::size_t i = 0; i < column.values.size(); ++i)
        if ((fact.members[i / 64] >> i % 64 & 1) != 0)
            held.push_back(column.values[i]);
    return held.empty() ? "[]" : detail::joined(held);
}

/// The columns that a question looks at, through every rule, in the order of the vocabulary.
std::vector<bool> columns_asked(engine const& compiled, std::uint32_t root)
{
    auto const& lowered = compiled.lowered();
    std::vector<bool> columns(compiled.facts().columns.size()), seen(lowered.nodes.size());
    std::vector<std::uint32_t> open{root};
    while (!open.empty()) {
        auto const at = open.back();
        open.pop_back();
        if (seen[at])
            continue;
        seen[at] = true;
        auto const& here = lowered.nodes[at];
        if (here.kind == node_kind::leaf)
            columns[lowered.tests[here.test].column] = true;
        for (std::uint32_t k = 0; k < here.count; ++k)
            open.push_back(lowered.children[here.first + k]);
    }
    return columns;
}

class telling
{
public:
    telling(engine const& compiled, person const& someone)
        : compiled_{compiled}
        , someone_{someone}
    {}

    /// One answer: what it is, what is on record, what is missing, and why.
    void tell(std::string_view what, answer const& found, std::uint32_t root)
    {
        line("the answer about the " + std::string(what) + ' ' + io::in_backticks(found.id) + " is "
             + std::string(detail::name_of(found.answer)));
        std::vector<std::string> on_record, reasons;
        auto const asked = columns_asked(compiled_, root);
        for (std::size_t i = 0; i < asked.size(); ++i)
            if (asked[i] && someone_.facts[i].state != fact_state::unknown)
                on_record.push_back(compiled_.facts().columns[i].name + ": "
                                    + recorded(compiled_.facts().columns[i], someone_.facts[i]));
        for (auto const& why : found.reasons)
            reasons.push_back(reason_line(compiled_, someone_, why, language::en));
        list("on record", on_record);
        if (!found.missing.empty())
            list("missing", found.missing);
        if (!found.withheld.empty())
            list("withheld", found.withheld);
        list("reasons", reasons);
    }

    std::string text{};

private:
    void list(std::string const& heading, std::vector<std::string> const& items)
    {
        line("  " + heading + (items.empty() ? ": nothing" : ":"));
        for (auto const& item : items)
            line("    " + item);
    }
    void line(std::string const& words)
    {
        text += (text.empty() ? "" : "\n") + detail::plain_text(words);
    }

    engine const& compiled_;
    person const& someone_;
};

expectation_outcome cannot_be_asked(std::string message, std::string const& hint)
{
    return {.told = detail::plain_text(std::move(message) + (hint.empty() ? "" : "; " + hint))};
}

bool is_met(answer const& found, expectation const& expected)
{
    return found.answer == expected.answer
           && std::ranges::all_of(expected.facts, [&](std::string const& fact) {
                  return expected.answer == truth::unknown
                             ? std::ranges::find(found.missing, fact) != found.missing.end()
                             : std::ranges::find(found.reasons, fact, &reason::fact)
                                   != found.reasons.end();
              });
}

} // namespace

expectation_outcome compare(engine const& compiled, person const& someone,
                            expectation const& expected)
{
    auto const& columns = compiled.facts().columns;
    if (someone.facts.size() != columns.size())
        return cannot_be_asked("the person has " + std::to_string(someone.facts.size())
                                   + " facts, the plan " + std::to_string(columns.size()),
                               "a person is a row of the engine's own columns");
    for (auto const& fact : expected.facts)
        if (!find_column(compiled.facts(), fact)) {
            std::vector<std::string> names;
            for (auto const& column : columns)
                names.push_back(column.name);
            return cannot_be_asked("no fact is named " + io::in_backticks(fact),
                                   detail::hint_for(fact, names, "facts"));
        }

    auto const& agreed = compiled.agreed();
    auto const intervention = find_question(agreed.interventions, compiled.interventions(),
                                            "interventions", expected.id, compiled.as_of());
    auto const group = find_question(agreed.needs_groups, compiled.needs_groups(), "needs groups",
                                     expected.id, compiled.as_of());
    auto const may_be_group = expected.answer == truth::unknown;
    if (!intervention.position && !(may_be_group && group.position)) {
        // The list that has the id knows better why it cannot be asked.
        auto const& why = may_be_group && intervention.code == diagnostic_code::dangling_id
                                  && group.code != diagnostic_code::dangling_id
                              ? group
                              : intervention;
        return cannot_be_asked(why.message, why.hint);
    }

    auto const assessed = assess(compiled, someone);
    telling all(compiled, someone);
    auto met = false;
    if (may_be_group && group.position) {
        auto const& found = assessed.needs_groups[*group.position];
        met = is_met(found, expected);
        all.tell("needs group", found, compiled.needs_groups()[*group.position].root);
    }
    if (intervention.position) {
        auto const& found = assessed.interventions[*intervention.position];
        met = met || is_met(found, expected);
        all.tell("intervention", found, compiled.interventions()[*intervention.position].root);
    }
    return {.can_be_asked = true, .met = met, .told = std::move(all.text)};
}

std::string describe(expectation const& expected, bool is_expected)
{
    std::string facts;
    for (auto const& fact : expected.facts)
        facts += (facts.empty() ? "" : " and ") + io::in_backticks(fact);
    auto const id = io::in_backticks(expected.id);
    switch (expected.answer) {
    case truth::yes:
        return (is_expected ? "proposes " : "does not propose ") + id;
    case truth::unknown:
        return (is_expected ? "asks for " : "does not ask for ") + facts + " about " + id;
    case truth::no:
        break;
    }
    return (is_expected ? "refuses " : "does not refuse ") + id
           + (facts.empty() ? "" : " because of " + facts);
}

std::string describe(engine const& compiled)
{
    return "the plan " + io::in_backticks(compiled.agreed().id) + " on "
           + detail::to_string(compiled.as_of());
}

} // namespace finsam
