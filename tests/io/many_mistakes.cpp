// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>

#include "support/sample_people.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <string>
#include <vector>

using namespace finsam;
using testing_support::sample_of_people;
using testing_support::told_in_people;

namespace {

constexpr std::size_t rows = 200'000;

/// The most memory the process has had so far; 0 where the system does not tell.
std::size_t peak_in_kib()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            std::size_t size = 0;
            status >> size;
            return size;
        }
    return 0;
}

// A sanitizer keeps memory that was given back.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_is_given_back = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool memory_is_given_back = false;
#else
constexpr bool memory_is_given_back = true;
#endif
#else
constexpr bool memory_is_given_back = true;
#endif

/// A file in which every row has the same mistake in another person.
struct mistaken_file
{
    std::string name;
    people_format format;
    std::string header;
    std::string before_id;
    std::string after_id;
    std::string told; // of a row, after its line number

    [[nodiscard]] std::string text() const
    {
        std::string text = header;
        text.reserve(header.size() + rows * (before_id.size() + 6 + after_id.size()));
        for (std::size_t row = 0; row < rows; ++row)
            text += before_id + std::to_string(100'000 + row) + after_id;
        return text;
    }
};

void PrintTo(mistaken_file const& one, std::ostream* out)
{
    *out << one.name;
}

class ManyMistakes : public testing::TestWithParam<mistaken_file>
{};

} // namespace

TEST_P(ManyMistakes, AreAllCountedTheFirstHundredListedAndNoneKept)
{
    auto const& file = GetParam();
    auto const text = file.text();
    auto const before = peak_in_kib();
    auto const read = parse_people(sample_of_people(), text, file.format);
    auto const growth = peak_in_kib() - before;

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().errors, rows);
    std::vector<std::string> first_hundred;
    for (std::size_t line = file.header.empty() ? 1 : 2; first_hundred.size() < 100; ++line)
        first_hundred.push_back(std::to_string(line) + ':' + file.told);
    EXPECT_EQ(told_in_people(read), first_hundred);
    EXPECT_TRUE(to_lines(read.error()).ends_with("\nand 199900 more\n"));
    // Ids are kept, since they must be unique; every diagnostic kept takes 43 MiB and more.
    if (memory_is_given_back) {
        EXPECT_LT(growth, 32U * 1024U) << "KiB";
    }
}

INSTANTIATE_TEST_SUITE_P(
    People, ManyMistakes,
    testing::Values(mistaken_file{"UnknownKeyInJsonLines", people_format::json_lines, "",
                                  "{\"id\": \"p-", "\", \"wants_wrok\": true}\n",
                                  "20 unknown_key /wants_wrok"},
                    mistaken_file{"BrokenJsonLines", people_format::json_lines, "", "{\"id\": \"p-",
                                  "\", \"wants_work\": tru}\n", "34 syntax "},
                    mistaken_file{"NoBooleanInCsv", people_format::csv, "id,wants_work\n", "p-",
                                  ",perhaps\n", "10 bad_value /wants_work"},
                    mistaken_file{"RowTooShortInCsv", people_format::csv, "id,wants_work\n", "p-",
                                  "\n", "1 syntax "}),
    [](testing::TestParamInfo<mistaken_file> const& one) { return one.param.name; });
