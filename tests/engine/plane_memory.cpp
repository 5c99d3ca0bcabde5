// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/plane_memory.hpp>

#include <gtest/gtest.h>

#include <utility>

namespace finsam {
namespace {

TEST(PlaneMemory, IsItsOwnOnceCopied)
{
    alignas(64) std::uint64_t const others[8] = {1, 2, 3};
    plane_memory copy;
    {
        plane_memory const borrowed(others, sizeof others);
        EXPECT_EQ(borrowed.words(), others);
        copy = borrowed;
    }
    EXPECT_NE(copy.words(), others);
    ASSERT_EQ(copy.size(), sizeof others);
    EXPECT_EQ(copy.words()[2], 3U);
    copy.own()[2] = 4;
    EXPECT_EQ(others[2], 3U);
    auto const moved = std::move(copy);
    EXPECT_EQ(moved.words()[2], 4U);
}

TEST(PlaneMemory, IsAlignedToSixtyFourBytesWhateverItsSize)
{
    for (std::size_t const bytes : {std::size_t{0}, std::size_t{64}, std::size_t{5} << 20}) {
        plane_memory one(bytes);
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(one.words()) % 64, 0U);
        if (bytes != 0)
            one.own()[bytes / 8 - 1] = 1;
    }
}

} // namespace
} // namespace finsam
