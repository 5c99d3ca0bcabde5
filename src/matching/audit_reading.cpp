// SPDX-License-Identifier: BSL-1.0
#include "audit_reading.hpp"

#include <finsam/model/promises.hpp>

#include "detail/in_ranges.hpp"
#include "engine/fact_group.hpp"
#include "engine/interview.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace finsam::audited {
namespace {

/// So many people are worth a thread of their own.
constexpr std::size_t block_rows = 4096;

/// What is the same for whoever reads.
struct task
{
    task(engine const& engine_used, people const& all, matching const& matching_read,
         place_list const& numbered)
        : compiled(engine_used)
        , agreed(compiled.agreed())
        , caseload(all)
        , proposed(matching_read)
        , places(numbered)
        , turns(compiled)
        , question_of(agreed.interventions.size(), nothing)
        , is_individual(agreed.interventions.size())
        , is_of_all(agreed.matching && !promises_of(agreed.matching->policy).nobody_passed_over)
    {
        for (std::uint32_t i = 0; i < compiled.interventions().size(); ++i)
            question_of[compiled.interventions()[i].index] = i;
        for (std::size_t i = 0; i < is_individual.size(); ++i)
            is_individual[i] = agreed.interventions[i].kind == intervention_kind::individual;
    }

    [[nodiscard]] std::uint32_t place_of(placement const& one) const
    {
        return one.pool ? places.number_of(one.intervention, *one.pool) : nothing;
    }

    engine const& compiled;
    plan const& agreed;
    people const& caseload;
    matching const& proposed;
    place_list const& places;
    turn_book turns;
    std::vector<std::uint32_t> question_of; // by position in the plan; none if not in force
    std::vector<bool> is_individual;        // by position in the plan
    bool is_of_all;                         // a policy that may put them anywhere on their list
};

/// What some of the rows say.
struct part
{
    std::vector<finding> findings{};
    company_list companies{};
    std::vector<seats> given{}; ///< by place
    std::vector<row_and_place> holders{};
    std::vector<row_and_place> wanted{};
};

/// Reads some of the rows. One for each thread.
class reader
{
public:
    /// `records` are positions among the placements, by row.
    reader(task const& what, lists const& records, reading& into)
        : task_(what)
        , records_(records)
        , into_(into)
        , about_(what.compiled, what.caseload)
        , groups_(what.compiled.needs_groups().size())
        , company_((groups_ + 63) / 64)
        , read_{.companies = company_list(groups_), .given = std::vector<seats>(what.places.size())}
    {}

    void read(std::size_t row)
    {
        about_.begin(row);
        read_groups(row);
        std::span<served const> around;
        if (home_.state(task_.caseload, row) == fact_state::value)
            around = task_.places.around(home_.number(task_.caseload, row));
        if (auto const place = task_.caseload.placed(row))
            read_incumbent(row, *place, around);
        else
            read_other(row, around);
    }

    [[nodiscard]] part take() && { return std::move(read_); }

private:
    using served = place_list::served;

    void add(finding_kind kind, std::size_t row, std::uint32_t intervention,
             std::optional<std::uint32_t> pool)
    {
        read_.findings.push_back({kind, row, intervention, pool, {}});
    }

    void read_groups(std::size_t row)
    {
        auto tier = task_.turns.no_tier();
        std::fill(company_.begin(), company_.end(), 0);
        for (std::size_t i = 0; i < groups_; ++i)
            if (about_.needs_group(i) == truth::yes) {
                company_[i / 64] |= std::uint64_t{1} << i % 64;
                tier = std::min(tier, task_.turns.tier(i));
            }
        std::optional<std::int32_t> since;
        if (since_.state(task_.caseload, row) == fact_state::value)
            since = since_.number(task_.caseload, row);
        into_.turns[row] = task_.turns.of(task_.caseload.id(row), since, tier);
        into_.company_of[row] = read_.companies.add(company_);
    }

    /// An incumbent keeps their place, and is recorded there as one, once and nowhere else.
    void read_incumbent(std::size_t row, std::uint32_t intervention, std::span<served const> around)
    {
        auto const place = place_list::find(around, intervention);
        auto const pool =
            place == nothing ? std::optional<std::uint32_t>{} : task_.places.pool_number(place);
        if (place != nothing)
            ++read_.given[place].incumbents;
        if (records_.of(row).empty())
            add(finding_kind::not_listed, row, intervention, pool);
        for (auto const i : records_.of(row)) {
            auto const& one = task_.proposed.placements[i];
            if (one.intervention != intervention || !one.incumbent)
                add(finding_kind::not_listed, row, one.intervention, one.pool);
            else if (one.pool != pool)
                add(finding_kind::not_eligible, row, one.intervention, one.pool);
            auto const seat = task_.place_of(one);
            if (seat != nothing && seat != place)
                ++read_.given[seat].given;
        }
    }

    void read_other(std::size_t row, std::span<served const> around)
    {
        auto const listed = task_.caseload.preferences(row);
        for (auto const i : records_.of(row)) {
            auto const& one = task_.proposed.placements[i];
            bool const is_listed =
                listed
                    ? std::find(listed->begin(), listed->end(), one.intervention) != listed->end()
                    : is_individual(one.intervention);
            if (one.incumbent || !is_listed)
                add(finding_kind::not_listed, row, one.intervention, one.pool);
            auto const seat = task_.place_of(one);
            if (seat == nothing || seat != place_list::find(around, one.intervention)
                || !is_eligible(one.intervention))
                add(finding_kind::not_eligible, row, one.intervention, one.pool);
            if (seat == nothing)
                continue;
            ++read_.given[seat].given;
            read_.holders.push_back({static_cast<std::uint32_t>(row), seat});
        }

        // Coverage and fit may put them anywhere on their list; elsewhere only what they would
        // rather have than what they got counts: everything before it.
        auto end = nothing;
        if (!task_.is_of_all && !records_.of(row).empty())
            end = task_.proposed.placements[records_.of(row).front()].intervention;
        auto const want = [&](std::uint32_t intervention, std::uint32_t place) {
            if (place != nothing && is_eligible(intervention))
                read_.wanted.push_back({static_cast<std::uint32_t>(row), place});
        };
        if (listed) {
            for (auto const intervention : *listed) {
                if (intervention == end)
                    break;
                want(intervention, place_list::find(around, intervention));
            }
        } else { // everything individual in plan order
            if (!is_individual(end))
                end = nothing;
            for (auto const& one : around) {
                if (one.intervention >= end)
                    break;
                want(one.intervention, one.place);
            }
        }
    }

    [[nodiscard]] bool is_individual(std::uint32_t intervention) const
    {
        return intervention < task_.is_individual.size() && task_.is_individual[intervention];
    }

    /// Precondition: there is such an intervention.
    [[nodiscard]] bool is_eligible(std::uint32_t intervention)
    {
        auto const question = task_.question_of[intervention]; // none if structural
        return question != nothing && about_.intervention(question) == truth::yes;
    }

    task const& task_;
    lists const& records_;
    reading& into_;
    interview about_;
    fact_group home_{municipality_column};
    fact_group since_{waiting_since_column};
    std::size_t groups_;
    std::vector<std::uint64_t> company_;
    part read_;
};

/// Which placements there are of each person. Those of nobody are told, and take seats.
lists records_of(task const& what, reading& into)
{
    auto const rows = what.caseload.size();
    lists records;
    records.first.resize(rows + 1);
    for (auto const& one : what.proposed.placements)
        if (one.person < rows)
            ++records.first[one.person + 1];
    for (std::size_t row = 0; row < rows; ++row)
        records.first[row + 1] += records.first[row];
    records.all.resize(records.first[rows]);
    auto next = records.first;
    for (std::uint32_t i = 0; i < what.proposed.placements.size(); ++i) {
        auto const& one = what.proposed.placements[i];
        if (one.person < rows) {
            if (next[one.person] != records.first[one.person])
                into.findings.push_back(
                    {finding_kind::placed_twice, one.person, one.intervention, one.pool, {}});
            records.all[next[one.person]++] = i;
            continue;
        }
        into.findings.push_back(
            {finding_kind::not_eligible, one.person, one.intervention, one.pool, {}});
        if (auto const seat = what.place_of(one); seat != nothing)
            ++into.given[seat].given;
    }
    return records;
}

} // namespace

reading read(engine const& compiled, people const& caseload, matching const& proposed,
             place_list const& places, std::size_t threads)
{
    task const what(compiled, caseload, proposed, places);
    reading all{.companies = company_list(compiled.needs_groups().size())};
    all.turns.resize(caseload.size());
    all.company_of.resize(caseload.size());
    all.given.resize(places.size());
    auto const records = records_of(what, all);

    auto const blocks = (caseload.size() + block_rows - 1) / block_rows;
    threads = detail::threads_for(blocks, threads);
    std::vector<part> parts(threads);
    auto const rows_before = [&](std::size_t block) {
        return std::min(block * block_rows, caseload.size());
    };
    detail::in_ranges(blocks, threads,
                      [&](std::size_t thread, std::size_t first, std::size_t last) {
                          reader one(what, records, all);
                          for (auto row = rows_before(first); row < rows_before(last); ++row)
                              one.read(row);
                          parts[thread] = std::move(one).take();
                      });

    std::vector<std::vector<std::uint32_t>> company(threads); // by its number in the reader's list
    std::vector<std::vector<row_and_place>> holders, wanted;
    for (std::size_t thread = 0; thread < threads; ++thread) {
        auto& some = parts[thread];
        all.findings.insert(all.findings.end(), some.findings.begin(), some.findings.end());
        for (std::size_t i = 0; i < some.companies.size(); ++i)
            company[thread].push_back(all.companies.add(some.companies[i]));
        for (std::size_t place = 0; place < places.size(); ++place) {
            all.given[place].incumbents += some.given[place].incumbents;
            all.given[place].given += some.given[place].given;
        }
        holders.push_back(std::move(some.holders));
        wanted.push_back(std::move(some.wanted));
    }
    detail::in_ranges(blocks, threads,
                      [&](std::size_t thread, std::size_t first, std::size_t last) {
                          for (auto row = rows_before(first); row < rows_before(last); ++row)
                              all.company_of[row] = company[thread][all.company_of[row]];
                      });
    all.holders = by_place(holders, places.size());
    all.wanting = by_place(wanted, places.size());
    if (what.is_of_all)
        all.might_have = by_row(wanted, caseload.size());
    return all;
}

} // namespace finsam::audited
