// SPDX-License-Identifier: BSL-1.0

// Nanoseconds to assess one person of a shipped plan with all reasons, JSON out: what a call
// through C costs beside the same in C++; of a row, and of a person who comes as JSON.
// Run in the project's own folder.
//
//     build/release/bench_from_c --benchmark_min_time=1

#include <finsam/engine/assess.hpp>
#include <finsam/finsam.h>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace {

using namespace finsam;
using namespace std::chrono;

std::string read_text(char const* file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void expect_done(finsam_status status)
{
    if (status != finsam_done)
        throw std::runtime_error("not done");
}

/// A plan and its people on both sides.
struct world
{
    std::string plan_text = read_text("examples/plans/ostra-sodertorn-2022.plan.json");
    std::string text = read_text("examples/people/ostra-sodertorn.ndjson");
    std::vector<std::string> lines;
    engine compiled = compile(parse_plan(plan_text).value(), 2022y / March / 1).value();
    people caseload = parse_people(compiled.agreed(), text, people_format::json_lines).value();
    finsam_engine* engine_in_c = nullptr;
    finsam_people* people_in_c = nullptr;

    world()
    {
        std::istringstream from(text);
        for (std::string line; std::getline(from, line);)
            lines.push_back(line);
        finsam_plan* plan = nullptr;
        finsam_result* result = nullptr;
        expect_done(finsam_parse_plan(plan_text.data(), plan_text.size(), &plan, &result));
        finsam_free_result(result);
        expect_done(finsam_compile(plan, "2022-03-01", 10, &engine_in_c, &result));
        finsam_free_result(result);
        finsam_free_plan(plan);
        expect_done(finsam_parse_people(engine_in_c, text.data(), text.size(), finsam_json_lines,
                                        &people_in_c, &result));
        finsam_free_result(result);
    }
};

world const& shipped()
{
    static world const one; // there until the end
    return one;
}

/// Runs ask(row), which returns how many characters it was told, for one row after the other.
template<class Ask>
void each_row(benchmark::State& state, Ask const& ask)
{
    std::size_t row = 0, characters = 0;
    for (auto _ : state) {
        characters += ask(row);
        row = row + 1 == shipped().lines.size() ? 0 : row + 1;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["characters"] =
        benchmark::Counter(static_cast<double>(characters), benchmark::Counter::kAvgIterations);
}

/// The characters of a result, which is given back.
std::size_t take(finsam_status status, finsam_result* result)
{
    expect_done(status);
    char const* text = nullptr;
    std::size_t length = 0;
    expect_done(finsam_text_of(result, &text, &length));
    benchmark::DoNotOptimize(text);
    finsam_free_result(result);
    return length;
}

std::string told(person const& someone)
{
    auto const& compiled = shipped().compiled;
    return to_json(compiled, someone, assess(compiled, someone), language::sv);
}

void row_in_cpp(benchmark::State& state)
{
    each_row(state, [](std::size_t row) { return told(shipped().caseload.row(row)).size(); });
}
BENCHMARK(row_in_cpp)->Name("assess/row/C++");

void row_in_c(benchmark::State& state)
{
    each_row(state, [](std::size_t row) {
        finsam_result* result = nullptr;
        auto const status =
            finsam_assess_row(shipped().engine_in_c, shipped().people_in_c, row, nullptr, &result);
        return take(status, result);
    });
}
BENCHMARK(row_in_c)->Name("assess/row/C");

void json_in_cpp(benchmark::State& state)
{
    each_row(state, [](std::size_t row) {
        auto const one = parse_people(shipped().compiled.agreed(), shipped().lines[row],
                                      people_format::json_lines)
                             .value();
        return told(one.row(0)).size();
    });
}
BENCHMARK(json_in_cpp)->Name("assess/JSON/C++");

void json_in_c(benchmark::State& state)
{
    each_row(state, [](std::size_t row) {
        auto const& line = shipped().lines[row];
        finsam_result* result = nullptr;
        auto const status =
            finsam_assess(shipped().engine_in_c, line.data(), line.size(), nullptr, &result);
        return take(status, result);
    });
}
BENCHMARK(json_in_c)->Name("assess/JSON/C");

void nothing_in_c(benchmark::State& state)
{
    for (auto _ : state) {
        std::size_t count = 0;
        finsam_count_people(shipped().people_in_c, &count);
        benchmark::DoNotOptimize(count);
    }
}
BENCHMARK(nothing_in_c)->Name("count_people/C");

} // namespace
