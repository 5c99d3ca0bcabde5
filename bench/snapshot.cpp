// SPDX-License-Identifier: BSL-1.0
//
// What a snapshot costs beside reading the same bytes once; run in the project's own folder.
#include <finsam/io/plan.hpp>
#include <finsam/io/snapshot.hpp>

#include <benchmark/benchmark.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>

namespace {

using namespace finsam;

plan const& agreed()
{
    static auto const one =
        read_plan(std::filesystem::path("examples/plans/ostra-sodertorn-2022.plan.json")).value();
    return one;
}

std::int32_t random_number(std::mt19937_64& draw, fact_declaration const& about)
{
    switch (about.kind) {
    case fact_kind::boolean:
        return static_cast<std::int32_t>(draw() % 2);
    case fact_kind::integer:
        return static_cast<std::int32_t>(draw() % 400);
    case fact_kind::date:
        return static_cast<std::int32_t>(draw() % 18'000);
    case fact_kind::choice:
        return static_cast<std::int32_t>(draw() % about.values.size());
    case fact_kind::code:
    case fact_kind::set:
        break;
    }
    return 0;
}

/// People about whom two facts of three are on record, one in three with wishes of their own.
people random_people(std::size_t count)
{
    std::mt19937_64 draw(1);
    people all(schema_of(agreed()));
    auto const& columns = all.facts().columns;
    std::vector<std::uint32_t> wishes;
    for (std::size_t row = 0; row < count; ++row) {
        auto& to = all.writing();
        to.begin();
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (draw() % 3 == 0)
                continue;
            if (columns[c].kind == fact_kind::code) {
                to.set_number(c, all.position_of(c, std::to_string(1000 + draw() % 290)));
            } else if (columns[c].kind == fact_kind::set) {
                to.set_recorded(c);
                if (!columns[c].values.empty())
                    to.add_member(c, draw() % columns[c].values.size());
            } else {
                to.set_number(c, random_number(draw, columns[c]));
            }
        }
        wishes.clear();
        for (std::uint32_t i = 0; i < 3 && i < agreed().interventions.size(); ++i)
            wishes.push_back(i);
        auto const own = draw() % 3 == 0;
        to.finish("p-" + std::to_string(row),
                  own ? std::optional<std::span<std::uint32_t const>>(wishes) : std::nullopt, {});
        all.settle();
    }
    return all;
}

/// The people of one size and a file of them, kept for the next benchmark.
struct world
{
    explicit world(std::size_t count)
        : caseload(random_people(count))
        , file(std::filesystem::temp_directory_path()
               / ("finsam-bench-" + std::to_string(count) + ".people"))
    {
        write_snapshot(caseload, file);
        size = std::filesystem::file_size(file);
    }
    ~world() { std::filesystem::remove(file); }

    people caseload;
    std::filesystem::path file;
    std::uintmax_t size = 0;
};

world const& world_of(benchmark::State const& state)
{
    static std::unique_ptr<world> one;
    auto const count = static_cast<std::size_t>(state.range(0));
    if (!one || one->caseload.size() != count) {
        one.reset();
        one = std::make_unique<world>(count);
    }
    return *one;
}

void count_bytes(benchmark::State& state, world const& one)
{
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(one.size));
    state.counters["people"] = benchmark::Counter(
        static_cast<double>(state.iterations() * state.range(0)), benchmark::Counter::kIsRate);
    state.counters["bytes_a_person"] =
        static_cast<double>(one.size) / static_cast<double>(state.range(0));
}

std::uint64_t sum_of_words(std::string_view bytes)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        sum += word;
    }
    return sum;
}

void write(benchmark::State& state)
{
    auto const& one = world_of(state);
    for (auto _ : state)
        write_snapshot(one.caseload, one.file);
    count_bytes(state, one);
}

void read(benchmark::State& state)
{
    auto const& one = world_of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(read_snapshot(agreed(), one.file).value().size());
    count_bytes(state, one);
}

/// The file is mapped and its words are added up: what reading it costs at the least.
void sum_of_the_mapped_file(benchmark::State& state)
{
    auto const& one = world_of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(sum_of_words(mapped_file::open(one.file)->bytes()));
    count_bytes(state, one);
}

/// The same of bytes that stand in memory already.
void sum_of_memory(benchmark::State& state)
{
    auto const& one = world_of(state);
    std::ifstream from(one.file, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(from), {}};
    for (auto _ : state)
        benchmark::DoNotOptimize(sum_of_words(bytes));
    count_bytes(state, one);
}

void sizes(benchmark::internal::Benchmark* of)
{
    of->ArgName("people")->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(write)->Apply(sizes);
BENCHMARK(read)->Apply(sizes);
BENCHMARK(sum_of_the_mapped_file)->Apply(sizes);
BENCHMARK(sum_of_memory)->Apply(sizes);

void ten_million(benchmark::internal::Benchmark* of)
{
    of->ArgName("people")->Arg(10'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(write)->Apply(ten_million);
BENCHMARK(read)->Apply(ten_million);
BENCHMARK(sum_of_the_mapped_file)->Apply(ten_million);
BENCHMARK(sum_of_memory)->Apply(ten_million);

} // namespace
