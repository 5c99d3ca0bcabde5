// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/mapped_file.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <sys/stat.h>

namespace finsam {
namespace {

/// A file with the text, removed in the end.
class written
{
public:
    explicit written(std::string const& text)
        : place(std::filesystem::temp_directory_path()
                / ("finsam-mapped-" + std::to_string(std::random_device{}())))
    {
        std::ofstream(place, std::ios::binary) << text;
    }
    ~written() { std::filesystem::remove(place); }

    std::filesystem::path place;
};

TEST(MappedFile, HasTheBytesOfTheFileWhereAPlaneCanBeRead)
{
    written const file("hello");
    auto const mapped = mapped_file::open(file.place);
    ASSERT_TRUE(mapped);
    mapped->read_ahead();
    EXPECT_EQ(mapped->bytes(), "hello");
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(mapped->bytes().data()) % 64, 0U);
}

TEST(MappedFile, KeepsTheBytesOfAFileThatIsReplaced)
{
    written const file("before");
    auto const mapped = mapped_file::open(file.place);
    ASSERT_TRUE(mapped);
    written const other("after!");
    std::filesystem::rename(other.place, file.place);
    EXPECT_EQ(mapped->bytes(), "before");
    EXPECT_EQ(mapped_file::open(file.place)->bytes(), "after!");
}

TEST(MappedFile, IsNothingOfAnEmptyFileAFolderAPipeOrNoFile)
{
    written const empty(""), gone("x");
    EXPECT_FALSE(mapped_file::open(empty.place));
    EXPECT_FALSE(mapped_file::open(std::filesystem::temp_directory_path()));
    std::filesystem::remove(gone.place);
    EXPECT_FALSE(mapped_file::open(gone.place));
    // A pipe is not waited for, and its writer not taken in.
    ASSERT_EQ(::mkfifo(gone.place.c_str(), 0600), 0);
    EXPECT_FALSE(mapped_file::open(gone.place));
}

TEST(MappedFile, StaysWhereItIsWhenItIsMoved)
{
    written const file("hello");
    auto mapped = mapped_file::open(file.place).value();
    auto const* const place = mapped.bytes().data();
    auto moved = std::move(mapped);
    EXPECT_EQ(moved.bytes().data(), place);
    mapped_file assigned;
    assigned = std::move(moved);
    EXPECT_EQ(assigned.bytes().data(), place);
    EXPECT_EQ(assigned.bytes(), "hello");
}

TEST(MappedFile, IsNotCopied)
{
    written const file("hello");
    auto const mapped = mapped_file::open(file.place).value();
    auto const copy = mapped; // NOLINT: that is what is tested
    EXPECT_EQ(copy.bytes(), "");
    EXPECT_EQ(mapped.bytes(), "hello");
    auto other = mapped_file::open(file.place).value();
    other = mapped;
    EXPECT_EQ(other.bytes(), "");
    auto& itself = other = mapped_file::open(file.place).value();
    other = itself;
    EXPECT_EQ(other.bytes(), "hello");
}

TEST(MappedFile, CanBeBytesInMemoryOfTheirOwn)
{
    plane_memory bytes(64);
    std::memset(bytes.own(), 'a', 64);
    mapped_file const own(std::move(bytes));
    EXPECT_EQ(own.bytes(), std::string(64, 'a'));
}

} // namespace
} // namespace finsam
