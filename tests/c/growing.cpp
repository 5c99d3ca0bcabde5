// SPDX-License-Identifier: BSL-1.0
#include "c/growing.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

namespace finsam {
namespace {

/// A structure as an older caller knows it, and as it has grown since.
struct older_structure
{
    std::size_t size;
    std::uint32_t known;
    std::uint32_t last;
};
struct grown_structure
{
    std::size_t size;
    std::uint32_t known;
    std::uint32_t last;
    std::uint64_t added;
};

} // namespace

template<>
inline constexpr std::size_t c::first_size<grown_structure> = sizeof(older_structure);

namespace {

TEST(GrowingStructures, AreTakenFromWhoKnewFewerMembers)
{
    grown_structure given{.size = sizeof(older_structure), .known = 3, .last = 4, .added = 5};
    auto const read = c::read_structure(&given, "/here");
    EXPECT_EQ(read.known, 3u);
    EXPECT_EQ(read.last, 4u);
    EXPECT_EQ(read.added, 0u) << "what lies behind the older structure is another's";
    given.size = sizeof given;
    EXPECT_EQ(c::read_structure(&given, "/here").added, 5u);
}

TEST(GrowingStructures, AreNeverSmallerThanTheyWereAtFirst)
{
    grown_structure const given{
        .size = sizeof(older_structure) - 1, .known = 3, .last = 4, .added = 0};
    EXPECT_THROW((void)c::read_structure(&given, "/here"), c::wrong_use);
}

TEST(GrowingStructures, LieAsFarApartAsTheCallerKnowsThem)
{
    older_structure const given[] = {{sizeof(older_structure), 1, 2},
                                     {sizeof(older_structure), 3, 4}};
    auto const* const first = reinterpret_cast<grown_structure const*>(given);
    EXPECT_EQ(c::read_structure(first, 0, "/here").last, 2u);
    EXPECT_EQ(c::read_structure(first, 1, "/here").known, 3u);
}

} // namespace
} // namespace finsam
