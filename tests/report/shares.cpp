// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/shares.hpp>

#include "support/sample_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using testing::ElementsAre;

__extension__ typedef __int128 wide;

/// What a member is to bear: `weight` of `weights` of one `divisor`th.
struct claim
{
    char const* member;
    std::int64_t divisor;
    std::int64_t weight;
    std::int64_t weights;
};

/// An association and what each of its members bears, in the order of the shares.
struct association_of
{
    char const* name;
    plan agreed;
    std::vector<claim> claims;
};

plan of_members(std::vector<member> members, std::vector<contribution> paid)
{
    plan made;
    made.members = std::move(members);
    made.contributions = std::move(paid);
    return made;
}

member agency()
{
    return {"fk", party::social_insurance_agency, same_text("FK")};
}
member employment()
{
    return {"af", party::public_employment_service, same_text("AF")};
}
member region(std::string id, std::string code)
{
    return {std::move(id), party::region, {}, std::move(code)};
}
member municipality(std::string id, std::string code)
{
    return {std::move(id), party::municipality, {}, std::move(code)};
}

std::vector<association_of> associations()
{
    return {
        {"OneOfEach",
         of_members({agency(), employment(), region("r", "97"), municipality("m", "9701")}, {}),
         {{"fk", 2, 1, 1}, {"r", 4, 1, 1}, {"m", 4, 1, 1}}},
        {"EquallyWhereNothingIsContributed",
         of_members({municipality("a", "9701"), municipality("b", "9702"),
                     municipality("c", "9801"), region("r", "97"), region("s", "98"), agency(),
                     employment()},
                    {}),
         {{"fk", 2, 1, 1},
          {"r", 4, 1, 2},
          {"s", 4, 1, 2},
          {"a", 4, 1, 3},
          {"b", 4, 1, 3},
          {"c", 4, 1, 3}}},
        {"InProportionToContributions",
         of_members({agency(), employment(), region("r", "97"), municipality("a", "9701"),
                     municipality("b", "9702"), municipality("c", "9703")},
                    {{"fk", 9}, {"a", 700}, {"b", 13}, {"a", 1}}),
         {{"fk", 2, 1, 1},
          {"r", 4, 1, 1},
          {"a", 4, 701, 714},
          {"b", 4, 13, 714},
          {"c", 4, 0, 714}}},
        {"GotlandPaysBothQuarters",
         of_members({agency(), employment(), municipality("gotland", "0980")},
                    {{"fk", 2}, {"gotland", 2}}),
         {{"fk", 2, 1, 1}, {"gotland", 4, 1, 1}, {"gotland", 4, 1, 1}}},
        {"GotlandBesideAnotherRegion",
         of_members({agency(), employment(), region("r", "01"), municipality("m", "0114"),
                     municipality("gotland", "0980")},
                    {{"fk", 300}, {"r", 100}, {"m", 50}, {"gotland", 150}}),
         {{"fk", 2, 1, 1},
          {"r", 4, 200, 350},
          {"gotland", 4, 150, 350},
          {"m", 4, 100, 250},
          {"gotland", 4, 150, 250}}},
    };
}

void PrintTo(association_of const& one, std::ostream* out)
{
    *out << one.name;
}

/// Whether a part is less than one öre from `ore · weight / (weights · divisor)`.
bool is_near(std::int64_t part, std::int64_t ore, claim const& due)
{
    auto const whole = wide{due.weights} * due.divisor;
    auto const off = wide{part} * whole - wide{ore} * due.weight;
    return off < whole && -off < whole;
}

void expect_lawful(association_of const& one, std::int64_t ore)
{
    auto const shares = shares_of(one.agreed, ore);
    // SFS 2003:1210 5 §
    ASSERT_EQ(shares.size(), 3U);
    ASSERT_EQ(shares[0].party, party::social_insurance_agency);
    ASSERT_EQ(shares[1].party, party::region);
    ASSERT_EQ(shares[2].party, party::municipality);
    wide sum = 0;
    std::size_t next = 0;
    for (auto const& of : shares) {
        sum += of.share_ore;
        auto const half = of.party == party::social_insurance_agency;
        ASSERT_TRUE(is_near(of.share_ore, ore, {"", half ? 2 : 4, 1, 1})) << ore;
        wide members = 0;
        for (auto const& part : of.members) {
            members += part.share_ore;
            ASSERT_LT(next, one.claims.size());
            ASSERT_EQ(part.member, one.claims[next].member);
            ASSERT_GE(part.share_ore, 0);
            ASSERT_TRUE(is_near(part.share_ore, ore, one.claims[next]))
                << ore << ' ' << part.member;
            ++next;
        }
        ASSERT_TRUE(members == of.share_ore) << ore;
    }
    ASSERT_EQ(next, one.claims.size());
    ASSERT_TRUE(sum == ore) << ore;
}

class Shares : public testing::TestWithParam<association_of>
{};

TEST_P(Shares, OfEachSmallAmountSumToItAndAreLessThanAnOreOff)
{
    for (std::int64_t ore = 0; ore <= 100'000; ++ore)
        ASSERT_NO_FATAL_FAILURE(expect_lawful(GetParam(), ore));
}

TEST_P(Shares, OfLargeAmountsDoToo)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    std::mt19937_64 roll(2003'1210);
    for (auto const ore : {most, most - 1, most - 2, most - 3})
        ASSERT_NO_FATAL_FAILURE(expect_lawful(GetParam(), ore));
    for (int i = 0; i < 20'000; ++i) {
        // Of every size: 17 to 63 bits.
        auto const ore = static_cast<std::int64_t>(roll() >> (1 + roll() % 47));
        ASSERT_NO_FATAL_FAILURE(expect_lawful(GetParam(), ore));
    }
}

INSTANTIATE_TEST_SUITE_P(Of, Shares, testing::ValuesIn(associations()),
                         [](auto const& one) { return std::string(one.param.name); });

TEST(SharesOfAFewOre, GoToTheLargestRemainderAndThenInOrder)
{
    auto const agreed = associations()[1].agreed;
    auto const of = [&](std::int64_t ore) {
        std::vector<std::int64_t> parts;
        for (auto const& one : shares_of(agreed, ore))
            for (auto const& part : one.members)
                parts.push_back(part.share_ore);
        return parts;
    };
    EXPECT_THAT(of(1), ElementsAre(1, 0, 0, 0, 0, 0)); // 1/2 before 1/4 and 1/4
    EXPECT_THAT(of(2), ElementsAre(1, 1, 0, 0, 0, 0)); // the regions before the municipalities
    EXPECT_THAT(of(3), ElementsAre(1, 1, 0, 1, 0, 0)); // 3/4 before 1/2
    EXPECT_THAT(of(20), ElementsAre(10, 3, 2, 2, 2, 1));
    EXPECT_THAT(of(24), ElementsAre(12, 3, 3, 2, 2, 2));
}

TEST(SharesByContribution, StandWhateverTheAmounts)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    auto agreed = associations()[2].agreed;
    agreed.contributions = {{"a", most}, {"b", most}, {"c", most}, {"c", most}};
    auto const shares = shares_of(agreed, most);
    auto const& of = shares[2].members;
    EXPECT_EQ(of[0].share_ore + of[1].share_ore + of[2].share_ore, shares[2].share_ore);
    // What one member contributes counts up to the largest number there is.
    EXPECT_LE(of[0].share_ore - of[2].share_ore, 1);
    EXPECT_LE(of[2].share_ore - of[0].share_ore, 1);
}

} // namespace
} // namespace finsam
