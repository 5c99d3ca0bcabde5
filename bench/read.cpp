// SPDX-License-Identifier: BSL-1.0

// How fast people are read, beside what reading must cost at least and what it cost otherwise.
// Runs in the project's own folder.

#include <finsam/io/plan.hpp>

#include "invented_people.hpp"
#include "io/people_blocks.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parser.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

using namespace finsam;

namespace {

plan const& agreed()
{
    static plan const read =
        read_plan(std::filesystem::path("examples/plans/ostra-sodertorn-2022.plan.json")).value();
    return read;
}

/// The text of so many people, with room after it.
std::string_view text_of(people_format format, std::int64_t count)
{
    static invented_people const invented("examples/people/ostra-sodertorn.ndjson");
    static std::map<std::pair<people_format, std::int64_t>, std::string> texts;
    auto& text = texts[{format, count}];
    if (text.empty()) {
        auto const people = static_cast<std::size_t>(count);
        text = format == people_format::csv ? invented.csv(people) : invented.json_lines(people);
        text.reserve(text.size() + io::readable_after);
    }
    return text;
}

void tell(benchmark::State& state, std::string_view text)
{
    auto const runs = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(runs * static_cast<std::int64_t>(text.size()));
    state.SetItemsProcessed(runs * state.range(0));
}

template<class Each>
void each_line(std::string_view text, Each each)
{
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size() - 1);
        each(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

/// Finds the ends of lines, and nothing else.
template<people_format Format>
void line_ends(benchmark::State& state)
{
    auto const text = text_of(Format, state.range(0));
    for (auto _ : state) {
        std::size_t lines = 0;
        each_line(text, [&](std::string_view line) { lines += !line.empty(); });
        benchmark::DoNotOptimize(lines);
    }
    tell(state, text);
}

/// JSON values of Boost.JSON, nothing made of them.
void json_values(benchmark::State& state)
{
    auto const text = text_of(people_format::json_lines, state.range(0));
    boost::json::parser parser;
    unsigned char buffer[1 << 16];
    for (auto _ : state)
        each_line(text, [&](std::string_view line) {
            boost::json::monotonic_resource memory(buffer, sizeof buffer);
            parser.reset(&memory);
            parser.write({line.data(), line.size()});
            benchmark::DoNotOptimize(parser.release());
        });
    tell(state, text);
}

/// By so many threads, 0 for as many as the machine has.
template<people_format Format, bool Slowly, std::size_t Threads>
void read(benchmark::State& state)
{
    auto const text = text_of(Format, state.range(0));
    std::size_t people = 0;
    for (auto _ : state) {
        io::text_source from(text);
        people = io::read_blocks(agreed(), Format, "people", from, io::block_size,
                                 {.only_slowly = Slowly, .threads = Threads})
                     .value()
                     .size();
    }
    if (people != static_cast<std::size_t>(state.range(0)))
        state.SkipWithError("not everybody was read");
    tell(state, text);
}

constexpr auto json = people_format::json_lines;
constexpr auto csv = people_format::csv;

BENCHMARK(line_ends<json>)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(json_values)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(read<json, true, 1>)->Arg(100'000);
BENCHMARK(read<json, false, 1>)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(read<json, false, 0>)->Arg(1'000'000)->UseRealTime();
BENCHMARK(line_ends<csv>)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(read<csv, true, 1>)->Arg(100'000);
BENCHMARK(read<csv, false, 1>)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(read<csv, false, 0>)->Arg(1'000'000)->UseRealTime();

} // namespace
