// SPDX-License-Identifier: BSL-1.0
#include "rules/ways.hpp"

#include <finsam/io/plan.hpp>
#include <finsam/rules/schema.hpp>

#include "support/definitions.hpp"
#include "support/probe.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using checking::joiner;
using checking::only;
using checking::ways;

/// The fact of the column is one of the numbers from low to high.
ways from_to(std::size_t column, std::int64_t low, std::int64_t high)
{
    return only(column, checking::number_set{.ranges = {{low, high}}});
}

TEST(Ways, OfAFactThatCannotBeSoSayWhichFact)
{
    joiner join;
    auto const none = only(3, checking::number_set{});
    EXPECT_TRUE(none.impossible());
    EXPECT_EQ(none.conflict, 3U);
    EXPECT_EQ(join.all_of({from_to(1, 0, 9), none}).conflict, 3U);
    EXPECT_EQ(join.all_of({from_to(1, 0, 4), from_to(2, 0, 9), from_to(1, 5, 9)}).conflict, 1U);
}

TEST(Ways, ThatAreWithinOthersAreLeftOut)
{
    joiner join;
    auto const either = join.any_of({from_to(1, 0, 9), from_to(1, 2, 3), from_to(2, 0, 9)});
    EXPECT_EQ(either.all.size(), 2U);
    EXPECT_EQ(join.any_of({ways{}, from_to(1, 0, 9)}).all.size(), 1U);
}

TEST(Ways, AreNeverTooFewWhereTheyAreJoined)
{
    joiner join;
    std::vector<ways> several;
    for (std::int64_t i = 0; i < 3 * static_cast<std::int64_t>(joiner::most); ++i)
        several.push_back(join.all_of(
            {from_to(1, 10 * i, 10 * i + 1), from_to(static_cast<std::size_t>(2 + i % 3), i, i)}));
    auto const any = join.any_of(several);
    EXPECT_EQ(any.all.size(), joiner::most);
    for (auto const& one : several)
        EXPECT_FALSE(join.all_of({any, one}).impossible());
    // What none of them allows is still seen.
    EXPECT_TRUE(join.all_of({any, from_to(1, -9, -1)}).impossible());
    EXPECT_EQ(join.all_of({any, from_to(1, -9, -1)}).conflict, 1U);
}

TEST(Ways, OfSoManyAreThoseOfEverySoMany)
{
    joiner join;
    std::vector<ways> const three{from_to(1, 0, 4), from_to(1, 3, 9), from_to(1, 6, 9)};
    EXPECT_FALSE(join.at_least(0, three).impossible());
    EXPECT_FALSE(join.at_least(1, three).impossible());
    EXPECT_FALSE(join.at_least(2, three).impossible());
    EXPECT_TRUE(join.at_least(3, three).impossible());
    EXPECT_TRUE(join.at_least(4, three).impossible());
    // Two of them only from three to four or from six to nine.
    EXPECT_TRUE(join.all_of({join.at_least(2, three), from_to(1, 5, 5)}).impossible());
    EXPECT_TRUE(join.all_of({join.at_least(2, three), from_to(1, 0, 2)}).impossible());
}

TEST(Ways, ThatTakeTooLongAreJoinedToOneAndStillNotTooFew)
{
    joiner join;
    std::vector<ways> pairs;
    for (std::size_t i = 0; i < 2'000; ++i)
        pairs.push_back(join.any_of({from_to(i, 0, 0), from_to(i + 1, 1, 1)}));
    auto const all = join.all_of(pairs);
    EXPECT_GT(join.steps(), joiner::most_steps_apart);
    EXPECT_FALSE(all.impossible());
    auto const some = join.at_least(2, {from_to(1, 0, 4), from_to(1, 5, 9), from_to(2, 0, 0)});
    ASSERT_EQ(some.all.size(), 1U);
    EXPECT_FALSE(join.all_of({some, from_to(1, 5, 9), from_to(2, 0, 0)}).impossible());
    EXPECT_TRUE(join.all_of({from_to(1, 0, 4), from_to(1, 5, 9)}).impossible());
}

/// Whether something can be yes, and whether it can be no, for one person: both where it is set
/// aside.
struct prospects
{
    bool yes = false, no = false;
};

/// The criteria of a plan, asked of everybody there can be: what `check` is compared with.
class everybody
{
public:
    explicit everybody(plan const& agreed)
        : agreed_(agreed)
        , vocabulary_(schema_of(agreed))
    {
        for (auto const& column : vocabulary_.columns)
            cells_.push_back(cells_of(column));
    }

    /// What has been told of is as good as unknown.
    void set_aside(std::string const& pointer) { aside_.insert(pointer); }

    /// The smallest criteria that nobody meets. What is found counts as set aside for the others.
    std::set<std::string> unmet()
    {
        std::set<std::string> all;
        while (true) {
            nodes_.clear();
            ask_from(0);
            std::set<std::string> found;
            for (std::size_t i = 0; i < agreed_.rules.size(); ++i)
                add_smallest(agreed_.rules[i].when, place_of(i), found);
            if (found.empty())
                return all;
            all.insert(found.begin(), found.end());
            aside_.insert(found.begin(), found.end());
        }
    }

private:
    static std::string place_of(std::size_t rule)
    {
        return "/rules/" + std::to_string(rule) + "/when";
    }

    static std::string place_below(group const& several, std::string const& place, std::size_t i)
    {
        return place + "/" + std::string(detail::name_of(several.quantifier))
               + (several.quantifier == quantifier::at_least_of ? "/of/" : "/") + std::to_string(i);
    }

    /// Of the facts that every plan has, nothing is asked here.
    std::vector<cell> cells_of(fact_declaration const& column) const
    {
        std::vector<cell> cells;
        auto const is_asked = std::ranges::any_of(
            agreed_.facts, [&](auto const& one) { return one.name == column.name; });
        if (!is_asked)
            return {{}};
        auto const add = [&](std::int32_t number) {
            cells.push_back({.state = fact_state::value, .number = number});
        };
        if (column.kind == fact_kind::integer) {
            constexpr std::numeric_limits<std::int32_t> ends;
            for (std::int32_t number = -4; number <= 4; ++number)
                add(number);
            for (std::int32_t by = 0; by < 3; ++by) {
                add(ends.min() + by);
                add(ends.max() - by);
            }
        } else if (column.kind == fact_kind::set) {
            for (std::uint64_t bits = 0; bits < std::uint64_t{1} << column.values.size(); ++bits)
                cells.push_back({.state = fact_state::value, .members = {bits}});
        } else {
            auto const values = column.kind == fact_kind::boolean ? 2 : column.values.size();
            for (std::size_t i = 0; i < values; ++i)
                add(static_cast<std::int32_t>(i));
        }
        if (can_be_none(column))
            cells.push_back({.state = fact_state::none});
        return cells;
    }

    void ask_from(std::size_t column)
    {
        if (column == cells_.size()) {
            for (std::size_t i = 0; i < agreed_.rules.size(); ++i)
                ask(agreed_.rules[i].when, place_of(i));
            return;
        }
        for (auto const& one : cells_[column]) {
            someone_.facts[column] = one;
            ask_from(column + 1);
        }
    }

    prospects ask(criterion const& one, std::string const& place)
    {
        auto const answered = answer(one, place);
        auto const seen = aside_.contains(place) ? prospects{true, true} : answered;
        nodes_[place] = nodes_[place] || seen.yes;
        return seen;
    }

    prospects answer(criterion const& one, std::string const& place)
    {
        if (std::holds_alternative<leaf>(one.form)) {
            definitions const defined{agreed_, vocabulary_, agreed_.period.from, someone_};
            auto const found = defined.answer(one);
            return {found == truth::yes, found == truth::no};
        }
        if (auto const* named = std::get_if<rule_reference>(&one.form)) {
            auto const rule = std::ranges::find(agreed_.rules, named->rule, &rule::id);
            return ask(rule->when,
                       place_of(static_cast<std::size_t>(rule - agreed_.rules.begin())));
        }
        auto const& several = std::get<group>(one.form);
        std::int64_t can = 0, must = 0, all = 0;
        for (std::size_t i = 0; i < several.of.size(); ++i, ++all) {
            auto const child = ask(several.of[i], place_below(several, place, i));
            can += child.yes;
            must += !child.no;
        }
        switch (several.quantifier) {
        case quantifier::all_of:
            return {can == all, must < all};
        case quantifier::any_of:
            return {can > 0, must == 0};
        case quantifier::none_of:
            return {must == 0, can > 0};
        case quantifier::at_least_of: {
            auto const wanted = std::get<std::int64_t>(several.count);
            return {can >= wanted, must < wanted};
        }
        }
        return {};
    }

    /// Whether something in the criterion is met by nobody; adds the smallest such.
    bool add_smallest(criterion const& one, std::string const& place, std::set<std::string>& found)
    {
        bool below = false;
        if (auto const* named = std::get_if<rule_reference>(&one.form)) {
            auto const rule = std::ranges::find(agreed_.rules, named->rule, &rule::id);
            std::set<std::string> there;
            below = add_smallest(rule->when,
                                 place_of(static_cast<std::size_t>(rule - agreed_.rules.begin())),
                                 there);
        } else if (auto const* several = std::get_if<group>(&one.form)) {
            for (std::size_t i = 0; i < several->of.size(); ++i)
                below =
                    add_smallest(several->of[i], place_below(*several, place, i), found) || below;
        }
        if (!nodes_[place] && !below)
            found.insert(place);
        return below || !nodes_[place];
    }

    plan const& agreed_;
    schema vocabulary_;
    std::vector<std::vector<cell>> cells_{};
    person someone_{.facts = std::vector<cell>(vocabulary_.columns.size())};
    std::set<std::string> aside_{};
    std::map<std::string, bool> nodes_{}; // by place, whether somebody meets it
};

TEST(Ways, ToldByCheckAreExactForEverybodyThereCanBe)
{
    dice roll(20'261'122);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    std::size_t told = 0, of_groups = 0;
    for (int world = 0; world < 300; ++world) {
        auto made = framed_plan();
        made.period = {day(2010, 1, 1), day(2010, 1, 2)};
        // Few facts, so that there are not many people, and much is asked of each.
        std::erase_if(made.facts, [](fact_declaration const& one) {
            return one.kind == fact_kind::date || one.kind == fact_kind::code;
        });
        while (made.facts.size() > 3)
            made.facts.erase(made.facts.begin()
                             + static_cast<std::ptrdiff_t>(roll(made.facts.size())));
        for (int i = 0; i < 3; ++i)
            made.rules.push_back(
                {.id = "rule-" + std::to_string(i), .when = random_criterion(roll, made, 3)});

        everybody asked(made);
        std::set<std::string> found;
        for (auto const& line : checked(made))
            if (auto const space = line.find(' '); line.starts_with("unsatisfiable"))
                found.insert(line.substr(space + 1));
            else if (line.starts_with("always_met"))
                asked.set_aside(line.substr(space + 1));
        auto const expected = asked.unmet();
        ASSERT_EQ(found, expected) << "world " << world << '\n' << write_plan(made);
        told += found.size();
        of_groups += static_cast<std::size_t>(std::ranges::count_if(
            found, [](std::string const& place) { return place.ends_with("when"); }));
    }
    EXPECT_GT(told, 150U);
    EXPECT_GT(of_groups, 30U);
}

} // namespace
} // namespace finsam
