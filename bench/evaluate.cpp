// SPDX-License-Identifier: BSL-1.0

// How long does it take to answer all rules about all people, and to count the answers?
//
// Beside: reading once the planes that are asked for and doing nothing (the floor), the rules
// compiled by hand over byte columns, over bit planes (both AVX-512) and over rows, and the
// one-by-one evaluator. Everything on one thread unless its name says more; processor time. `plain`
// and so on are the same loops compiled for other processors.
//
//     bench_evaluate [PLAN]    from the project's folder; PLAN instead of
//     bench/plans/twenty.plan.json

#include <finsam/engine/assessor.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/engine/own_columns.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>

#include "by_hand/layouts.hpp"
#include "by_hand/rows.hpp"
#include "by_hand/twenty.hpp"
#include "engine/evaluate_with.hpp"
#include "engine/passing_pieces.hpp"
#include "people/draw.hpp"
#include "people/record.hpp"

#include <benchmark/benchmark.h>

#include <cstring>
#include <iostream>
#include <map>
#include <memory>
#include <random>

namespace {

using namespace finsam;

constexpr std::size_t drawn_people = 16 * piece_rows;

/// As many people of the plan as are drawn, with a share of all facts put out of record on top.
people draw_people(invented::marginals const& from, double more_unknown)
{
    invented::record_writer const record(from, false, false);
    invented::dice thrown(from.seed);
    invented::somebody one;
    std::string lines;
    people all{schema_of(from.plan)};
    std::mt19937_64 erase(1);
    for (std::size_t at = 1; at <= drawn_people; ++at) {
        draw(thrown, from, one);
        record.line(lines, one, at);
        if (at % 4096 != 0 && at != drawn_people)
            continue;
        auto const some = parse_people(from.plan, lines, people_format::json_lines).value();
        for (std::size_t row = 0; row < some.size(); ++row) {
            auto someone = some.row(row);
            for (auto& fact : someone.facts)
                if (static_cast<double>(erase()) < more_unknown * 0x1p64)
                    fact = {};
            all.append(someone);
        }
        lines.clear();
    }
    return all;
}

/// The drawn people again and again. Each time they stand in memory of their own.
people repeated(people const& some, std::size_t size)
{
    people all{some.facts()};
    for (std::size_t i = 0; i < some.facts().columns.size(); ++i)
        for (std::size_t code = 0; code < some.codes(i).size(); ++code)
            (void)all.position_of(i, some.codes(i)[code]);
    for (std::size_t i = 0; all.size() + piece_rows <= size; ++i)
        all.take(piece(some.pieces()[i % some.pieces().size()]));
    for (std::size_t row = 0; all.size() < size; ++row)
        all.append(some.row(row));
    return all;
}

struct bench
{
    invented::marginals from;
    engine compiled;
    std::map<std::string, people> drawn; // by share that is put out of record
    std::map<std::pair<std::string, std::size_t>, std::unique_ptr<people>> kept;

    people const& caseload(std::string const& unknown, std::size_t size)
    {
        // One large population at a time.
        if (kept.size() > 1)
            kept.clear();
        auto& one = kept[{unknown, size}];
        if (!one)
            one = std::make_unique<people>(repeated(drawn.at(unknown), size));
        return *one;
    }
};

/// Each benchmark sets each counter: the reporter for CSV takes its columns from whichever runs
/// first, and refuses one that has others.
void rate(benchmark::State& state, std::size_t size, double bytes_a_person, double bytes = 0)
{
    state.counters["bytes_a_person"] = bytes_a_person;
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * size));
    if (bytes > 0)
        state.SetBytesProcessed(
            static_cast<std::int64_t>(static_cast<double>(state.iterations()) * bytes));
}

/// Reads every plane of the columns that tests ask about.
std::size_t read_planes(engine const& compiled, people const& all, std::uint64_t& sum)
{
    std::vector<bool> used(all.facts().columns.size());
    for (auto const& one : compiled.asked().tests)
        used[one.column] = true;
    std::size_t bytes = 0;
    auto const read = [&](piece const& from, plane_at at) {
        if (at == plane_at::all_zero || at == plane_at::all_one)
            return;
        auto const* words = from.plane(at);
        std::uint64_t lanes[8] = {};
        for (std::size_t word = 0; word < from.plane_words(); word += 8)
            for (std::size_t i = 0; i < 8; ++i)
                lanes[i] |= words[word + i];
        for (auto const lane : lanes)
            sum ^= lane;
        bytes += from.plane_words() * 8;
    };
    for (auto const& one : all.pieces())
        for (std::size_t column = 0; column < used.size(); ++column)
            if (used[column]) {
                for (auto const at : one.columns[column].planes)
                    read(one, at);
                read(one, one.columns[column].known);
                if (one.columns[column].recorded != one.columns[column].known)
                    read(one, one.columns[column].recorded);
            }
    return bytes;
}

/// The people in the forms that one who writes by hand would choose.
struct hand_stores
{
    std::vector<by_hand::row> rows;
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint16_t> pairs;
    std::vector<std::uint64_t> bits, planes;
    by_hand::byte_store byte{};
    by_hand::plane_store plane{};

    explicit hand_stores(people const& all)
    {
        auto const size = all.size() / 512 * 512;
        auto const words = size / 64;
        std::map<std::pair<std::size_t, std::string_view>, int> codes;
        std::map<std::size_t, int> named;
        for (auto const& one : by_hand::codes) {
            codes[{static_cast<std::size_t>(one.column), one.text}] = one.number;
            ++named[static_cast<std::size_t>(one.column)];
        }
        rows.resize(size);
        for (std::size_t row = 0; row < size; ++row)
            for (std::size_t column = 0; column < 28; ++column) {
                auto const fact = all.fact(row, column);
                rows[row].none[column] = fact.state == fact_state::none;
                if (fact.state != fact_state::value)
                    continue;
                auto number = fact.number;
                if (all.facts().columns[column].kind == fact_kind::set)
                    number = static_cast<std::int32_t>(fact.members.at(0));
                if (all.facts().columns[column].kind == fact_kind::code) {
                    auto const code = codes.find({column, fact.code});
                    number = code == codes.end() ? named[column] : code->second;
                }
                rows[row].facts[column] = number;
            }
        byte.people = plane.people = size;
        bytes.resize(28 * size);
        pairs.resize(28 * size);
        bits.resize(2 * 28 * words);
        for (std::size_t c = 0; c < 28; ++c) {
            auto const& layout = by_hand::layouts[c];
            bool everybody = true, nobody = true;
            plane.first[c] = plane.block_words;
            for (std::size_t row = 0; row < size; ++row) {
                everybody = everybody && rows[row].facts[c].has_value();
                nobody = nobody && !rows[row].none[c];
                auto const number = rows[row].facts[c].value_or(layout.base) - layout.base;
                bytes[c * size + row] = static_cast<std::uint8_t>(number);
                pairs[c * size + row] = static_cast<std::uint16_t>(number);
                bits[2 * c * words + row / 64] |= std::uint64_t{rows[row].facts[c].has_value()}
                                                  << row % 64;
                bits[(2 * c + 1) * words + row / 64] |= std::uint64_t{rows[row].none[c]}
                                                        << row % 64;
            }
            byte.bytes[c] = bytes.data() + c * size;
            byte.pairs[c] = pairs.data() + c * size;
            byte.valid[c] = everybody ? nullptr : bits.data() + 2 * c * words;
            byte.none[c] = nobody ? nullptr : bits.data() + (2 * c + 1) * words;
            plane.valid[c] = !everybody;
            plane.none[c] = !nobody;
            plane.block_words += 8 * static_cast<std::size_t>(layout.planes + !everybody + !nobody);
        }
        planes.resize(size / 512 * plane.block_words + 8);
        auto const shift = (64 - reinterpret_cast<std::uintptr_t>(planes.data()) % 64) / 8 % 8;
        auto* const first = planes.data() + shift;
        plane.words = first;
        for (std::size_t row = 0; row < size; ++row)
            for (std::size_t c = 0; c < 28; ++c) {
                auto* const to =
                    first + row / 512 * plane.block_words + plane.first[c] + row % 512 / 64;
                auto const put = [&](int k, bool bit) {
                    to[8 * k] |= std::uint64_t{bit} << row % 64;
                };
                auto const& layout = by_hand::layouts[c];
                auto const number = rows[row].facts[c].value_or(layout.base) - layout.base;
                for (int k = 0; k < layout.planes; ++k)
                    put(k, (number >> k & 1) != 0);
                if (plane.valid[c])
                    put(layout.planes, rows[row].facts[c].has_value());
                if (plane.none[c])
                    put(layout.planes + plane.valid[c], rows[row].none[c]);
            }
    }
};

void expect(bool fine, char const* what)
{
    if (!fine)
        throw std::runtime_error(std::string("not the same answers: ") + what);
}

void expect_counts(tally const& counted, by_hand::counts const& found, char const* what)
{
    for (std::size_t i = 0; i < by_hand::questions; ++i)
        expect(counted.interventions[i].yes == found.yes[i]
                   && counted.interventions[i].no == found.no[i],
               what);
}

void count_rows(std::vector<by_hand::row> const& rows, by_hand::counts& into)
{
    for (auto const& one : rows)
        by_hand::answer(by_hand::row_leaves{one},
                        [&](std::size_t question, by_hand::rails<unsigned> given) {
                            into.yes[question] += given.yes;
                            into.no[question] += given.no;
                        });
}

double bytes_of_columns(hand_stores const& from)
{
    double bytes = 0;
    for (std::size_t c = 0; c < 28; ++c)
        bytes += by_hand::layouts[c].bytes + (from.byte.valid[c] != nullptr ? 1. / 8 : 0)
                 + (from.byte.none[c] != nullptr ? 1. / 8 : 0);
    return bytes;
}

double bytes_of_planes(hand_stores const& from)
{
    return static_cast<double>(from.plane.block_words) * 8 / 512;
}

void add_by_hand(std::shared_ptr<bench> const& here, std::size_t size)
{
    auto const stores = std::make_shared<std::unique_ptr<hand_stores>>();
    auto const add = [&](std::string const& name, auto bytes_a_person, auto run) {
        benchmark::RegisterBenchmark(
            ("by_hand/" + name + "/people:" + std::to_string(size)).c_str(),
            [here, size, stores, bytes_a_person, run](benchmark::State& state) {
                auto const& all = here->caseload("drawn", size);
                if (!*stores)
                    *stores = std::make_unique<hand_stores>(all);
                by_hand::counts found{};
                run(**stores, found);
                expect_counts(count_with(detail::portable_pack, here->compiled, all, 1), found,
                              "by hand");
                for (auto _ : state) {
                    run(**stores, found);
                    benchmark::DoNotOptimize(found);
                }
                rate(state, size, bytes_a_person(**stores));
            });
    };
    if (by_hand::can_run()) {
        add("byte_columns_avx512", bytes_of_columns,
            [](hand_stores const& from, by_hand::counts& into) {
                by_hand::count_bytes(from.byte, into);
            });
        add("bit_planes_avx512", bytes_of_planes,
            [](hand_stores const& from, by_hand::counts& into) {
                by_hand::count_planes(from.plane, into);
            });
    }
    auto const bytes_of_row = [](hand_stores const&) {
        return static_cast<double>(sizeof(by_hand::row));
    };
    add("rows", bytes_of_row,
        [](hand_stores const& from, by_hand::counts& into) { count_rows(from.rows, into); });
}

/// Somebody's own arrays with the people's facts, asked once.
struct own_arrays
{
    std::vector<std::vector<std::uint8_t>> bytes;
    std::vector<fact_column> read;
    std::vector<std::vector<std::uint64_t>> words;
    std::vector<std::vector<fact_state>> states;
    std::vector<std::vector<std::string>> codes;
    std::vector<own_column> columns;

    explicit own_arrays(people const& all)
        : bytes(all.facts().columns.size())
        , read(bytes.size())
        , words(bytes.size())
        , states(bytes.size())
        , codes(bytes.size())
    {
        for (std::size_t c = 0; c < bytes.size(); ++c) {
            auto const& about = all.facts().columns[c];
            own_column one{.fact = about.name};
            if (about.kind == fact_kind::set) {
                for (std::size_t row = 0; row < all.size(); ++row) {
                    auto const fact = all.fact(row, c);
                    states[c].push_back(fact.state);
                    words[c].push_back(fact.members.empty() ? 0 : fact.members[0]);
                }
                one.states = states[c];
                one.values = std::span<std::uint64_t const>(words[c]);
            } else {
                read[c] = all.column(c);
                one.states = read[c].states;
                one.values = std::span<std::int32_t const>(read[c].numbers);
                if (about.kind == fact_kind::boolean || about.kind == fact_kind::choice) {
                    bytes[c].assign(read[c].numbers.begin(), read[c].numbers.end());
                    one.values = std::span<std::uint8_t const>(bytes[c]);
                }
                for (std::size_t code = 0; code < all.codes(c).size(); ++code)
                    codes[c].emplace_back(all.codes(c)[code]);
                one.codes = codes[c];
            }
            columns.push_back(one);
        }
    }

    [[nodiscard]] double bytes_a_person() const
    {
        double sum = 0;
        for (auto const& one : columns)
            std::visit(
                [&](auto const& values) {
                    sum += static_cast<double>(sizeof(values[0]) + sizeof(one.states[0]));
                },
                one.values);
        return sum;
    }
};

void add_own_columns(std::shared_ptr<bench> const& here, std::size_t size)
{
    benchmark::RegisterBenchmark(
        ("own_columns/once/people:" + std::to_string(size)).c_str(),
        [here, size](benchmark::State& state) {
            auto const& all = here->caseload("drawn", size);
            own_arrays const own(all);
            auto const& allowed = here->compiled.agreed().mandates.at(0);
            auto const once = [&] {
                auto const fitted = fit_columns(here->compiled, size, own.columns).value();
                return count_answers(here->compiled, fitted, allowed, 1);
            };
            expect(once() == count_answers(here->compiled, all, allowed, 1), "own columns");
            for (auto _ : state)
                benchmark::DoNotOptimize(once());
            rate(state, size, own.bytes_a_person());
        });
    benchmark::RegisterBenchmark(
        ("own_columns/sliced_alone/people:" + std::to_string(size)).c_str(),
        [here, size](benchmark::State& state) {
            own_arrays const own(here->caseload("drawn", size));
            auto const fitted = fit_columns(here->compiled, size, own.columns).value();
            passing_pieces const pieces(here->compiled, fitted);
            passing_pieces::reader read(pieces);
            for (auto _ : state)
                for (std::size_t index = 0; index < pieces.size(); ++index)
                    benchmark::DoNotOptimize(read[index]);
            rate(state, size, own.bytes_a_person());
        });
}

void add_all(std::shared_ptr<bench> const& here, bool twenty)
{
    auto const rules = "rules:" + std::to_string(here->compiled.interventions().size()) + "/";
    auto const add = [&](std::string const& name, std::string const& unknown, std::size_t size,
                         auto run) {
        benchmark::RegisterBenchmark(
            (rules + name + "/unknown:" + unknown + "/people:" + std::to_string(size)).c_str(),
            [here, unknown, size, run](benchmark::State& state) {
                auto const& all = here->caseload(unknown, size);
                double bytes = 0;
                for (auto _ : state)
                    bytes = run(here->compiled, all);
                rate(state, size,
                     static_cast<double>(all.memory()) / static_cast<double>(all.size()), bytes);
            })
            ->UseRealTime()
            ->MeasureProcessCPUTime();
    };
    constexpr std::size_t thousand = 1024, cached = 2 * piece_rows, million = 61 * piece_rows,
                          ten_million = 610 * piece_rows;
    for (std::size_t const size : {thousand, cached, million, ten_million}) {
        add("floor", "drawn", size, [](engine const& compiled, people const& all) {
            std::uint64_t sum = 0;
            auto const bytes = read_planes(compiled, all, sum);
            benchmark::DoNotOptimize(sum);
            return static_cast<double>(bytes);
        });
        auto const here_packs = detail::packs_here();
        for (std::size_t i = 0; i < here_packs.count; ++i)
            add(std::string("count/") + here_packs.list[i]->name, "drawn", size,
                [loops = here_packs.list[i]](engine const& compiled, people const& all) {
                    benchmark::DoNotOptimize(count_with(*loops, compiled, all, 1));
                    return 0.0;
                });
        for (std::size_t const threads : {1U, 2U})
            add("keep/threads:" + std::to_string(threads), "drawn", size,
                [threads](engine const& compiled, people const& all) {
                    benchmark::DoNotOptimize(
                        evaluate_with(detail::fastest_pack(), compiled, all, threads));
                    return 0.0;
                });
        for (std::size_t const threads : {2U, 0U}) // 0: as many as are worth it
            add("count/threads:" + std::to_string(threads), "drawn", size,
                [threads](engine const& compiled, people const& all) {
                    benchmark::DoNotOptimize(
                        count_with(detail::fastest_pack(), compiled, all, threads));
                    return 0.0;
                });
        if (twenty && size >= cached)
            add_by_hand(here, size);
        if (twenty && (size == cached || size == million))
            add_own_columns(here, size);
    }
    add("count", "half_more", million, [](engine const& compiled, people const& all) {
        benchmark::DoNotOptimize(count_with(detail::fastest_pack(), compiled, all, 1));
        return 0.0;
    });
    add("one_by_one", "drawn", cached, [](engine const& compiled, people const& all) {
        assessor one(compiled);
        for (std::size_t row = 0; row < all.size(); ++row)
            benchmark::DoNotOptimize(one.interventions(all, row));
        return 0.0;
    });
}

} // namespace

int main(int count, char** words)
{
    benchmark::Initialize(&count, words);
    std::filesystem::path const plan = count > 1 ? words[1] : "bench/plans/twenty.plan.json";
    try {
        auto from = invented::read_marginals("bench/plans/twenty.marginals.json");
        auto compiled = compile(read_plan(plan).value(), from.as_of).value();
        auto const here =
            std::make_shared<bench>(bench{std::move(from), std::move(compiled), {}, {}});
        here->drawn.emplace("drawn", draw_people(here->from, 0));
        here->drawn.emplace("half_more", draw_people(here->from, 0.5));
        add_all(here, count == 1);
        benchmark::RunSpecifiedBenchmarks();
    } catch (std::exception const& wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
