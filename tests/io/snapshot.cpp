// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/evaluate.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/snapshot.hpp>

#include "support/random_people.hpp"
#include "support/sample_people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <sstream>

namespace finsam {
namespace {

using namespace testing_support;
using testing::HasSubstr;

constexpr auto as_of = date{std::chrono::year{2010}, std::chrono::month{6}, std::chrono::day{1}};

void expect_same_people(people const& one, people const& other)
{
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t row = 0; row < one.size(); ++row)
        ASSERT_EQ(one.row(row), other.row(row)) << row;
}

/// A file that is removed in the end.
class file_for_test
{
public:
    file_for_test()
    {
        auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
        auto name = std::string(test->name());
        std::ranges::replace(name, '/', '-');
        place = std::filesystem::temp_directory_path()
                / ("finsam-" + name + '-' + std::to_string(std::random_device{}()));
    }
    ~file_for_test() { std::filesystem::remove(place); }

    std::filesystem::path place;
};

std::string contents(std::filesystem::path const& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

class SnapshotOf : public testing::TestWithParam<std::size_t>
{};

TEST_P(SnapshotOf, SoManyPeopleGivesThemBack)
{
    dice roll(GetParam());
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const agreed = random_plan(roll);
    auto const compiled = compile(agreed, as_of).value();
    auto const& allowed = compiled.agreed().mandates.front();
    auto const all = random_people(roll, agreed, GetParam());
    auto const answers = evaluate(compiled, all, allowed);

    auto const bytes = to_snapshot(all);
    ASSERT_TRUE(is_snapshot(bytes));
    file_for_test const file;
    write_snapshot(all, file.place);
    ASSERT_EQ(contents(file.place), bytes);

    auto const parsed = parse_snapshot(agreed, bytes).value();
    auto const mapped = read_snapshot(agreed, file.place).value();
    auto const known = read_people(agreed, file.place).value();
    for (auto const* read : {&parsed, &mapped, &known}) {
        expect_same_people(*read, all);
        ASSERT_EQ(read->facts(), all.facts());
        ASSERT_EQ(evaluate(compiled, *read, allowed), answers);
        ASSERT_EQ(to_snapshot(*read), bytes) << "a snapshot of a snapshot is the same";
    }
}

TEST_P(SnapshotOf, SoManyPeopleCanBeAddedToAndChanged)
{
    dice roll(GetParam() + 1);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const agreed = random_plan(roll);
    auto all = random_people(roll, agreed, GetParam());
    auto read = parse_snapshot(agreed, to_snapshot(all)).value();
    for (int i = 0; i < 3; ++i) {
        auto const someone = random_person(roll, all.facts(), "new" + std::to_string(i));
        auto const other = random_person(roll, all.facts(), "other" + std::to_string(i));
        auto const row = static_cast<std::size_t>(roll(all.size() + 1));
        for (auto* to : {&all, &read}) {
            to->append(someone);
            to->replace(row, other);
        }
    }
    expect_same_people(read, all);
    ASSERT_EQ(to_snapshot(read), to_snapshot(parse_snapshot(agreed, to_snapshot(all)).value()));
}

INSTANTIATE_TEST_SUITE_P(Of, SnapshotOf,
                         testing::Values(0, 1, 63, 64, 65, 4097, 16383, 16384, 16385, 40000),
                         [](auto const& one) { return std::to_string(one.param); });

TEST(Snapshot, IsOfRandomPlans)
{
    for (std::uint64_t seed = 1000; seed < 1040; ++seed) {
        dice roll(seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const agreed = random_plan(roll);
        auto const all = random_people(roll, agreed, static_cast<std::size_t>(roll(500)));
        expect_same_people(parse_snapshot(agreed, to_snapshot(all)).value(), all);
    }
}

TEST(Snapshot, IsTheSameHoweverThePeopleWereRead)
{
    auto const& agreed = sample_of_people();
    auto const lines =
        read_people(agreed, std::filesystem::path("tests/cases/sample.people.ndjson"));
    auto const rows = read_people(agreed, std::filesystem::path("tests/cases/sample.people.csv"));
    ASSERT_GT(lines.value().size(), 5u);
    EXPECT_TRUE(to_snapshot(lines.value()) == to_snapshot(rows.value()));
}

TEST(Snapshot, HoldsNothingOfWithheldFacts)
{
    auto const agreed = framed_plan(); // `code` is the region's, `integer` another holder's
    auto const snapshot_of = [&](std::string const& code, int number, std::string const& consents) {
        auto const facts = "\"integer\": " + std::to_string(number) + ", \"code\": \"" + code + '"';
        auto const lines = "{\"id\": \"a\", " + facts + ", \"consents\": [" + consents
                           + "]}\n{\"id\": \"b\", \"code\": \"open\", \"consents\": [\"region\"]}\n"
                             "{\"id\": \"c\", \"code\": \"secret\", \"consents\": [\"region\"]}\n";
        return to_snapshot(parse_people(agreed, lines, people_format::json_lines).value());
    };
    auto const one = snapshot_of("never-told", 1, "");
    EXPECT_EQ(one.find("never-told"), std::string::npos);
    EXPECT_TRUE(one == snapshot_of("secret", -2'000'000'000, ""));
    EXPECT_TRUE(one == snapshot_of("open", 7, "\"municipality\""));
    // With consent it would have been seen.
    EXPECT_NE(snapshot_of("never-told", 1, "\"region\"").find("never-told"), std::string::npos);
    EXPECT_FALSE(one == snapshot_of("open", 1, "\"public_employment_service\""));
}

TEST(Snapshot, HoldsNoCodeThatNobodyHasAnyMore)
{
    auto const agreed = framed_plan();
    dice roll(4);
    auto all = random_people(roll, agreed, 20'000);
    auto const code = *find_column(all.facts(), "code");
    for (std::size_t const row : {0u, 19'999u}) {
        auto const before = all.row(row);
        auto someone = before;
        someone.facts[code] = {.state = fact_state::value, .code = "for-a-while"};
        all.replace(row, someone);
        ASSERT_NE(to_snapshot(all).find("for-a-while"), std::string::npos);
        all.replace(row, before);
        ASSERT_EQ(to_snapshot(all).find("for-a-while"), std::string::npos);
    }
    expect_same_people(parse_snapshot(agreed, to_snapshot(all)).value(), all);
}

TEST(Snapshot, IsLetGoOfByCopiesAndKeptByMoves)
{
    dice roll(5);
    auto const agreed = framed_plan();
    auto const all = random_people(roll, agreed, 20'000);
    file_for_test const file;
    write_snapshot(all, file.place);
    std::optional<people> read = read_snapshot(agreed, file.place).value();
    std::filesystem::remove(file.place);

    people const copied = *read;
    people assigned(all.facts());
    assigned = *read;
    auto const* const itself = &*read;
    *read = *itself;
    expect_same_people(*read, all);
    people moved = std::move(*read);
    read.reset(); // unmapped, had the move not taken it along
    expect_same_people(copied, all);
    expect_same_people(assigned, all);
    expect_same_people(moved, all);
    moved = copied; // lets go of the file
    expect_same_people(moved, all);
}

TEST(Snapshot, IsReplacedWholeOrNotAtAll)
{
    dice roll(6);
    auto const agreed = framed_plan();
    auto const before = random_people(roll, agreed, 20'000),
               after = random_people(roll, agreed, 10);
    file_for_test const file;
    write_snapshot(before, file.place);
    auto const mapped = read_snapshot(agreed, file.place).value();
    write_snapshot(after, file.place);
    expect_same_people(mapped, before); // the old file is there as long as it is mapped
    expect_same_people(read_snapshot(agreed, file.place).value(), after);
    write_snapshot(read_snapshot(agreed, file.place).value(), file.place);
    expect_same_people(read_snapshot(agreed, file.place).value(), after);

    EXPECT_THROW(write_snapshot(after, file.place / "below"), std::filesystem::filesystem_error);
    EXPECT_THROW(write_snapshot(after, "/dev/full/x"), std::filesystem::filesystem_error);
}

std::string refusal(plan const& agreed, std::string const& bytes)
{
    auto const read = parse_snapshot(agreed, bytes, "a");
    return read ? "" : to_lines(read.error());
}

TEST(Snapshot, OfOtherFactsSaysWhichDiffers)
{
    dice roll(7);
    auto const agreed = random_plan(roll);
    auto const bytes = to_snapshot(random_people(roll, agreed, 100));
    auto const told = [&](std::function<void(plan&)> const& change) {
        auto other = agreed;
        change(other);
        return refusal(other, bytes);
    };
    auto const because = [](std::string const& what) {
        return "a:1:1: error: bad_value: : the snapshot was made for other facts: " + what
               + "; make it again with `finsam snapshot`\n";
    };
    EXPECT_EQ(told([](plan& p) { p.facts.erase(p.facts.begin() + 2); }),
              because("`date` is not a fact of the plan"));
    EXPECT_EQ(told([](plan& p) { p.facts.push_back({.name = "new", .kind = fact_kind::boolean}); }),
              because("the plan's fact `new` is not in it"));
    EXPECT_EQ(told([](plan& p) { p.facts[1].kind = fact_kind::date; }),
              because("`integer` is of another kind in the plan"));
    EXPECT_EQ(told([](plan& p) { std::swap(p.facts[3].values[0], p.facts[3].values[1]); }),
              because("`choice` has other values in the plan"));
    EXPECT_EQ(told([](plan& p) { p.facts[4].ordered = false; }),
              because("the values of `ordered` have no order in the plan"));
    EXPECT_EQ(told([](plan& p) { p.facts[1].holder.reset(); }),
              because("`integer` has another holder in the plan"));
    EXPECT_EQ(told([](plan& p) { std::swap(p.facts[0], p.facts[1]); }),
              because("the plan has them in another order"));
    EXPECT_EQ(told([](plan& p) { std::swap(p.interventions[0], p.interventions[1]); }),
              because("the plan has other interventions, or has them in another order"));
    // What does not matter for the meaning of what is recorded may change.
    EXPECT_EQ(told([](plan& p) {
                  p.rules.clear();
                  p.facts[0].label = same_text("another");
                  p.facts[0].sensitive = true;
                  p.interventions[0].label = same_text("another");
              }),
              "");
}

TEST(Snapshot, OfAPlaceInAStructuralInterventionIsRefused)
{
    auto agreed = random_plan(*std::make_unique<dice>(8));
    people all(schema_of(agreed));
    all.append({.id = "a", .facts = std::vector<cell>(all.facts().columns.size()), .placed = 1});
    auto const bytes = to_snapshot(all);
    EXPECT_EQ(refusal(agreed, bytes), "");
    agreed.interventions[1].kind = intervention_kind::structural;
    EXPECT_THAT(refusal(agreed, bytes), HasSubstr("a:1:1: error: syntax: : "));
}

TEST(Snapshot, OfAnotherVersionOrOrderOrNothingAtAllSaysSo)
{
    dice roll(9);
    auto const agreed = random_plan(roll);
    auto const bytes = to_snapshot(random_people(roll, agreed, 10));
    auto other = bytes;
    other.replace(14, 2, "1\n");
    EXPECT_THAT(refusal(agreed, other),
                HasSubstr("error: bad_value: : the snapshot is of version 1;"));
    other.replace(14, 2, "12");
    EXPECT_THAT(refusal(agreed, other), HasSubstr("error: syntax: "));
    other = bytes;
    std::ranges::reverse(other.begin() + 16, other.begin() + 24);
    EXPECT_THAT(refusal(agreed, other), HasSubstr("error: bad_value: : the snapshot was made on a "
                                                  "machine with another order of bytes;"));
    EXPECT_THAT(refusal(agreed, ""), HasSubstr("syntax: : this is not a snapshot of people;"));
    EXPECT_THAT(refusal(agreed, "{}"), HasSubstr("syntax: : this is not a snapshot of people;"));
    EXPECT_THAT(refusal(agreed, bytes.substr(0, 200)),
                HasSubstr("syntax: : the snapshot is cut short;"));
    EXPECT_THAT(refusal(agreed, bytes + ' '),
                HasSubstr("syntax: : the snapshot has been altered;"));
}

TEST(Snapshot, AmongTheSeedsOfTheFuzzerIsReadable)
{
    // Else nothing would be tried behind the first look. If facts of the sample plan have changed,
    // make them again: `finsam snapshot` of corpus/people_json, the sample people and nobody.
    std::size_t seeds = 0;
    for (auto const& one : std::filesystem::directory_iterator("tests/fuzz/corpus/snapshot")) {
        EXPECT_EQ(refusal(sample_of_people(), contents(one.path())), "") << one.path();
        ++seeds;
    }
    EXPECT_GT(seeds, 2u);
}

TEST(Snapshot, ThatIsNotThereIsUnreadable)
{
    auto const nothing = read_snapshot(framed_plan(), "tests/there-is-no-such-file");
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().list.front().code, diagnostic_code::unreadable);
    auto const folder = read_snapshot(framed_plan(), "tests");
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().list.front().code, diagnostic_code::unreadable);
    // What is empty cannot be mapped, and is no snapshot.
    auto const empty = read_snapshot(framed_plan(), "/dev/null");
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().list.front().code, diagnostic_code::syntax);
}

} // namespace
} // namespace finsam
