// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/sentence.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/results.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

/// What is withheld changes nothing that anybody can see: pairs of people files that differ in
/// withheld facts alone, and every output about both.
/// Source: J. A. Goguen, J. Meseguer, Security policies and security models (1982); Hriţcu et al.,
///         Testing noninterference, quickly (2013): pairs are made by changing exactly the facts
///         that rules ask about.
namespace finsam {
namespace {

using namespace testing_support;

constexpr auto as_of = date{std::chrono::year{2010}, std::chrono::month{6}, std::chrono::day{1}};

/// A person as they stand in a file: facts as text, JSON and CSV spelt from it.
struct record
{
    std::string id;
    /// Per column; nothing where it is not on record.
    std::vector<std::optional<cell>> facts;
    std::vector<std::string> consents;
    std::optional<std::vector<std::string>> preferences;
    std::optional<std::string> placed;
};

struct world
{
    plan agreed;
    schema vocabulary;
    std::vector<record> records;
};

std::vector<std::string> const holders{"social_insurance_agency", "public_employment_service",
                                       "region", "municipality"};

bool is_withheld(world const& in, record const& one, std::size_t column)
{
    auto const& holder = in.vocabulary.columns[column].holder;
    return holder && std::ranges::find(one.consents, *holder) == one.consents.end();
}

std::optional<cell> random_record(dice& roll, fact_declaration const& column)
{
    if (column.name != "municipality" && roll.chance(5))
        return {};
    if (can_be_none(column) && roll.chance(6))
        return cell{.state = fact_state::none};
    return random_value(roll, column);
}

world random_world(dice& roll)
{
    world made{.agreed = random_plan(roll)};
    made.vocabulary = schema_of(made.agreed);
    for (int i = 0; i < 12; ++i) {
        record one{.id = "p" + std::to_string(i)};
        for (auto const& column : made.vocabulary.columns)
            one.facts.push_back(random_record(roll, column));
        for (auto const& holder : holders)
            if (roll.chance(2))
                one.consents.push_back(holder);
        if (roll.chance(2))
            one.preferences = {roll.pick(made.agreed.interventions).id};
        if (roll.chance(6))
            one.placed = roll.pick(made.agreed.interventions).id;
        made.records.push_back(std::move(one));
    }
    return made;
}

std::string as_text(cell const& fact, fact_declaration const& column)
{
    switch (column.kind) {
    case fact_kind::boolean:
        return fact.number == 1 ? "true" : "false";
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
    return {};
}

std::vector<std::string> members_of(cell const& fact, fact_declaration const& column)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < column.values.size(); ++i)
        if (fact.members[i / 64] >> i % 64 & 1)
            names.push_back(column.values[i]);
    return names;
}

std::string quoted(std::string const& word)
{
    return '"' + word + '"';
}

std::string json_list(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words)
        text += (text.empty() ? "" : ",") + quoted(word);
    return '[' + text + ']';
}

std::string json_value(cell const& fact, fact_declaration const& column)
{
    if (fact.state == fact_state::none)
        return "null";
    if (column.kind == fact_kind::set)
        return json_list(members_of(fact, column));
    auto const text = as_text(fact, column);
    return column.kind == fact_kind::boolean || column.kind == fact_kind::integer ? text
                                                                                  : quoted(text);
}

std::string as_json_lines(world const& in)
{
    std::string text;
    for (auto const& one : in.records) {
        text += "{\"id\":" + quoted(one.id);
        for (std::size_t i = 0; i < one.facts.size(); ++i)
            if (one.facts[i])
                text += ',' + quoted(in.vocabulary.columns[i].name) + ':'
                        + json_value(*one.facts[i], in.vocabulary.columns[i]);
        text += ",\"consents\":" + json_list(one.consents);
        if (one.preferences)
            text += ",\"preferences\":" + json_list(*one.preferences);
        if (one.placed)
            text += ",\"placed\":" + quoted(*one.placed);
        text += "}\n";
    }
    return text;
}

std::string csv_list(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words)
        text += (text.empty() ? "" : ";") + word;
    return words.empty() ? "[]" : text;
}

std::string as_csv(world const& in)
{
    std::string text = "id";
    for (auto const& column : in.vocabulary.columns)
        text += ',' + column.name;
    text += ",consents,preferences,placed\n";
    for (auto const& one : in.records) {
        text += one.id;
        for (std::size_t i = 0; i < one.facts.size(); ++i) {
            auto const& column = in.vocabulary.columns[i];
            auto const& fact = one.facts[i];
            text += ',';
            if (fact && fact->state == fact_state::none)
                text += "null";
            else if (fact)
                text += column.kind == fact_kind::set ? csv_list(members_of(*fact, column))
                                                      : as_text(*fact, column);
        }
        text += ',' + csv_list(one.consents) + ','
                + (one.preferences ? csv_list(*one.preferences) : "") + ','
                + one.placed.value_or("") + '\n';
    }
    return text;
}

/// Everything that is told about each person, and about all of them.
struct outputs
{
    std::vector<std::string> persons;
    std::string all;

    friend bool operator==(outputs const&, outputs const&) = default;
};

outputs outputs_of(engine const& compiled, people const& caseload)
{
    outputs found;
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        auto const someone = caseload.row(row);
        auto& text = found.persons.emplace_back();
        for (auto const spoken : {language::sv, language::en}) {
            text += to_json(compiled, someone, assess(compiled, someone), spoken) + '\n';
            for (auto const& one : compiled.agreed().interventions)
                text += explain(compiled, someone, one.id, spoken);
        }
    }
    auto const& allowed = compiled.agreed().mandates.front();
    auto const eligible = evaluate(compiled, caseload, allowed);
    auto const proposed = match(compiled, caseload, eligible, allowed);
    auto const report = gaps(compiled, caseload, eligible, proposed, allowed);
    std::ostringstream text;
    text << to_json(compiled, caseload, proposed, audit(compiled, caseload, proposed)) << '\n'
         << to_json(compiled, caseload, report, false) << '\n'
         << to_json(compiled, caseload, report, true) << '\n'
         << report;
    found.all = text.str();
    return found;
}

outputs outputs_of(world const& in)
{
    auto const compiled = compile(in.agreed, as_of).value();
    auto const lines = outputs_of(
        compiled, parse_people(in.agreed, as_json_lines(in), people_format::json_lines).value());
    auto const rows =
        outputs_of(compiled, parse_people(in.agreed, as_csv(in), people_format::csv).value());
    EXPECT_EQ(lines, rows) << "JSON Lines and CSV carry the same";
    return lines;
}

void for_random_worlds(std::uint64_t first, int count,
                       std::function<void(dice&, world const&)> const& law)
{
    for (int i = 0; i < count; ++i) {
        dice roll(first + static_cast<std::uint64_t>(i));
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        law(roll, random_world(roll));
        if (testing::Test::HasFatalFailure())
            return;
    }
}

/// Other values in every withheld fact that is on record: random, extreme, none.
void change_withheld(dice& roll, world& in, record& one)
{
    for (std::size_t i = 0; i < one.facts.size(); ++i) {
        if (!one.facts[i] || !is_withheld(in, one, i))
            continue;
        auto const& column = in.vocabulary.columns[i];
        if (can_be_none(column) && roll.chance(3))
            one.facts[i] = cell{.state = fact_state::none};
        else if (column.kind == fact_kind::integer && roll.chance(2))
            one.facts[i] =
                cell{.state = fact_state::value,
                     .number = roll.chance(2) ? std::numeric_limits<std::int32_t>::min()
                                              : std::numeric_limits<std::int32_t>::max()};
        else
            one.facts[i] = random_value(roll, column);
    }
}

TEST(Withheld, ValuesChangeNoByteOfAnyOutput)
{
    int told_apart = 0;
    for_random_worlds(100, 60, [&](dice& roll, world const& drawn) {
        auto other = drawn;
        for (auto& one : other.records)
            change_withheld(roll, other, one);
        ASSERT_EQ(outputs_of(drawn), outputs_of(other));

        // The change would have been seen, had everybody consented: the pairs are not vacuous.
        auto open = drawn, open_other = other;
        for (auto* one : {&open, &open_other})
            for (auto& someone : one->records)
                someone.consents = holders;
        told_apart += outputs_of(open) != outputs_of(open_other);
    });
    EXPECT_GT(told_apart, 30);
}

TEST(Withheld, FactsDecideWhatMissingOnesDo)
{
    // Withheld is told apart from unknown to the person; it gives nobody another answer or place.
    for_random_worlds(200, 40, [](dice&, world const& drawn) {
        auto missing = drawn;
        for (auto& one : missing.records)
            for (std::size_t i = 0; i < one.facts.size(); ++i)
                if (is_withheld(missing, one, i))
                    one.facts[i].reset();
        auto const compiled = compile(drawn.agreed, as_of).value();
        auto const read = [&](world const& in) {
            return parse_people(in.agreed, as_json_lines(in), people_format::json_lines).value();
        };
        auto const with = read(drawn), without = read(missing);
        auto const& allowed = compiled.agreed().mandates.front();
        auto const eligible = evaluate(compiled, with, allowed);
        ASSERT_EQ(eligible, evaluate(compiled, without, allowed));
        ASSERT_EQ(match(compiled, with, eligible, allowed),
                  match(compiled, without, eligible, allowed));
    });
}

TEST(Withheld, FactsOfOneChangeNothingAboutAnother)
{
    for_random_worlds(300, 40, [](dice& roll, world const& drawn) {
        auto other = drawn;
        auto const who = static_cast<std::size_t>(roll(other.records.size()));
        // Whether there is anything to withhold may change too: that is told to the person alone.
        for (std::size_t i = 0; i < other.records[who].facts.size(); ++i)
            if (is_withheld(other, other.records[who], i))
                other.records[who].facts[i] = random_record(roll, other.vocabulary.columns[i]);
        auto const before = outputs_of(drawn), after = outputs_of(other);
        for (std::size_t i = 0; i < before.persons.size(); ++i)
            if (i != who) {
                ASSERT_EQ(before.persons[i], after.persons[i]);
            }
    });
}

TEST(Withheld, ConsentTurnsOnlyUnknownAnswersAndTakingItBackRestoresAll)
{
    for_random_worlds(400, 40, [](dice& roll, world const& drawn) {
        auto const before = outputs_of(drawn);
        auto open = drawn;
        auto const who = static_cast<std::size_t>(roll(open.records.size()));
        auto const kept = open.records[who].consents;
        open.records[who].consents = holders;

        auto const compiled = compile(drawn.agreed, as_of).value();
        auto const answers = [&](world const& in) {
            auto const all =
                parse_people(in.agreed, as_json_lines(in), people_format::json_lines).value();
            return assess(compiled, all.row(who));
        };
        auto const closed = answers(drawn), opened = answers(open);
        for (std::size_t i = 0; i < closed.interventions.size(); ++i)
            if (closed.interventions[i].answer != truth::unknown) {
                ASSERT_EQ(closed.interventions[i].answer, opened.interventions[i].answer);
            }
        static_cast<void>(outputs_of(open));
        open.records[who].consents = kept;
        ASSERT_EQ(outputs_of(open), before);
    });
}

TEST(Withheld, GroupFactsCostNobodyTheTurnTheyHaveAnyway)
{
    // A group that hangs on a withheld fact takes neither the tier of another group nor the wait.
    for_random_worlds(500, 40, [](dice&, world const& drawn) {
        auto const compiled = compile(drawn.agreed, as_of).value();
        auto const all =
            parse_people(drawn.agreed, as_json_lines(drawn), people_format::json_lines).value();
        for (std::size_t row = 0; row < all.size(); ++row) {
            auto const assessed = assess(compiled, all.row(row));
            std::optional<std::int64_t> tier;
            for (std::size_t i = 0; i < assessed.needs_groups.size(); ++i)
                if (assessed.needs_groups[i].answer == truth::yes) {
                    auto const priority =
                        drawn.agreed.needs_groups[compiled.needs_groups()[i].index].priority;
                    tier = tier ? std::min(*tier, priority) : priority;
                }
            ASSERT_EQ(assessed.tier, tier);
        }
    });
}

TEST(Withheld, AsManyAreToldOfWhateverIsWithheld)
{
    // The size of an output says nothing: one line a person, one place in one list each.
    for_random_worlds(600, 40, [](dice& roll, world const& drawn) {
        auto const compiled = compile(drawn.agreed, as_of).value();
        auto other = drawn;
        for (auto& one : other.records)
            change_withheld(roll, other, one);
        for (world const* in : {&drawn, static_cast<world const*>(&other)}) {
            auto const all =
                parse_people(in->agreed, as_json_lines(*in), people_format::json_lines).value();
            auto const& allowed = compiled.agreed().mandates.front();
            auto const placed = match(compiled, all, evaluate(compiled, all, allowed), allowed);
            ASSERT_EQ(placed.placements.size() + placed.waiting.size() + placed.undetermined.size()
                          + placed.no_intervention.size(),
                      drawn.records.size());
        }
    });
}

TEST(Withheld, TheOrderOfPeopleAndKeysChangesNoAnswer)
{
    for_random_worlds(700, 40, [](dice& roll, world const& drawn) {
        auto turned = drawn;
        std::ranges::reverse(turned.records);
        auto const one = static_cast<std::ptrdiff_t>(roll(turned.records.size()));
        std::ranges::rotate(turned.records, turned.records.begin() + one);
        auto const before = outputs_of(drawn), after = outputs_of(turned);
        auto sorted = [](std::vector<std::string> lines) {
            std::ranges::sort(lines);
            return lines;
        };
        ASSERT_EQ(sorted(before.persons), sorted(after.persons));

        // The keys of each line the other way round.
        auto const compiled = compile(drawn.agreed, as_of).value();
        std::string lines;
        for (auto const& someone : drawn.records) {
            world alone{drawn.agreed, drawn.vocabulary, {someone}};
            auto const line = as_json_lines(alone);
            auto const id = "{\"id\":" + quoted(someone.id) + ',';
            lines += '{' + line.substr(id.size(), line.size() - id.size() - 2)
                     + ",\"id\":" + quoted(someone.id) + "}\n";
        }
        ASSERT_EQ(outputs_of(compiled,
                             parse_people(drawn.agreed, lines, people_format::json_lines).value()),
                  before);
    });
}

} // namespace
} // namespace finsam
