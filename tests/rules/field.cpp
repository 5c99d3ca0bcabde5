// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>
#include <finsam/rules/field.hpp>

#include "support/field_participant.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

/// The criterion that a document's words are read as.
criterion read(std::string const& when)
{
    auto const document = R"({"format": "finsam-plan/1", "id": "p",
      "association": {"name": "n", "area": ["9701"]}, "period": {"from": "2020-01-01"},
      "members": [{"id": "fk", "party": "social_insurance_agency", "name": "FK"},
                  {"id": "af", "party": "public_employment_service", "name": "AF"},
                  {"id": "region", "party": "region", "name": "R", "code": "97"},
                  {"id": "norr", "party": "municipality", "name": "N", "code": "9701"}],
      "facts": [{"name": "birth_date", "kind": "date"}, {"name": "disability", "kind": "boolean"},
                {"name": "in_work", "kind": "boolean"}, {"name": "months", "kind": "integer"},
                {"name": "education", "kind": "choice", "ordered": true,
                 "values": ["none", "compulsory", "upper_secondary"]},
                {"name": "taken", "kind": "set", "values": ["none", "compulsory", "upper_secondary"]},
                {"name": "wanted", "kind": "set", "values": ["none", "compulsory", "upper_secondary"]},
                {"name": "flags", "kind": "set", "values": ["none", "compulsory", "upper_secondary"]},
                {"name": "home", "kind": "code"}, {"name": "diagnosis", "kind": "code"}],
      "parameters": [{"id": "limit", "values": [{"from": "2020-01-01", "value": 12}]}],
      "rules": [{"id": "other", "when": {"fact": "in_work", "is": true}},
                {"id": "r", "when": )"
                          + when + R"(}],
      "needs_groups": [], "interventions": []})";
    return find_rule(parse_plan(document).value(), "r")->when;
}

struct spelling
{
    char const* name;
    criterion in_cpp;
    char const* in_json;
};

parameter_reference const limit = parameter_named("limit");

spelling const spellings[] = {
    {"BooleanAlone", field<&p::disability>, R"({"fact": "disability", "is": true})"},
    {"BooleanIs", field<&p::in_work> == false, R"({"fact": "in_work", "is": false})"},
    {"IntegerIs", field<&p::months> == 3, R"({"fact": "months", "is": 3})"},
    {"IntegerOneOf", field<&p::months>.one_of(1, limit),
     R"({"fact": "months", "one_of": [1, {"parameter": "limit"}]})"},
    {"IntegerAtLeast", field<&p::months> >= 12, R"({"fact": "months", "at_least": 12})"},
    {"IntegerMoreThan", field<&p::months> > limit,
     R"({"fact": "months", "more_than": {"parameter": "limit"}})"},
    {"IntegerAtMost", field<&p::months> <= 12, R"({"fact": "months", "at_most": 12})"},
    {"IntegerLessThan", field<&p::months> < 12, R"({"fact": "months", "less_than": 12})"},
    {"IntegerIsNone", field<&p::months>.is_none(), R"({"fact": "months", "is_none": true})"},
    {"ChoiceIs", field<&p::education> == level::compulsory,
     R"({"fact": "education", "is": "compulsory"})"},
    {"ChoiceOneOf", field<&p::education>.one_of(level::none, level::compulsory),
     R"({"fact": "education", "one_of": ["none", "compulsory"]})"},
    {"ChoiceLessThan", field<&p::education> < level::upper_secondary,
     R"({"fact": "education", "less_than": "upper_secondary"})"},
    {"ChoiceAtMost", field<&p::education> <= level::compulsory,
     R"({"fact": "education", "at_most": "compulsory"})"},
    {"SetContains", field<&p::taken>.contains(level::none),
     R"({"fact": "taken", "contains": "none"})"},
    {"SetContainsAny", field<&p::wanted>.contains_any(level::none, level::compulsory),
     R"({"fact": "wanted", "contains_any": ["none", "compulsory"]})"},
    {"SetContainsAll", field<&p::taken>.contains_all(level::none),
     R"({"fact": "taken", "contains_all": ["none"]})"},
    {"SetCount", field<&p::taken>.count_at_least(2), R"({"fact": "taken", "count_at_least": 2})"},
    {"SetCountParameter", field<&p::taken>.count_at_least(limit),
     R"({"fact": "taken", "count_at_least": {"parameter": "limit"}})"},
    {"CodeIs", field<&p::municipality> == "0136", R"({"fact": "municipality", "is": "0136"})"},
    {"CodeOneOf", field<&p::diagnosis>.one_of("F20", std::string("F31")),
     R"({"fact": "diagnosis", "one_of": ["F20", "F31"]})"},
    {"MunicipalityIs", field<&p::home> == municipality_code{"0136"},
     R"({"fact": "home", "is": "0136"})"},
    {"MunicipalityOneOf",
     field<&p::home>.one_of(municipality_code{"0136"}, municipality_code{"0192"}),
     R"({"fact": "home", "one_of": ["0136", "0192"]})"},
    {"FlagsContain", field<&p::flags>.contains(level::none),
     R"({"fact": "flags", "contains": "none"})"},
    {"FlagsContainAny", field<&p::flags>.contains_any(level::none, level::compulsory),
     R"({"fact": "flags", "contains_any": ["none", "compulsory"]})"},
    {"DateBefore", field<&p::birth_date> < 2000y / May / 5,
     R"({"fact": "birth_date", "before": "2000-05-05"})"},
    {"DateOnOrBefore", field<&p::birth_date> <= 2000y / May / 5,
     R"({"fact": "birth_date", "on_or_before": "2000-05-05"})"},
    {"DateAfter", field<&p::birth_date> > 2000y / May / 5,
     R"({"fact": "birth_date", "after": "2000-05-05"})"},
    {"DateOnOrAfter", field<&p::birth_date> >= 2000y / May / 5,
     R"({"fact": "birth_date", "on_or_after": "2000-05-05"})"},
    {"ReachedYears", field<&p::birth_date>.reached(years{19}, counting::july),
     R"({"fact": "birth_date", "reached": {"years": 19, "counted": "july"}})"},
    {"NotReachedMonths", field<&p::birth_date>.not_reached(months{36}),
     R"({"fact": "birth_date", "not_reached": {"months": 36}})"},
    {"ReachedDaysOfAParameter", field<&p::birth_date>.reached(in_days(limit)),
     R"({"fact": "birth_date", "reached": {"days": {"parameter": "limit"}}})"},
    {"DateIsSome", field<&p::birth_date>.is_none(false),
     R"({"fact": "birth_date", "is_none": false})"},
    {"Rule", rule_named("other"), R"({"rule": "other"})"},
    {"Not", not field<&p::in_work>, R"({"none_of": [{"fact": "in_work", "is": true}]})"},
    {"AndOfThree", field<&p::in_work>and field<&p::disability>and rule_named("other"),
     R"({"all_of": [{"fact": "in_work", "is": true}, {"fact": "disability", "is": true},
                    {"rule": "other"}]})"},
    {"OrInsideAnd", field<&p::in_work> and (field<&p::disability> or rule_named("other")),
     R"({"all_of": [{"fact": "in_work", "is": true},
                    {"any_of": [{"fact": "disability", "is": true}, {"rule": "other"}]}]})"},
    {"CitedGroupStaysWhole",
     cite("SFS 2000:628 12 §",
          field<&p::birth_date>.reached(years{16}) and field<&p::birth_date>.not_reached(years{30}))
         and field<&p::disability>,
     R"({"all_of": [{"all_of": [{"fact": "birth_date", "reached": {"years": 16}},
                                {"fact": "birth_date", "not_reached": {"years": 30}}],
                     "cite": "SFS 2000:628 12 §"},
                    {"fact": "disability", "is": true}]})"},
    {"AtLeastOf", at_least_of(2, {field<&p::in_work>, field<&p::disability>, rule_named("other")}),
     R"({"at_least_of": {"count": 2, "of": [{"fact": "in_work", "is": true},
                         {"fact": "disability", "is": true}, {"rule": "other"}]}})"},
    {"AtLeastOfParameter", at_least_of(limit, {field<&p::in_work>}),
     R"({"at_least_of": {"count": {"parameter": "limit"}, "of": [{"fact": "in_work", "is": true}]}})"},
    {"NoneOf", none_of({field<&p::in_work>, field<&p::disability>}),
     R"({"none_of": [{"fact": "in_work", "is": true}, {"fact": "disability", "is": true}]})"},
    {"EmptyGroups", all_of({any_of({}), none_of({})}),
     R"({"all_of": [{"any_of": []}, {"none_of": []}]})"},
    {"Labelled", label(text{"unga", "young"}, cite(citation{"act", "2 §"}, field<&p::in_work>)),
     R"({"fact": "in_work", "is": true, "label": {"sv": "unga", "en": "young"},
         "cite": {"source": "act", "provision": "2 §"}})"},
};

class Spelling : public testing::TestWithParam<spelling>
{};

TEST_P(Spelling, IsTheSameValueInCppAndInJson)
{
    EXPECT_EQ(GetParam().in_cpp, read(GetParam().in_json)) << GetParam().in_json;
}

INSTANTIATE_TEST_SUITE_P(Every, Spelling, testing::ValuesIn(spellings),
                         [](auto const& one) { return std::string(one.param.name); });

/// A criterion written with operators, and the JSON that a reader of them would write.
struct written
{
    criterion in_cpp;
    std::string in_json;
    std::string joined_by{};          ///< `all_of` or `any_of`, where a chain may go on
    std::vector<std::string> parts{}; ///< of the chain
};

std::string json_group(std::string const& key, std::vector<std::string> const& parts)
{
    std::string text;
    for (auto const& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return "{\"" + key + "\": [" + text + "]}";
}

written chained(written left, written const& right, std::string const& key)
{
    auto in_cpp = key == "all_of" ? left.in_cpp and right.in_cpp : left.in_cpp or right.in_cpp;
    auto parts = left.joined_by == key ? std::move(left.parts) : std::vector{left.in_json};
    parts.push_back(right.in_json);
    return {std::move(in_cpp), json_group(key, parts), key, parts};
}

written random_written(testing_support::dice& roll, unsigned depth)
{
    if (depth == 0 || roll.chance(4)) {
        // A group would go on as a chain; those are made here.
        auto const* one = &spellings[roll(std::size(spellings))];
        while (std::holds_alternative<group>(one->in_cpp.form))
            one = &spellings[roll(std::size(spellings))];
        return {one->in_cpp, one->in_json};
    }
    auto const left = random_written(roll, depth - 1);
    switch (roll(6)) {
    case 0:
        return {not left.in_cpp, json_group("none_of", {left.in_json})};
    case 1:
        return chained(left, random_written(roll, depth - 1), "any_of");
    case 2: {
        auto const right = random_written(roll, depth - 1);
        return {at_least_of(2, {left.in_cpp, right.in_cpp}),
                R"({"at_least_of": {"count": 2, "of": [)" + left.in_json + ", " + right.in_json
                    + "]}}"};
    }
    case 3: {
        auto in_json = left.in_json;
        if (left.in_cpp.cite)
            return left;
        in_json.insert(in_json.size() - 1, R"(, "cite": "act")");
        return {cite("act", left.in_cpp), in_json};
    }
    default:
        return chained(left, random_written(roll, depth - 1), "all_of");
    }
}

TEST(Field, SpellsRandomCriteriaAsTheyAreReadFromJson)
{
    testing_support::dice roll(77);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int i = 0; i < 500; ++i) {
        auto const one = random_written(roll, 4);
        ASSERT_EQ(one.in_cpp, read(one.in_json)) << one.in_json;
    }
}

TEST(Field, SpellsARuleOfAShippedPlan)
{
    rule const young_with_disability{
        .id = "young-with-disability",
        .when = cite("SFS 2000:628 12 §", field<&p::birth_date>.reached(years{16})
                                              and field<&p::birth_date>.not_reached(years{30}))
                and field<&p::disability>};
    auto const shipped = read_plan("examples/plans/ostra-sodertorn-2022.plan.json").value();
    EXPECT_EQ(young_with_disability, *find_rule(shipped, "young-with-disability"));
}

} // namespace
} // namespace finsam
