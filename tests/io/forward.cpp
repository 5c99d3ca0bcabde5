// SPDX-License-Identifier: BSL-1.0
#include <finsam/forward.hpp>

// Before anything of ours is defined: what a header says that names us.
namespace {

struct case_worker_view
{
    finsam::plan const* agreed = nullptr;
    finsam::engine const* compiled = nullptr;
    finsam::people const* caseload = nullptr;
    finsam::language in{};
    finsam::assessment (*ask)(finsam::engine const&, finsam::person const&) = nullptr;
};

} // namespace

#include <finsam/finsam.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <regex>
#include <string>

namespace finsam {
namespace {

struct somebody
{
    fact<bool> in_work;
};

template<class... Types>
constexpr std::size_t defined = ((sizeof(Types) > 0 ? 1 : 0) + ...);

// One that is named ahead and defined nowhere does not compile here.
constexpr auto all_defined =
    defined<comparator, diagnostic_code, fact_kind, language, party, association, fact_declaration,
            assessor, cutoff, placement, priority, case_failure, purpose, severity, citation,
            criterion, declaration, diagnostic, diagnostics, intervention, mandate, member,
            municipality_code, needs_group, parameter, period, plan, pool, rule, text, schema,
            fact_state, truth, answer_count, assessment, eligibility, engine, engine_for<somebody>,
            fact<bool>, own_column, own_columns, people, person, reason, tally, truth_column,
            certificate, finding, matching, running_matching, why_not, cost_report, gap_report,
            helped_count, people_format, verdict, matching_document, plan_document,
            reading_progress, text_sink, verification, case_outcome>;

TEST(Forward, NamesOnlyWhatIsDefined)
{
    std::ifstream header("include/finsam/forward.hpp");
    std::regex const declared("^(enum class|struct|class)( FINSAM_EXPORT)? [a-z_]+.*;");
    std::size_t named = 0;
    for (std::string line; std::getline(header, line);)
        named += std::regex_search(line, declared) ? 1 : 0;
    EXPECT_EQ(named, all_defined);
}

TEST(Forward, IsEnoughForAHeaderThatPointsAtUs)
{
    case_worker_view seen{.in = language::en, .ask = nullptr};
    plan const agreed;
    seen.agreed = &agreed;
    EXPECT_EQ(seen.agreed->interventions.size(), 0U);
    EXPECT_EQ(seen.in, language::en);
}

} // namespace
} // namespace finsam
