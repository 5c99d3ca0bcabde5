// SPDX-License-Identifier: BSL-1.0

// What do evaluating, matching and auditing cost in a matching of the whole country?
//
// Beside: reading all eligible wishes and the priorities once (the floor), and deferred acceptance
// written by hand over prepared arrays, a heap a pool. Every matching is audited once before it is
// measured, and that by hand compared with it. On one thread unless the name says more; time by the
// clock, and beside it the processor time of all threads.
//
//     bench_match [PEOPLE INTERVENTIONS RESERVES POLICY]
//
// RESERVES is 0 or 1, POLICY 0 stable, 1 serial, 2 coverage. Without numbers: the country with each
// policy, and a million people for 500 interventions.

#include <finsam/detail/described.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>
#include <finsam/rules/check.hpp>

#include "counted_memory.hpp"
#include "matching/assign.hpp"
#include "national.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string_view>
#include <variant>
#include <vector>

namespace {

using namespace finsam;

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

/// The market as somebody who writes by hand would have prepared it.
struct arrays
{
    std::vector<std::uint32_t> first{0};     ///< by row, where their wishes begin
    std::vector<std::uint32_t> wishes{};     ///< interventions they are eligible for
    std::vector<std::uint32_t> rank{};       ///< by row, smaller first
    std::vector<std::uint32_t> row_of{};     ///< by rank
    std::vector<std::uint32_t> free_seats{}; ///< by intervention

    [[nodiscard]] std::size_t bytes() const
    {
        return (first.size() + wishes.size() + rank.size() + row_of.size() + free_seats.size()) * 4;
    }
};

arrays arrays_of(engine const& compiled, people const& caseload, eligibility const& eligible)
{
    arrays made;
    auto const by_row = priorities(compiled, caseload, eligible);
    made.row_of.resize(caseload.size());
    std::iota(made.row_of.begin(), made.row_of.end(), 0U);
    std::sort(made.row_of.begin(), made.row_of.end(),
              [&](std::uint32_t a, std::uint32_t b) { return before(by_row[a], by_row[b]); });
    made.rank.resize(caseload.size());
    for (std::uint32_t i = 0; i < made.row_of.size(); ++i)
        made.rank[made.row_of[i]] = i;

    for (auto const& one : compiled.agreed().interventions)
        made.free_seats.push_back(static_cast<std::uint32_t>(one.places[0].count));
    for (std::size_t row = 0; row < caseload.size(); ++row)
        if (auto const place = caseload.placed(row))
            if (made.free_seats[*place] != 0
                && compiled.pool_for(*place, caseload.fact(row, municipality_column).code))
                --made.free_seats[*place];
    auto const look = [&](std::uint32_t intervention, std::size_t row) {
        if (answer_of(eligible.interventions[intervention], row) == truth::yes)
            made.wishes.push_back(intervention);
    };
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        if (!caseload.placed(row)) {
            if (auto const wishes = caseload.preferences(row))
                for (auto const one : *wishes)
                    look(one, row);
            else
                for (std::uint32_t i = 0; i < eligible.interventions.size(); ++i)
                    look(i, row);
        }
        made.first.push_back(static_cast<std::uint32_t>(made.wishes.size()));
    }
    return made;
}

/// Who asks for what they like best of what has not turned them away; the last in a pool's heap
/// makes room.
std::vector<std::uint32_t> by_hand(arrays const& in)
{
    std::vector<std::uint32_t> held(in.rank.size(), nowhere);
    std::vector<std::uint32_t> next(in.first.begin(), in.first.end() - 1);
    std::vector<std::vector<std::uint32_t>> pools(in.free_seats.size());
    for (std::size_t i = 0; i < pools.size(); ++i)
        pools[i].reserve(in.free_seats[i] + 1);
    for (auto const first : in.row_of) {
        auto row = first;
        while (next[row] != in.first[row + 1]) {
            auto const wish = in.wishes[next[row]++];
            auto& pool = pools[wish];
            if (in.free_seats[wish] == 0)
                continue;
            if (pool.size() == in.free_seats[wish] && pool.front() < in.rank[row])
                continue;
            pool.push_back(in.rank[row]);
            std::push_heap(pool.begin(), pool.end());
            held[row] = wish;
            if (pool.size() <= in.free_seats[wish])
                break;
            std::pop_heap(pool.begin(), pool.end());
            row = in.row_of[pool.back()];
            pool.pop_back();
            held[row] = nowhere;
        }
    }
    return held;
}

struct world
{
    national::size size;
    engine compiled;
    people caseload;
    mandate allowed;
    eligibility eligible{};
    matching proposed{};
    arrays prepared{};

    explicit world(national::size const& wanted)
        : size(wanted)
        , compiled(made_plan(wanted))
        , caseload(national::drawing(compiled, wanted).take())
        , allowed(compiled.agreed().mandates[0])
    {
        eligible = evaluate(compiled, caseload, allowed);
        proposed = match(compiled, caseload, eligible, allowed);
        if (!audit(compiled, caseload, proposed).empty())
            throw std::logic_error("the matching does not pass the audit");
        prepared = arrays_of(compiled, caseload, eligible);
        if (std::holds_alternative<policies::stable>(size.policy) && !size.reserves)
            compare(by_hand(prepared));
    }

    [[nodiscard]] std::size_t pairs() const { return prepared.wishes.size(); }

private:
    static engine made_plan(national::size const& wanted)
    {
        auto agreed = national::make_plan(wanted);
        if (check(agreed).errors != 0)
            throw std::logic_error("the plan has errors");
        return compile(std::move(agreed), national::today).value();
    }

    void compare(std::vector<std::uint32_t> const& held) const
    {
        std::size_t placed = 0;
        for (auto const one : held)
            placed += one != nowhere ? 1 : 0;
        for (auto const& one : proposed.placements)
            if (!one.incumbent && (held[one.person] != one.intervention || placed-- == 0))
                throw std::logic_error("the loop by hand places somebody elsewhere");
        if (placed != 0)
            throw std::logic_error("the loop by hand places more people");
    }
};

/// One world at a time stands in memory.
world const& world_of(benchmark::State const& state)
{
    static std::unique_ptr<world> one;
    auto const name = detail::names_of<policy>().at(static_cast<std::size_t>(state.range(3)));
    national::size const wanted{.people = static_cast<std::size_t>(state.range(0)),
                                .interventions = static_cast<std::size_t>(state.range(1)),
                                .reserves = state.range(2) != 0,
                                .policy = detail::value_named<policy>(name).value()};
    if (!one || one->size != wanted) {
        one.reset();
        one = std::make_unique<world>(wanted);
    }
    return *one;
}

template<class Work>
void measure(benchmark::State& state, Work const& work)
{
    auto const& one = world_of(state);
    auto const people = static_cast<double>(one.size.people);
    auto const bytes = counted_memory::peak([&] { work(one); });
    for (auto _ : state)
        work(one);
    state.counters["s_a_person"] = benchmark::Counter(
        people, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    state.counters["bytes_a_person"] = static_cast<double>(bytes) / people;
    state.counters["pairs_a_person"] = static_cast<double>(one.pairs()) / people;
}

void floor(benchmark::State& state)
{
    measure(state, [](world const& one) {
        std::uint64_t sum = 0;
        auto const& in = one.prepared;
        for (std::size_t row = 0; row < in.rank.size(); ++row) {
            sum += in.rank[row];
            for (auto i = in.first[row]; i < in.first[row + 1]; ++i)
                sum += in.wishes[i];
        }
        benchmark::DoNotOptimize(sum);
    });
}

/// Of the same wishes, without heed of reserves or policy; nothing is told about anybody.
void stable_by_hand(benchmark::State& state)
{
    measure(state,
            [](world const& one) { benchmark::DoNotOptimize(by_hand(one.prepared).data()); });
}

void evaluate(benchmark::State& state, std::size_t threads)
{
    measure(state, [=](world const& one) {
        benchmark::DoNotOptimize(evaluate(one.compiled, one.caseload, one.allowed, threads));
    });
}

void match(benchmark::State& state)
{
    measure(state, [](world const& one) {
        benchmark::DoNotOptimize(match(one.compiled, one.caseload, one.eligible, one.allowed));
    });
}

/// The priorities, the lists of what is possible, and the seats.
void prepare(benchmark::State& state)
{
    measure(state, [](world const& one) {
        benchmark::DoNotOptimize(make_round(one.compiled, one.caseload, one.eligible,
                                            priorities(one.compiled, one.caseload, one.eligible)));
    });
}

/// The policy alone, over the lists.
void assign_prepared(benchmark::State& state)
{
    auto const& one = world_of(state);
    auto const offered = make_round(one.compiled, one.caseload, one.eligible,
                                    priorities(one.compiled, one.caseload, one.eligible));
    measure(state, [&](world const&) {
        benchmark::DoNotOptimize(assign(one.proposed.policy, offered).kind_of.data());
    });
}

/// Whom one more place would help, for every pool.
void every_place(benchmark::State& state)
{
    measure(state, [](world const& one) {
        benchmark::DoNotOptimize(
            one_more_place(one.compiled, one.caseload, one.eligible, one.allowed));
    });
}

void audit(benchmark::State& state, std::size_t threads)
{
    measure(state, [=](world const& one) {
        benchmark::DoNotOptimize(audit(one.compiled, one.caseload, one.proposed, threads));
    });
}

void all_three(benchmark::State& state)
{
    measure(state, [](world const& one) {
        auto const eligible = evaluate(one.compiled, one.caseload, one.allowed);
        auto const proposed = match(one.compiled, one.caseload, eligible, one.allowed);
        benchmark::DoNotOptimize(audit(one.compiled, one.caseload, proposed));
    });
}

void add(std::vector<std::int64_t> const& size)
{
    // Everything about one world stands together, so that it is made once.
    auto const set_up = [&](benchmark::internal::Benchmark* of) {
        of->ArgNames({"people", "interventions", "reserves", "policy"})
            ->Args(size)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime()
            ->MeasureProcessCPUTime();
    };
    set_up(benchmark::RegisterBenchmark("floor", floor));
    set_up(benchmark::RegisterBenchmark("stable_by_hand", stable_by_hand));
    for (auto const threads : {1, 2})
        set_up(benchmark::RegisterBenchmark(
            ("evaluate/threads:" + std::to_string(threads)).c_str(),
            [=](auto& state) { evaluate(state, static_cast<std::size_t>(threads)); }));
    set_up(benchmark::RegisterBenchmark("match", match));
    set_up(benchmark::RegisterBenchmark("match/prepare", prepare));
    set_up(benchmark::RegisterBenchmark("match/assign", assign_prepared));
    if (size[3] < 2) // the others would start over for each
        set_up(benchmark::RegisterBenchmark("one_more_place", every_place));
    for (auto const threads : {1, 2})
        set_up(benchmark::RegisterBenchmark(
            ("audit/threads:" + std::to_string(threads)).c_str(),
            [=](auto& state) { audit(state, static_cast<std::size_t>(threads)); }));
    set_up(benchmark::RegisterBenchmark("all_three", all_three));
}

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0)
        return {};
    return number;
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    std::vector<std::int64_t> size;
    for (auto const* given : std::span{argv, static_cast<std::size_t>(argc)}.subspan(1)) {
        auto const number = number_in(given);
        if (!number || size.size() == 4) {
            std::fputs("usage: bench_match [PEOPLE INTERVENTIONS RESERVES POLICY]\n", stderr);
            return 2;
        }
        size.push_back(*number);
    }
    if (!size.empty()) {
        size.resize(4);
        add(size);
    } else {
        add({300'000, 2'000, 0, 0});
        add({300'000, 2'000, 1, 0});
        add({300'000, 2'000, 0, 1});
        add({300'000, 2'000, 0, 2});
        add({1'000'000, 500, 0, 0});
        add({1'000'000, 500, 1, 0});
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
