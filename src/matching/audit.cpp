// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/audit.hpp>
#include <finsam/model/promises.hpp>

#include "audit_coverage.hpp"
#include "audit_exchange.hpp"
#include "audit_fit.hpp"
#include "audit_places.hpp"
#include "audit_pool.hpp"
#include "audit_reading.hpp"
#include "detail/in_ranges.hpp"

#include <algorithm>
#include <atomic>
#include <tuple>
#include <utility>

namespace finsam {
namespace {

/// So many people are worth a thread of their own, and so many places are handed out at a time.
constexpr std::size_t block_rows = 4096;
constexpr std::size_t handful = 8;

class auditor
{
public:
    auditor(engine const& compiled, people const& caseload, matching const& proposed,
            std::size_t threads)
        : compiled_(compiled)
        , caseload_(caseload)
        , proposed_(proposed)
        , promised_(promises_of(compiled.agreed().matching.value_or(matching_terms{}).policy))
        , threads_(detail::threads_for((caseload.size() + block_rows - 1) / block_rows, threads))
        , places_(compiled, caseload)
        , read_(audited::read(compiled, caseload, proposed, places_, threads))
        , before_(read_.turns, caseload)
        , findings_(std::move(read_.findings))
    {}

    std::vector<finding> operator()()
    {
        check_capacity();
        // By row, who would get their seat; no use where something is wrong already, nor where
        // nothing can be reserved: then only one matching has neither fault.
        std::vector<std::uint32_t> successor;
        bool const may_exchange = promised_.best_for_everyone && promised_.reserves;
        if (may_exchange && findings_.empty())
            successor.assign(caseload_.size(), audited::nothing);
        each_place([&](audited::pool_judge& judging, std::uint32_t place) {
            auto const holders = read_.holders.of(place);
            std::sort(holders.begin(), holders.end(), before_);
            if (promised_.nobody_passed_over)
                judging.judge(place, successor);
        });
        if (may_exchange && findings_.empty())
            check_exchanges(successor);
        if (promised_.best_coverage || promised_.best_fit)
            check_all_together();
        std::sort(findings_.begin(), findings_.end(), [](finding const& a, finding const& b) {
            auto const by = [](finding const& one) {
                return std::tie(one.person, one.intervention, one.kind, one.pool, one.by);
            };
            return by(a) < by(b);
        });
        return std::move(findings_);
    }

private:
    /// Calls work(judge, place) for every place, on several threads: whoever is ready takes the
    /// next ones, since a few places may be wanted by most.
    template<class Work>
    void each_place(Work const& work)
    {
        std::vector<std::vector<finding>> found(threads_);
        std::atomic<std::size_t> next{0};
        detail::in_ranges(threads_, threads_, [&](std::size_t thread, std::size_t, std::size_t) {
            audited::pool_judge judging(compiled_, places_, read_, before_);
            for (auto first = next.fetch_add(handful); first < places_.size();
                 first = next.fetch_add(handful))
                for (auto i = first; i < std::min(first + handful, places_.size()); ++i)
                    work(judging, static_cast<std::uint32_t>(i));
            found[thread] = judging.findings();
        });
        for (auto const& some : found)
            findings_.insert(findings_.end(), some.begin(), some.end());
    }

    void add(finding_kind kind, std::optional<std::size_t> row, std::uint32_t place,
             std::optional<std::size_t> by = {})
    {
        findings_.push_back(
            {kind, row, places_.intervention(place), places_.pool_number(place), by});
    }

    void check_capacity()
    {
        for (std::uint32_t place = 0; place < places_.size(); ++place)
            if (auto const& given = read_.given[place];
                given.given > audited::free_seats(places_[place], given))
                add(finding_kind::over_capacity, {}, place);
    }

    /// In a stable matching: would people rather have each other's seats, and the pools agree?
    void check_exchanges(std::vector<std::uint32_t> const& successor)
    {
        std::vector<std::uint32_t> seat_of(caseload_.size(), audited::nothing);
        auto const circles = audited::circles(successor);
        if (!circles.empty())
            for (std::uint32_t place = 0; place < places_.size(); ++place)
                for (auto const row : read_.holders.of(place))
                    seat_of[row] = place;
        for (auto const row : circles)
            add(finding_kind::not_person_optimal, successor[row], seat_of[row], row);
    }

    /// Could others have places who go first, if people moved between places that they want?
    void check_all_together()
    {
        std::vector<std::int64_t> open;
        for (std::uint32_t place = 0; place < places_.size(); ++place)
            open.push_back(audited::free_seats(places_[place], read_.given[place])
                           - read_.given[place].given);
        std::vector<std::uint32_t> place_of(caseload_.size(), audited::nothing);
        for (auto const& one : proposed_.placements)
            if (one.person < place_of.size() && one.pool
                && place_of[one.person] == audited::nothing)
                place_of[one.person] = places_.number_of(one.intervention, *one.pool);
        if (promised_.best_fit)
            return check_fit(open, place_of);
        for (auto const& [row, place, by] : audited::not_best(read_, open, place_of, before_))
            add(finding_kind::not_best_coverage, row, place,
                by == audited::nothing ? std::nullopt : std::optional<std::size_t>{by});
    }

    void check_fit(std::vector<std::int64_t> const& open,
                   std::vector<std::uint32_t> const& place_of)
    {
        audited::turn_book const turns(compiled_);
        std::vector<std::vector<std::size_t>> wanted(caseload_.size());
        std::vector<std::optional<std::size_t>> held(caseload_.size());
        std::vector<std::optional<std::int64_t>> tier_of(caseload_.size());
        std::vector<std::size_t> listed_by(open.size(), caseload_.size()); // by place: the last
        for (std::size_t row = 0; row < caseload_.size(); ++row) {
            for (auto const place : read_.might_have.of(row))
                if (std::exchange(listed_by[place], row) != row)
                    wanted[row].push_back(place); // it stands where it comes first
            if (place_of[row] != audited::nothing)
                held[row] = place_of[row];
            if (auto const tier = audited::tier_in(read_.turns[row]); tier != turns.no_tier())
                tier_of[row] = tier;
        }
        for (auto const& [row, place, by] : audited::not_best_fit(open, wanted, held, tier_of))
            add(finding_kind::not_best_fit, row, static_cast<std::uint32_t>(place), by);
    }

    engine const& compiled_;
    people const& caseload_;
    matching const& proposed_;
    promises promised_;
    std::size_t threads_;
    audited::place_list places_;
    audited::reading read_;
    audited::turn_order before_;
    std::vector<finding> findings_;
};

} // namespace

std::vector<finding> audit(engine const& compiled, people const& caseload, matching const& proposed,
                           std::size_t threads)
{
    return auditor(compiled, caseload, proposed, threads)();
}

} // namespace finsam
