// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include "support/every_policy.hpp"
#include "support/random_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>

using namespace finsam;
using namespace finsam::testing_support;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

std::string random_words(dice& roll)
{
    constexpr auto pieces = std::to_array<std::string_view>(
        {"a", "ö", "\"", "\\", "\n", "\t", "/", "\x7F", "€", "𝄞", " "});
    std::string words;
    for (auto left = roll(8); left > 0; --left)
        words += roll.pick(pieces);
    return words;
}

text random_text(dice& roll)
{
    switch (roll(4)) {
    case 0:
        return {.sv = random_words(roll)};
    case 1:
        return {.en = random_words(roll)};
    case 2:
        return {random_words(roll), random_words(roll)};
    default:
        return same_text(random_words(roll));
    }
}

citation random_citation(dice& roll)
{
    citation cite{random_words(roll)};
    if (roll.chance(2))
        cite.provision = random_words(roll);
    if (roll.chance(3))
        cite.link = random_words(roll);
    return cite;
}

template<class T, class Make>
void maybe(dice& roll, std::optional<T>& member, Make make)
{
    if (roll.chance(2))
        member = make(roll);
}

void dress(dice& roll, criterion& bare)
{
    maybe(roll, bare.label, random_text);
    maybe(roll, bare.cite, random_citation);
    if (auto* several = std::get_if<group>(&bare.form))
        for (auto& one : several->of)
            dress(roll, one);
}

period lasting(dice& roll)
{
    period when{random_date(roll)};
    if (roll.chance(2))
        when.to =
            date{when.from.year() + std::chrono::years(20), when.from.month(), std::chrono::day{1}};
    return when;
}

/// A lawful plan in which everything that may be left out is there now and then.
plan dressed_plan(dice& roll)
{
    auto made = random_plan(roll);
    made.association.name = random_text(roll);
    maybe(roll, made.cite, random_citation);
    made.others = {{"skatteverket", random_text(roll)}};
    made.contributions = {{"fk", 2'000'000, random_citation(roll)}, {"norr", 0}};
    made.parameters = {{"limit", random_text(roll), {{made.period.from, 2, random_citation(roll)}}},
                       {"age", {}, {{made.period.from, -7}}}};
    for (auto& fact : made.facts) {
        maybe(roll, fact.label, random_text);
        maybe(roll, fact.cite, random_citation);
        fact.sensitive = roll.chance(2);
    }
    made.facts[0].holder = "skatteverket";
    made.rules.push_back(
        {.id = "references",
         .when = {group{
             quantifier::at_least_of,
             {{leaf{"integer", comparator::one_of,
                    std::vector<amount>{parameter_reference{"age"}, 1}}},
              {leaf{"date", comparator::reached, anniversary{parameter_reference{"limit"}}}},
              {leaf{"set", comparator::count_at_least, amount{parameter_reference{"limit"}}}}},
             parameter_reference{"limit"}}}});
    for (auto& one : made.rules) {
        maybe(roll, one.label, random_text);
        maybe(roll, one.cite, random_citation);
        dress(roll, one.when);
    }
    for (auto& one : made.needs_groups) {
        one.label = random_text(roll);
        maybe(roll, one.cite, random_citation);
        maybe(roll, one.period, lasting);
        dress(roll, *one.when);
    }
    declaration joint{.id = "joint",
                      .title = random_text(roll),
                      .signatories = {"fk", "skatteverket"},
                      .needs_groups = {made.needs_groups[0].id}};
    maybe(roll, joint.period, lasting);
    joint.commitments.push_back({"af", duty::coordinate});
    joint.commitments.push_back(
        {"skatteverket", duty::provide, made.needs_groups[0].id, random_text(roll)});
    made.declarations = {joint, {.id = "empty", .title = random_text(roll)}};
    for (auto& one : made.interventions) {
        one.label = random_text(roll);
        if (one.when)
            dress(roll, *one.when);
        maybe(roll, one.period, lasting);
        maybe(roll, one.cite, random_citation);
        if (roll.chance(2))
            one.cost_per_place = static_cast<std::int64_t>(roll(1'000'000));
        if (roll.chance(2))
            one.methods = {"MI", random_words(roll)};
        maybe(roll, one.places[0].cite, random_citation);
        if (roll.chance(2))
            one.places[0].reserved = {{made.needs_groups[0].id, 1, roll.chance(2)}};
    }
    made.interventions[0].leads_to = {made.interventions[1].id};
    made.interventions.push_back({.id = "staff",
                                  .label = random_text(roll),
                                  .kind = intervention_kind::structural,
                                  .members = {{"skatteverket", duty::follow_up}}});
    made.mandates[0].period = lasting(roll);
    made.mandates[0].period->from = made.period.from;
    if (roll.chance(2))
        made.matching = matching_terms{policies::stable{}, static_cast<std::int64_t>(1 + roll(2)),
                                       "00112233445566778899aabbccddeeff"};
    return made;
}

} // namespace

TEST(WrittenPlan, ReadsBackEqual)
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        dice roll(seed);
        auto const made = dressed_plan(roll);
        auto const text = write_plan(made);
        auto const read = inspect_plan(text, "plan");
        ASSERT_TRUE(read.value) << "FINSAM_SEED=" << roll.seed() << '\n'
                                << to_lines(read.found) << text;
        ASSERT_EQ(*read.value, made) << "FINSAM_SEED=" << roll.seed() << '\n' << text;
        ASSERT_EQ(write_plan(*read.value), text);
    }
}

TEST(WrittenPlan, ReadsBackEqualAndIsWrittenTheSameAgain)
{
    for (auto const* file :
         {"tests/cases/sample.plan.json", "tests/cases/sample-reserves.plan.json",
          "tests/documents/lawful.plan.json", "examples/plans/ostra-sodertorn-2022.plan.json"}) {
        auto const agreed = read_plan(std::filesystem::path(file)).value();
        auto const text = write_plan(agreed);
        auto const again = parse_plan(text).value();
        EXPECT_EQ(again, agreed) << file;
        EXPECT_EQ(write_plan(again), text) << file;
    }
}

TEST(WrittenPlan, HasThePolicyAsItsName)
{
    auto agreed = framed_plan();
    for (auto const& chosen : every_policy()) {
        agreed.matching = matching_terms{.policy = chosen};
        auto const text = write_plan(agreed);
        auto const read = inspect_plan(text, "plan").value;
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(read->matching, agreed.matching);
    }
    EXPECT_THAT(write_plan(agreed), HasSubstr(R"("matching": {"policy": "fit"})"));
}

TEST(WrittenPlan, HasTheShortestFormOfEachValue)
{
    auto agreed = framed_plan();
    agreed.cite = citation{"agreement"};
    agreed.matching = matching_terms{};
    agreed.contributions = {{"fk", 5, citation{"act", "5 §"}}};
    auto const text = write_plan(agreed);
    EXPECT_THAT(text, StartsWith(R"({
  "format": "finsam-plan/1",
  "id": "world",
  "association": {"name": "World", "area": ["9701", "9702"]},
  "period": {"from": "2000-01-01"},
  "members": [
    {"id": "fk", "party": "social_insurance_agency", "name": "FK"},
)"));
    EXPECT_THAT(text, HasSubstr(R"(
  "contributions": [{"member": "fk", "amount": 5, "cite": {"source": "act", "provision": "5 §"}}],
)"));
    EXPECT_THAT(text, testing::EndsWith(R"(
  "needs_groups": [],
  "interventions": [],
  "mandates": [{"id": "all", "member": "af", "purpose": "placement", "cite": "agreement"}],
  "matching": {},
  "cite": "agreement"
}
)"));
}
