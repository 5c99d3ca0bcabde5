// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/flag_set.hpp>

#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

#include <set>

namespace finsam {
namespace {

enum class letter
{
    c = 7,
    a = 3,
    b = 100
};
BOOST_DESCRIBE_ENUM(letter, c, a, b)

TEST(FlagSet, HoldsWhatASetOfTheEnumHolds)
{
    constexpr letter all[] = {letter::a, letter::b, letter::c};
    for (unsigned chosen = 0; chosen < 8; ++chosen) {
        std::set<letter> plain;
        flag_set<letter> flags;
        for (unsigned i = 0; i < 3; ++i)
            if (chosen >> i & 1) {
                plain.insert(all[i]);
                flags.insert(all[i]);
            }
        EXPECT_EQ(flags.size(), plain.size());
        EXPECT_EQ(flags.empty(), plain.empty());
        for (auto const one : all) {
            EXPECT_EQ(flags.contains(one), plain.contains(one));
            auto without = flags;
            without.erase(one);
            EXPECT_EQ(without.size(), plain.size() - plain.count(one));
        }
    }
}

TEST(FlagSet, CountsBitsInTheOrderDescribed)
{
    static_assert(flag_set<letter>{letter::c}.bits() == 1);
    static_assert(flag_set<letter>{letter::a, letter::b}.bits() == 6);
    static_assert(flag_set<letter>{letter::a, letter::a} == flag_set<letter>{letter::a});
    EXPECT_EQ(flag_set<letter>{static_cast<letter>(55)}.bits(), 0U);
}

} // namespace
} // namespace finsam
