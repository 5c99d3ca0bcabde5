// SPDX-License-Identifier: BSL-1.0
#include <finsam/columns.h>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>

#include "c/caller_columns.hpp"
#include "c/calls.hpp"
#include "support/random_people.hpp"
#include "support/random_plan.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace finsam {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;
using namespace std::chrono;

constexpr auto as_of = "2010-06-01";

TEST(ColumnsInC, AreThePeopleThatTheRowsAre)
{
    dice roll(81);
    for (int round = 0; round < 40; ++round) {
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const agreed = random_plan(roll);
        auto const compiled = compile(agreed, 2010y / June / 1).value();
        auto const in_c = engine_of(write_plan(agreed), as_of);
        ASSERT_NE(in_c, nullptr);
        auto const rows = random_consenting(roll, compiled, 30 + roll(100));
        people caseload(compiled.facts());
        for (auto const& one : rows) {
            auto someone = one.facts;
            withhold(compiled.facts(), one.consents, someone);
            caseload.append(someone);
        }
        caller_columns const columns(compiled, rows);
        owned<finsam_people> made;
        ASSERT_EQ(people_from_in_c(in_c.get(), columns.table(), made),
                  (reply{finsam_done, to_json(diagnostics{})}));

        for (std::size_t row = 0; row < rows.size(); ++row) {
            auto const someone = caseload.row(row);
            EXPECT_EQ(assess_row_in_c(in_c.get(), made.get(), row),
                      (reply{finsam_done,
                             to_json(compiled, someone, assess(compiled, someone), language::sv)}));
        }
        auto const& allowed = compiled.agreed().mandates[0];
        auto const proposed =
            match(compiled, caseload, evaluate(compiled, caseload, allowed), allowed);
        EXPECT_EQ(match_in_c(in_c.get(), made.get(), allowed.id),
                  (reply{finsam_done, to_json(compiled, caseload, proposed,
                                              audit(compiled, caseload, proposed))}));
    }
}

TEST(ColumnsInCOfSets, HoldSixtyFourValuesAndNotOneMore)
{
    auto agreed = parse_plan(read_text("examples/plans/ostra-sodertorn-2022.plan.json")).value();
    std::uint64_t const members[1] = {~std::uint64_t{0}};
    std::int64_t const ends[2] = {0, 1};
    finsam_texts const ids{.size = sizeof ids,
                           .characters = "a",
                           .length = 1,
                           .offsets = ends,
                           .offset_count = 2,
                           .valid = nullptr,
                           .valid_length = 0};
    finsam_column const column{.size = sizeof column,
                               .fact = "completed",
                               .fact_length = 9,
                               .values = members,
                               .value_size = 8,
                               .value_count = 1,
                               .valid = nullptr,
                               .valid_length = 0,
                               .none = nullptr,
                               .none_length = 0,
                               .codes = nullptr};
    finsam_columns const table{.size = sizeof table,
                               .people = 1,
                               .ids = &ids,
                               .columns = &column,
                               .column_count = 1,
                               .consents = nullptr,
                               .consent_count = 0,
                               .placed = nullptr,
                               .preferences = nullptr};
    auto const reply_with = [&](std::size_t values) {
        auto structural =
            *std::ranges::find(agreed.interventions, "employer-knowledge", &intervention::id);
        while (agreed.interventions.size() < values) {
            structural.id = "another-" + std::to_string(agreed.interventions.size());
            agreed.interventions.push_back(structural);
        }
        owned<finsam_people> made;
        return people_from_in_c(engine_of(write_plan(agreed), "2022-03-01").get(), table, made);
    };
    auto const of_63 = reply_with(63);
    EXPECT_EQ(of_63.status, finsam_wrong_document);
    EXPECT_THAT(of_63.document,
                HasSubstr(R"("code": "bad_value", "pointer": "/columns/0/values/0")"));
    EXPECT_EQ(reply_with(64), (reply{finsam_done, to_json(diagnostics{})}));
    auto const of_65 = reply_with(65);
    EXPECT_EQ(of_65.status, finsam_wrong_document);
    EXPECT_THAT(of_65.document, HasSubstr(R"("code": "wrong_kind", "pointer": "/columns/0")"));
}

} // namespace
} // namespace finsam
