// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/io/json_schema.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/rules/schema.hpp>

#include "io/document.hpp"
#include "io/shape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

// What the schemas accept and refuse is tested in tests/schema with a validator of others.

using namespace finsam;
using io::json_kind;
using io::node;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::Not;

namespace {

using words = std::vector<std::string>;

plan const& sample()
{
    static auto const agreed =
        read_plan(std::filesystem::path("tests/cases/sample.plan.json")).value();
    return agreed;
}

node parsed(std::string const& text)
{
    auto const document = io::parse_document(text, "schema");
    EXPECT_TRUE(document.found.empty());
    EXPECT_TRUE(text.ends_with("}\n"));
    return document.root;
}

/// The value under the keys, one below the other.
node const& at(node const& from, std::initializer_list<std::string_view> keys)
{
    static node const nothing;
    auto const* value = &from;
    for (auto const key : keys)
        if (value != nullptr)
            value = io::find(*value, key);
    EXPECT_NE(value, nullptr) << (keys.size() > 0 ? *(keys.end() - 1) : "");
    return value == nullptr ? nothing : *value;
}

words keys_of(node const& object)
{
    words keys;
    for (auto const& one : object.members)
        keys.push_back(one.key);
    return keys;
}

words texts_of(node const& list)
{
    words texts;
    for (auto const& item : list.items)
        texts.push_back(item.text);
    return texts;
}

template<class E>
words names()
{
    auto const all = detail::names_of<E>();
    return {all.begin(), all.end()};
}

void for_each_node(node const& from, std::function<void(node const&)> const& visit)
{
    visit(from);
    for (auto const& item : from.items)
        for_each_node(item, visit);
    for (auto const& one : from.members)
        for_each_node(one.value, visit);
}

struct named_schema
{
    std::string name;
    std::string text;

    friend void PrintTo(named_schema const& one, std::ostream* out) { *out << one.name; }
};

class EachSchema : public testing::TestWithParam<named_schema>
{};

} // namespace

TEST_P(EachSchema, IsOfTheDraftAndSaysWhatItIsOf)
{
    auto const root = parsed(GetParam().text);
    EXPECT_EQ(at(root, {"$schema"}).text, "https://json-schema.org/draft/2020-12/schema");
    EXPECT_NE(at(root, {"title"}).text, "");
    EXPECT_NE(at(root, {"description"}).text, "");
}

TEST_P(EachSchema, DefinesWhatItRefersToAndNothingElse)
{
    auto const root = parsed(GetParam().text);
    std::set<std::string> defined, referred;
    for (auto const& key : keys_of(at(root, {"$defs"})))
        defined.insert("#/$defs/" + key);
    for_each_node(root, [&](node const& one) {
        if (auto const* to = io::find(one, "$ref"))
            referred.insert(to->text);
    });
    EXPECT_TRUE(std::ranges::includes(defined, referred));
    // A plan without interventions has no answers about them.
    if (!GetParam().name.ends_with("EmptyPlan")) {
        EXPECT_EQ(defined, referred);
    }
}

// Some editors and validators refuse a schema for this.
TEST_P(EachSchema, NeverChoosesFromNothing)
{
    for_each_node(parsed(GetParam().text), [](node const& one) {
        auto const* choice = io::find(one, "enum");
        EXPECT_FALSE(choice && choice->kind == json_kind::array && choice->items.empty());
    });
}

INSTANTIATE_TEST_SUITE_P(
    Of, EachSchema,
    testing::Values(named_schema{"Plans", plan_json_schema()},
                    named_schema{"People", people_json_schema()},
                    named_schema{"PeopleOfAPlan", people_json_schema(sample())},
                    named_schema{"PeopleOfAnEmptyPlan", people_json_schema(plan{})},
                    named_schema{"Cases", cases_json_schema()},
                    named_schema{"CasesOfAPlan", cases_json_schema(sample())},
                    named_schema{"CasesOfAnEmptyPlan", cases_json_schema(plan{})}),
    [](auto const& one) { return one.param.name; });

TEST(PlanSchema, HasTheKeysOfThePlanInTheirOrder)
{
    auto const root = parsed(plan_json_schema());
    words expected{"format"};
    detail::for_each_member<plan>([&](std::string_view key, auto) { expected.emplace_back(key); });
    EXPECT_EQ(keys_of(at(root, {"properties"})), expected);
    EXPECT_EQ(at(root, {"properties", "format", "const"}).text, io::plan_format);
    EXPECT_THAT(texts_of(at(root, {"required"})),
                ElementsAre("format", "id", "association", "period", "members", "facts",
                            "needs_groups", "interventions"));
}

TEST(PlanSchema, ClosesEveryObject)
{
    auto const root = parsed(plan_json_schema());
    for (auto const& [name, offset, definition] : at(root, {"$defs"}).members)
        if (io::find(definition, "properties")) {
            EXPECT_EQ(at(definition, {"additionalProperties"}).kind, json_kind::boolean) << name;
        }
}

TEST(PlanSchema, TellsAboutEveryKey)
{
    auto const root = parsed(plan_json_schema());
    for (auto const& [name, offset, definition] : at(root, {"$defs"}).members)
        if (auto const* properties = io::find(definition, "properties")) {
            for (auto const& [key, its_offset, value] : properties->members)
                EXPECT_TRUE(io::find(value, "description")) << name << ' ' << key;
        }
}

TEST(PlanSchema, HasAllComparatorsAndForms)
{
    auto const root = parsed(plan_json_schema());
    auto const& criterion = at(root, {"$defs", "criterion"});
    EXPECT_EQ(keys_of(at(criterion, {"dependentRequired"})), names<comparator>());
    auto const keys = keys_of(at(criterion, {"properties"}));
    for (auto const& all : {names<comparator>(), names<quantifier>()})
        EXPECT_THAT(keys, testing::IsSupersetOf(all));
    EXPECT_EQ(at(criterion, {"oneOf"}).items.size(), std::size(io::criterion_forms));
    EXPECT_EQ(at(criterion, {"dependentSchemas", "fact", "oneOf"}).items.size(),
              names<comparator>().size());
}

TEST(PlanSchema, GivesAComparatorWhatFactsCanTake)
{
    auto const root = parsed(plan_json_schema());
    auto const& keys = at(root, {"$defs", "criterion", "properties"});
    EXPECT_THAT(texts_of(at(keys, {"is", "type"})),
                ElementsAre("boolean", "string", "integer", "object"));
    EXPECT_THAT(texts_of(at(keys, {"at_least", "type"})),
                ElementsAre("string", "integer", "object"));
    EXPECT_THAT(texts_of(at(keys, {"count_at_least", "type"})), ElementsAre("integer", "object"));
    EXPECT_EQ(at(keys, {"count_at_least", "minimum"}).text, "1");
    EXPECT_EQ(at(keys, {"contains", "type"}).text, "string");
    EXPECT_EQ(at(keys, {"contains_all", "items", "type"}).text, "string");
    EXPECT_EQ(at(keys, {"is_none", "type"}).text, "boolean");
    EXPECT_EQ(at(keys, {"before", "$ref"}).text, "#/$defs/date");
    EXPECT_EQ(at(keys, {"reached", "$ref"}).text, "#/$defs/anniversary");
    auto const& years = at(root, {"$defs", "anniversary", "properties", "years"});
    EXPECT_EQ(at(years, {"maximum"}).text, "1000");
}

TEST(PeopleSchema, OfAnyPlanLetsFactsHaveAnyValue)
{
    auto const root = parsed(people_json_schema());
    EXPECT_THAT(keys_of(at(root, {"properties"})), ElementsAreArray(reserved_keys));
    EXPECT_THAT(texts_of(at(root, {"required"})), ElementsAre("id"));
    EXPECT_THAT(texts_of(at(root, {"additionalProperties", "type"})),
                ElementsAre("boolean", "integer", "string", "array", "null"));
}

TEST(PeopleSchema, OfOnePlanHasItsFactsAndInterventions)
{
    auto const root = parsed(people_json_schema(sample()));
    auto const& keys = at(root, {"properties"});
    words expected(std::begin(reserved_keys), std::end(reserved_keys));
    for (auto const& one : sample().facts)
        expected.push_back(one.name);
    EXPECT_EQ(keys_of(keys), expected);
    EXPECT_FALSE(at(root, {"additionalProperties"}).truth);

    // An ordered choice cannot be none, another can.
    EXPECT_THAT(texts_of(at(keys, {"education", "enum"})),
                ElementsAre("none", "compulsory", "upper_secondary", "higher"));
    EXPECT_EQ(at(keys, {"housing", "enum"}).items.back().kind, json_kind::null);
    // Nobody has a place in a structural intervention, but one may be listed.
    EXPECT_THAT(texts_of(at(keys, {"placed", "enum"})), Not(testing::Contains("arbetsgivare")));
    EXPECT_THAT(texts_of(at(keys, {"preferences", "items", "enum"})),
                testing::Contains("arbetsgivare"));
    EXPECT_THAT(texts_of(at(keys, {"consents", "items", "enum"})),
                testing::Contains("migrationsverket"));
    EXPECT_EQ(at(keys, {"sick_since", "description"}).text,
              "on sick leave since (sjukskriven sedan); held by `social_insurance_agency`, used "
              "with the person's consent");
}

TEST(CasesSchema, LetsAPersonBeWithoutAnId)
{
    auto const root = parsed(cases_json_schema());
    EXPECT_THAT(texts_of(at(root, {"required"})), ElementsAre("plan", "as_of", "cases"));
    EXPECT_EQ(io::find(at(root, {"$defs", "person"}), "required"), nullptr);
}

TEST(CasesSchema, OfOnePlanAsksAboutItsOwn)
{
    auto const root = parsed(cases_json_schema(sample()));
    auto const& expected = at(root, {"$defs", "expected", "properties"});
    EXPECT_THAT(keys_of(at(expected, {"interventions", "properties"})),
                ElementsAre("start", "ips", "skola", "praktik", "etablering", "motesplats"));
    EXPECT_EQ(keys_of(at(expected, {"needs_groups", "properties"})).size(),
              sample().needs_groups.size());
}
