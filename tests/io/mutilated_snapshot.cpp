// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/io/snapshot.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/report/gaps.hpp>

#include "support/random_people.hpp"
#include "support/snapshot_seal.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstring>

/// Snapshots that are damaged are refused; those that somebody changed on purpose, sums and all,
/// are refused or are people like any other.
namespace finsam {
namespace {

using namespace testing_support;

constexpr auto as_of = date{std::chrono::year{2010}, std::chrono::month{6}, std::chrono::day{1}};

struct world
{
    engine compiled;
    people caseload;
    std::string bytes;

    world(dice& roll, std::size_t count)
        : compiled(compile(random_plan(roll), as_of).value())
        , caseload(random_people(roll, compiled.agreed(), count))
        , bytes(to_snapshot(caseload))
    {}

    [[nodiscard]] result<people> read(std::string const& changed) const
    {
        return parse_snapshot(compiled.agreed(), changed);
    }
};

/// Looks at everything there is; each `step`th person is asked about one by one too, and must get
/// the answers that the planes give.
void use(engine const& compiled, people const& all, std::size_t step = 1)
{
    auto const& allowed = compiled.agreed().mandates.front();
    auto const eligible = evaluate(compiled, all, allowed);
    ASSERT_EQ(eligible.people, all.size());
    for (std::size_t row = 0; row < all.size(); row += step) {
        auto const someone = all.row(row);
        auto const told = assess(compiled, someone);
        for (std::size_t i = 0; i < told.interventions.size(); ++i)
            ASSERT_EQ(told.interventions[i].answer, answer_of(eligible.interventions[i], row));
        for (std::size_t i = 0; i < told.needs_groups.size(); ++i)
            ASSERT_EQ(told.needs_groups[i].answer, answer_of(eligible.needs_groups[i], row));
    }
    auto const proposed = match(compiled, all, eligible, allowed);
    ASSERT_EQ(gaps(compiled, all, eligible, proposed, allowed).needs_groups.size(),
              compiled.needs_groups().size());
    ASSERT_TRUE(parse_snapshot(compiled.agreed(), to_snapshot(all)));
}

void mutilate(dice& roll, std::string& bytes, std::string const& other)
{
    auto const size = bytes.size();
    // Mostly the beginning: the rest is mostly planes.
    auto const at = static_cast<std::size_t>(roll(roll.chance(3) ? size : size / 8 + 1)) % size;
    auto const length = std::min<std::size_t>(1 + roll(roll.chance(2) ? 4096 : 16), size - at);
    auto const word = at / 4 * 4;
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + word, sizeof number);
    switch (roll(8)) {
    case 0:
        bytes.resize(at);
        break;
    case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << roll(8)));
        break;
    case 2:
        for (std::size_t i = 0; i < length; ++i)
            bytes.insert(at, 1, static_cast<char>(roll(256)));
        break;
    case 3:
        bytes.erase(at, length);
        break;
    case 4: { // two blocks in each other's place
        auto const to = static_cast<std::size_t>(roll(size - length + 1));
        std::swap_ranges(bytes.data() + at, bytes.data() + std::min(at + length, size),
                         bytes.data() + std::min(to, size - std::min(length, size - at)));
        break;
    }
    case 5: // as if it stood in another snapshot
        bytes.replace(at, length, other, std::min(at, other.size()), length);
        break;
    default: { // another number
        std::vector<std::uint32_t> const numbers = {
            0,           1,          number + 1, number - 1,
            number + 64, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF,
            0xFFFFFFFE,  0xFFFFFFFD, 16384,      static_cast<std::uint32_t>(size)};
        number = roll.pick(numbers);
        std::memcpy(bytes.data() + word, &number, sizeof number);
        break;
    }
    }
}

void mutilate_often(std::uint64_t seed, std::size_t people, int times, std::size_t step)
{
    dice roll(seed);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    world const one(roll, people);
    auto const other = to_snapshot(random_people(roll, one.compiled.agreed(), people + 7));
    int used = 0, sealed = 0;
    for (int i = 0; i < times; ++i) {
        auto bytes = one.bytes;
        for (auto left = 1 + roll(2); left > 0 && !bytes.empty(); --left)
            mutilate(roll, bytes, other);
        if (bytes == one.bytes)
            continue;
        ASSERT_FALSE(one.read(bytes)) << "damaged, and not found, change " << i;
        seal_again(bytes);
        ++sealed;
        if (auto const read = one.read(bytes)) {
            ++used;
            use(one.compiled, *read, step);
            if (testing::Test::HasFatalFailure())
                FAIL() << "change " << i;
        }
    }
    // Else nothing was tried but the sums.
    EXPECT_GT(used, times / 50);
    EXPECT_GT(sealed - used, times / 10);
}

TEST(MutilatedSnapshot, IsRefusedOrReadWithoutHarm)
{
    mutilate_often(1, 130, 7000, 1);
    mutilate_often(2, 1, 1500, 1);
    mutilate_often(3, 4200, 1300, 41);
}

TEST(MutilatedSnapshot, OfMoreThanOnePieceIsRefusedOrReadWithoutHarm)
{
    mutilate_often(4, piece_rows + 3, 200, 997);
    mutilate_often(5, piece_rows, 200, 997);
}

TEST(MutilatedSnapshot, IsRefusedForEachBitBeforeThePlanes)
{
    dice roll(6);
    world const one(roll, 100);
    io::snapshot_header header;
    std::memcpy(&header, one.bytes.data(), sizeof header);
    auto bytes = one.bytes;
    auto const refused_with_bit = [&](std::size_t bit) {
        auto& byte = bytes[bit / 8];
        byte = static_cast<char>(byte ^ (1 << bit % 8));
        auto const is_refused = one.read(bytes).has_error();
        byte = static_cast<char>(byte ^ (1 << bit % 8));
        return is_refused;
    };
    for (std::size_t bit = 0; bit < io::first_piece(header) * 8; ++bit)
        ASSERT_TRUE(refused_with_bit(bit)) << bit;
    for (int i = 0; i < 3000; ++i) {
        auto const bit = static_cast<std::size_t>(roll(bytes.size() * 8));
        ASSERT_TRUE(refused_with_bit(bit)) << bit;
    }
    for (std::size_t size = 0; size < bytes.size(); size += size < 5000 ? 1 : 97)
        ASSERT_FALSE(one.read(bytes.substr(0, size))) << size;
}

/// Each number before the planes, and each in the lists of a piece, is made any other that could do
/// harm, and the sums are made right.
TEST(MutilatedSnapshot, IsReadWithoutHarmWhateverANumberIs)
{
    dice roll(7);
    world const one(roll, 70);
    io::snapshot_header header;
    std::memcpy(&header, one.bytes.data(), sizeof header);
    std::vector<std::uint64_t> scratch;
    auto const piece = one.caseload.tail().slice(scratch);
    auto const lists = io::first_piece(header) + piece.parts().id_ends;
    auto const try_at = [&](std::size_t at) {
        std::uint32_t before = 0;
        std::memcpy(&before, one.bytes.data() + at, sizeof before);
        for (auto const number :
             {0U, 1U, 2U, 4U, 31U, 33U, 64U, 256U, 16384U, before + 1, before - 1, before * 2,
              0x40000000U, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFDU, 0xFFFFFFFEU, 0xFFFFFFFFU}) {
            auto bytes = one.bytes;
            std::memcpy(bytes.data() + at, &number, sizeof number);
            seal_again(bytes);
            if (auto const read = one.read(bytes))
                use(one.compiled, *read);
            if (testing::Test::HasFatalFailure())
                FAIL() << at << " is " << number;
        }
    };
    for (std::size_t at = 0; at < io::first_piece(header); at += 4)
        try_at(at);
    for (auto at = lists; at < one.bytes.size(); at += 4)
        try_at(at);
}

/// Changes the first words of a plane, which has so many, and makes the sums right.
std::string with_words(std::string bytes, std::size_t plane, std::size_t words,
                       std::vector<std::uint64_t> const& to)
{
    io::snapshot_header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::memcpy(bytes.data() + io::first_piece(header) + plane * words * 8, to.data(),
                to.size() * 8);
    seal_again(bytes);
    return bytes;
}

TEST(MutilatedSnapshot, DoesNotGiveAChoiceAValueThatItLacks)
{
    auto agreed = framed_plan();
    agreed.facts.resize(4);
    agreed.facts[3].values = {"a", "b", "c", "d", "e"}; // three planes
    people all(schema_of(agreed));
    auto const choice = all.facts().columns.size() - 1;
    for (std::int32_t i = 0; i < 10; ++i) {
        person someone{.id = std::to_string(i),
                       .facts = std::vector<cell>(all.facts().columns.size())};
        if (i < 5) // else nothing is on record
            someone.facts[choice] = {.state = fact_state::value, .number = i};
        all.append(someone);
    }
    std::vector<std::uint64_t> scratch;
    auto const made = all.tail().slice(scratch);
    auto const& column = made.columns[choice];
    ASSERT_EQ(column.planes.size(), 3u);
    auto const highest = static_cast<std::size_t>(column.planes[2]);
    auto const reads = [&](std::size_t plane, std::uint64_t word) {
        return parse_snapshot(agreed,
                              with_words(to_snapshot(all), plane, made.plane_words(), {word}))
            .has_value();
    };
    EXPECT_TRUE(reads(highest, 0b10000));   // as it is
    EXPECT_TRUE(reads(highest, 0b10001));   // the first is 4 as well
    EXPECT_FALSE(reads(highest, 0b10010));  // the second is 5
    EXPECT_FALSE(reads(highest, 0b11000));  // the fourth is 7
    EXPECT_FALSE(reads(highest, 0b110000)); // a value where none is on record
    EXPECT_FALSE(reads(static_cast<std::size_t>(column.planes[0]), 0b11010)); // the last is 5
}

TEST(MutilatedSnapshot, StoresNoStatesThatAreAllAlike)
{
    auto agreed = framed_plan();
    agreed.facts.resize(4);
    agreed.facts[3].values = {"a", "b"};
    people all(schema_of(agreed));
    auto const choice = all.facts().columns.size() - 1;
    for (int i = 0; i < 70; ++i) {
        person someone{.id = std::to_string(i),
                       .facts = std::vector<cell>(all.facts().columns.size())};
        if (i % 2 == 0)
            someone.facts[choice] = {.state = fact_state::value}; // "a", which takes no plane
        all.append(someone);
    }
    std::vector<std::uint64_t> scratch;
    auto const made = all.tail().slice(scratch);
    auto const recorded = static_cast<std::size_t>(made.columns[choice].recorded);
    ASSERT_EQ(made.columns[choice].planes.size(), 0u);
    auto const reads = [&](std::uint64_t first, std::uint64_t last) {
        auto const bytes =
            with_words(to_snapshot(all), recorded, made.plane_words(), {first, last});
        return parse_snapshot(agreed, bytes).has_value();
    };
    constexpr auto whole = ~std::uint64_t{0};
    EXPECT_TRUE(reads(0x5555555555555555, 0b010101)); // as it is
    EXPECT_TRUE(reads(0, 0b000001));
    EXPECT_TRUE(reads(1, 0));
    EXPECT_FALSE(reads(0, 0));
    EXPECT_TRUE(reads(whole, 0b011111));
    EXPECT_TRUE(reads(whole - 1, 0b111111));
    EXPECT_FALSE(reads(whole, 0b111111)); // the 70 that there are
}

TEST(MutilatedSnapshot, HasCodesOfTheLengthThatACodeCanHave)
{
    auto const agreed = framed_plan();
    auto const reads = [&](std::string const& code) {
        people all(schema_of(agreed));
        person someone{.id = "a", .facts = std::vector<cell>(all.facts().columns.size())};
        someone.facts[municipality_column] = {.state = fact_state::value, .code = code};
        all.append(someone);
        return parse_snapshot(agreed, to_snapshot(all)).has_value();
    };
    std::string thirty_two;
    for (int i = 0; i < 32; ++i)
        thirty_two += "å";
    EXPECT_TRUE(reads(thirty_two));
    EXPECT_FALSE(reads(thirty_two + "a"));
    EXPECT_FALSE(reads(""));
}

} // namespace
} // namespace finsam
