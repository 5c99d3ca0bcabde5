// SPDX-License-Identifier: BSL-1.0
//
// What is an exact best fit of a whole country? 300 000 people, 80 associations of 25
// interventions, beside LEMON's network simplex on the same numbers, association by association
// and as one network, and beside Boost.Graph's successive shortest paths, which need less of it.
// The optima are compared.

#include "by_hand/boost_graph.hpp"
#include "by_hand/lemon.hpp"
#include "matching/best_fit.hpp"
#include "matching/fit_network.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <string>

namespace {

using namespace finsam;

constexpr std::size_t associations = 80;
constexpr std::size_t interventions = 25;
constexpr std::uint32_t tiers = 4; // the last is of those in no needs group

struct demand
{
    std::vector<std::int64_t> seats{};
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> kinds{};
    std::vector<std::uint32_t> tier{};
    std::vector<std::uint32_t> association{}; ///< by rank

    [[nodiscard]] fit_demand numbers() const { return {seats, first, kinds, tier}; }
};

/// From 1 to 22 of the association's interventions, wanted as unequally as 1, 1/2, 1/3 …
std::vector<std::uint32_t> random_list(std::mt19937_64& roll, std::uint32_t association)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<std::pair<double, std::uint32_t>> keys;
    for (std::uint32_t i = 0; i < interventions; ++i)
        keys.emplace_back(-std::log(1 - share(roll)) * (i + 1), association * interventions + i);
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> list;
    for (auto left = 1 + roll() % 22; list.size() < left;)
        list.push_back(keys[list.size()].second);
    return list;
}

/// `archetypes` different lists an association, or a list for everyone where it is 0.
demand random_demand(std::size_t people, std::size_t archetypes)
{
    std::mt19937_64 roll(1);
    demand all;
    std::vector<std::vector<std::vector<std::uint32_t>>> lists(associations);
    for (std::uint32_t a = 0; a < associations; ++a) {
        for (std::size_t i = 0; i < archetypes; ++i)
            lists[a].push_back(random_list(roll, a));
        // Seats for 60 to 90 of a hundred, unequally among the interventions.
        std::vector<double> parts;
        for (std::size_t i = 0; i < interventions; ++i)
            parts.push_back(1 + static_cast<double>(roll() % 4));
        auto const whole = std::accumulate(parts.begin(), parts.end(), 0.0);
        auto const seats = static_cast<double>(people) / associations
                           * (0.6 + 0.3 * static_cast<double>(roll() % 1000) / 1000);
        for (auto const part : parts)
            all.seats.push_back(static_cast<std::int64_t>(seats * part / whole));
    }
    for (std::size_t i = 0; i < people; ++i)
        all.tier.push_back(static_cast<std::uint32_t>(roll() % tiers));
    std::sort(all.tier.begin(), all.tier.end());
    for (std::size_t i = 0; i < people; ++i) {
        auto const a = static_cast<std::uint32_t>(roll() % associations);
        auto const list = archetypes != 0 ? lists[a][roll() % archetypes] : random_list(roll, a);
        all.association.push_back(a);
        all.kinds.insert(all.kinds.end(), list.begin(), list.end());
        all.first.push_back(all.kinds.size());
    }
    return all;
}

demand const& national(std::size_t people, std::size_t archetypes)
{
    static std::map<std::pair<std::size_t, std::size_t>, demand> drawn;
    auto const [found, is_new] = drawn.try_emplace({people, archetypes});
    if (is_new)
        found->second = random_demand(people, archetypes);
    return found->second;
}

/// The first of the associations of a country alone.
demand const& one_association(std::size_t people)
{
    static std::map<std::size_t, demand> drawn;
    auto const [found, is_new] = drawn.try_emplace(people);
    if (!is_new)
        return found->second;
    auto& one = found->second;
    auto const& all = national(people, 0);
    one.seats.assign(all.seats.begin(), all.seats.begin() + interventions);
    for (std::size_t rank = 0; rank < people; ++rank)
        if (all.association[rank] == 0) {
            auto const list = all.numbers().of(rank);
            one.kinds.insert(one.kinds.end(), list.begin(), list.end());
            one.first.push_back(one.kinds.size());
            one.tier.push_back(all.tier[rank]);
            one.association.push_back(0);
        }
    return one;
}

/// One number for somebody of a tier in a position, and the same optimum: a circle of moves changes
/// who is placed by one coming in and one leaving, and positions by less than `step`, because each
/// kind is entered once.
std::int64_t weight(std::uint32_t tier, std::size_t position)
{
    constexpr std::int64_t step = (interventions + 1) * interventions;
    return step * (tiers - tier) - static_cast<std::int64_t>(position);
}

std::int64_t sum_of(demand const& all, std::vector<std::uint32_t> const& kind_of)
{
    std::int64_t sum = 0;
    for (std::size_t rank = 0; rank < kind_of.size(); ++rank)
        for (auto at = all.first[rank]; at < all.first[rank + 1]; ++at)
            if (all.kinds[at] == kind_of[rank])
                sum += weight(all.tier[rank], at - all.first[rank]);
    return sum;
}

/// Each association's people and kinds, or all of them as one.
std::vector<bench::weighted_lists> split(demand const& all, bool is_one)
{
    std::vector<bench::weighted_lists> parts(is_one ? 1 : associations);
    for (std::size_t kind = 0; kind < all.seats.size(); ++kind)
        parts[is_one ? 0 : kind / interventions].seats.push_back(all.seats[kind]);
    for (std::size_t rank = 0; rank < all.tier.size(); ++rank) {
        auto const a = is_one ? 0 : all.association[rank];
        auto& part = parts[a];
        for (auto at = all.first[rank]; at < all.first[rank + 1]; ++at) {
            part.kinds.push_back(all.kinds[at] - static_cast<std::uint32_t>(a * interventions));
            part.weights.push_back(weight(all.tier[rank], at - all.first[rank]));
        }
        part.first.push_back(part.kinds.size());
    }
    return parts;
}

void tell(benchmark::State& state, demand const& all, std::int64_t sum)
{
    auto const people = all.tier.size();
    state.counters["us/person"] = benchmark::Counter(static_cast<double>(people) / 1e6,
                                                     benchmark::Counter::kIsIterationInvariantRate
                                                         | benchmark::Counter::kInvert);
    state.counters["optimum"] = static_cast<double>(sum);
}

void fit(benchmark::State& state, demand const& all, std::size_t people_a_unit)
{
    std::int64_t sum = 0;
    for (auto _ : state) {
        auto const placed = best_fit(all.numbers(), people_a_unit);
        state.PauseTiming();
        sum = sum_of(all, placed);
        state.ResumeTiming();
    }
    tell(state, all, sum);
}

/// Another's greatest sum, of each association or of all as one network.
template<class GreatestSum>
void peer(benchmark::State& state, demand const& all, bool is_one, GreatestSum greatest_sum)
{
    auto const parts = split(all, is_one);
    std::int64_t sum = 0;
    for (auto _ : state) {
        sum = 0;
        for (auto const& part : parts)
            sum += greatest_sum(part);
    }
    if (sum != sum_of(all, best_fit(all.numbers())))
        state.SkipWithError("the optima differ");
    tell(state, all, sum);
}

void lemon(benchmark::State& state, demand const& all, bool is_one)
{
    if (!bench::has_lemon())
        return state.SkipWithError("built without LEMON (liblemon-dev)");
    peer(state, all, is_one, bench::lemon_greatest_sum);
}

/// The last thousand of an association come one by one.
void late_arrival(benchmark::State& state, std::size_t people)
{
    auto const& all = national(people, 0);
    std::vector<std::size_t> ranks;
    for (std::size_t rank = 0; rank < people; ++rank)
        if (all.association[rank] == 0)
            ranks.push_back(rank);
    constexpr std::size_t late = 1000;
    std::int64_t sum = 0;
    for (auto _ : state) {
        fit_network network(std::span{all.seats}.first(interventions));
        auto const add = [&](std::size_t i) {
            network.add(all.numbers().of(ranks[i]), all.tier[ranks[i]]);
        };
        for (std::size_t i = 0; i + late < ranks.size(); ++i)
            add(i);
        auto const begin = std::clock(); // of the processor: an arrival is short
        for (auto i = ranks.size() - late; i < ranks.size(); ++i)
            add(i);
        state.SetIterationTime(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        benchmark::DoNotOptimize(sum += network.placed(0));
    }
    state.counters["us/person"] = benchmark::Counter(
        late / 1e6, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

constexpr auto apart = std::numeric_limits<std::size_t>::max();

[[maybe_unused]] bool const is_registered = [] {
    using benchmark::RegisterBenchmark;
    auto const add = [](std::string const& name, auto run) {
        return RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond);
    };
    for (std::size_t const people : {300'000, 3'000'000})
        add("fit/people:" + std::to_string(people / 1000) + "k",
            [people](benchmark::State& state) { fit(state, national(people, 0), 2); });
    add("lemon/people:300k/by:association",
        [](benchmark::State& state) { lemon(state, national(300'000, 0), false); });
    add("lemon/people:300k/by:all", [](benchmark::State& state) {
        lemon(state, national(300'000, 0), true);
    })->Iterations(1);
    // What Boost.Graph can do in seconds: one association, and a country of few people as one.
    auto const add_all = [&](std::string const& name, auto drawn) {
        add("fit/" + name, [drawn](benchmark::State& state) { fit(state, drawn(), 2); });
        add("lemon/" + name + "/by:all",
            [drawn](benchmark::State& state) { lemon(state, drawn(), true); });
        add("boost_graph/" + name + "/by:all", [drawn](benchmark::State& state) {
            peer(state, drawn(), true, bench::boost_graph_greatest_sum);
        })->Iterations(1);
    };
    add_all("association_of:300k", []() -> demand const& { return one_association(300'000); });
    add_all("people:3k", []() -> demand const& { return national(3000, 0); });
    for (std::size_t const archetypes : {10, 40, 200, 0}) {
        auto const name = "people:300k/lists:" + std::to_string(archetypes);
        add("units/" + name, [archetypes](benchmark::State& state) {
            fit(state, national(300'000, archetypes), 2);
        });
        add("apart/" + name, [archetypes](benchmark::State& state) {
            fit(state, national(300'000, archetypes), apart);
        });
        if (archetypes != 0)
            add("lemon/" + name, [archetypes](benchmark::State& state) {
                lemon(state, national(300'000, archetypes), false);
            });
    }
    add("late/people:300k", [](benchmark::State& state) {
        late_arrival(state, 300'000);
    })->UseManualTime();
    return true;
}();

} // namespace
