// SPDX-License-Identifier: BSL-1.0

// Nanoseconds to answer every question about one person, for each shipped plan: answers alone, of a
// person and of a row of many; with reasons; with reasons as sentences. And one rule of a plan
// beside the same rule written by hand. Run in the project's own folder.
//
//     build/release/bench_one_person --benchmark_min_time=1

#include <finsam/engine/assess.hpp>
#include <finsam/engine/assessor.hpp>
#include <finsam/engine/sentence.hpp>
#include <finsam/io/plan.hpp>

#include <benchmark/benchmark.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <random>

namespace {

using namespace finsam;
using namespace std::chrono;

// As many as do not fit into what a processor remembers of its guesses, but into its caches.
constexpr std::size_t how_many = 1024;

/// Numbers that are the same on every machine.
class dice
{
public:
    std::uint64_t operator()(std::uint64_t sides) { return stream_() % sides; }
    bool percent(std::uint64_t share) { return (*this)(100) < share; }

private:
    std::mt19937_64 stream_{20031210};
};

cell random_value(dice& roll, plan const& agreed, fact_declaration const& column, date as_of)
{
    cell one{.state = fact_state::value};
    auto const today = static_cast<std::int32_t>(sys_days{as_of}.time_since_epoch().count());
    switch (column.kind) {
    case fact_kind::boolean:
        one.number = roll.percent(50) ? 1 : 0;
        break;
    case fact_kind::integer:
        one.number = static_cast<std::int32_t>(roll(100));
        break;
    case fact_kind::date: // an adult's birth, or within the last three years
        one.number = today
                     - static_cast<std::int32_t>(column.name == "birth_date"
                                                     ? 15 * 365 + roll(std::uint64_t{55} * 365)
                                                     : roll(std::uint64_t{3} * 365));
        break;
    case fact_kind::choice:
        one.number = static_cast<std::int32_t>(roll(column.values.size()));
        break;
    case fact_kind::code: {
        auto const& area = agreed.association.area;
        one.code = roll.percent(95) ? area[roll(area.size())] : "9999";
        break;
    }
    case fact_kind::set:
        one.members.resize((column.values.size() + 63) / 64);
        for (std::size_t i = 0; i < column.values.size(); ++i)
            if (roll.percent(25))
                one.members[i / 64] |= std::uint64_t{1} << i % 64;
        break;
    }
    return one;
}

/// Four facts of five are on record; half of the holders may tell theirs.
std::vector<person> random_people(engine const& compiled)
{
    dice roll;
    auto const& columns = compiled.facts().columns;
    std::vector<person> all;
    for (std::size_t i = 0; i < how_many; ++i) {
        person someone{.id = "p" + std::to_string(i)};
        std::vector<std::string> consents;
        for (auto const& column : columns) {
            someone.facts.push_back(
                roll.percent(80) ? random_value(roll, compiled.agreed(), column, compiled.as_of())
                                 : cell{});
            if (column.holder && roll.percent(50))
                consents.push_back(*column.holder);
        }
        withhold(compiled.facts(), consents, someone);
        all.push_back(std::move(someone));
    }
    return all;
}

struct world
{
    explicit world(engine made)
        : compiled(std::move(made))
        , persons(random_people(compiled))
        , caseload(compiled.facts())
    {
        // A full piece, so that rows are read out of bit planes.
        for (std::size_t i = 0; i < piece_rows; ++i)
            caseload.append(persons[i % persons.size()]);
    }

    engine compiled;
    std::vector<person> persons;
    people caseload;
};

/// The first midsummer of the plan on which most is in force.
engine compiled_at_its_fullest(plan const& agreed)
{
    std::optional<engine> best;
    auto const questions = [](engine const& one) {
        return one.needs_groups().size() + one.interventions().size();
    };
    for (auto year = agreed.period.from.year(); year < agreed.period.from.year() + years{10};
         ++year)
        if (auto made = compile(agreed, year / June / 30))
            if (!best || questions(*made) > questions(*best))
                best = std::move(*made);
    return best ? std::move(*best) : compile(agreed, agreed.period.from).value();
}

void count(benchmark::State& state, world const& all)
{
    state.counters["questions"] = static_cast<double>(all.compiled.needs_groups().size()
                                                      + all.compiled.interventions().size());
    state.counters["tests"] = static_cast<double>(all.compiled.lowered().tests.size());
    state.counters["nodes"] = static_cast<double>(all.compiled.lowered().nodes.size());
}

template<class Do>
void for_each_person(benchmark::State& state, world const& all, Do once)
{
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(once(next));
        next = (next + 1) % how_many;
    }
    count(state, all);
}

void answers(benchmark::State& state, world const& all)
{
    assessor asked(all.compiled);
    for_each_person(state, all,
                    [&](std::size_t i) { return asked.interventions(all.persons[i]).data(); });
}

void answers_of_a_row(benchmark::State& state, world const& all)
{
    assessor asked(all.compiled);
    for_each_person(state, all,
                    [&](std::size_t i) { return asked.interventions(all.caseload, i).data(); });
}

void reasons(benchmark::State& state, world const& all)
{
    std::size_t told = 0, asked = 0;
    for_each_person(state, all, [&](std::size_t i) {
        auto const assessed = assess(all.compiled, all.persons[i]);
        for (auto const* several : {&assessed.needs_groups, &assessed.interventions})
            for (auto const& one : *several)
                told += one.reasons.size();
        ++asked;
        return told;
    });
    state.counters["reasons"] = static_cast<double>(told) / static_cast<double>(asked);
}

void sentences(benchmark::State& state, world const& all)
{
    for_each_person(state, all, [&](std::size_t i) {
        auto const& someone = all.persons[i];
        auto const assessed = assess(all.compiled, someone);
        std::size_t letters = 0;
        for (auto const* several : {&assessed.needs_groups, &assessed.interventions})
            for (auto const& one : *several)
                for (auto const& why : one.reasons)
                    letters += sentence(all.compiled, someone, why, language::sv).size();
        return letters;
    });
}

/// The one rule by hand, over a struct of a program that knows nothing else.
struct by_hand
{
    std::optional<std::int32_t> birth_date{};
    std::optional<bool> disability{};
};

void rule_by_hand(benchmark::State& state, world const& all)
{
    auto const born = *find_column(all.compiled.facts(), "birth_date");
    auto const disabled = *find_column(all.compiled.facts(), "disability");
    std::vector<by_hand> persons;
    for (auto const& someone : all.persons) {
        auto& one = persons.emplace_back();
        if (someone.facts[born].state == fact_state::value)
            one.birth_date = someone.facts[born].number;
        if (someone.facts[disabled].state == fact_state::value)
            one.disability = someone.facts[disabled].number != 0;
    }
    auto const birthday = [&](int age) {
        return static_cast<std::int32_t>(
            sys_days{all.compiled.as_of() - years{age}}.time_since_epoch().count());
    };
    auto const is_if = [](auto const& fact, auto holds) {
        return !fact ? truth::unknown : holds(*fact) ? truth::yes : truth::no;
    };
    auto const young_with_disability = [=, first = birthday(30),
                                        last = birthday(16)](by_hand const& one) {
        return is_if(one.birth_date, [=](std::int32_t day) { return day <= last; })
               && is_if(one.birth_date, [=](std::int32_t day) { return day > first; })
               && is_if(one.disability, [](bool has) { return has; });
    };
    // The hand must mean what the plan says.
    assessor asked(all.compiled);
    for (std::size_t i = 0; i < persons.size(); ++i)
        if (asked.needs_groups(all.persons[i])[0] != young_with_disability(persons[i])) {
            state.SkipWithError("the rule by hand answers otherwise");
            return;
        }
    for_each_person(state, all, [&](std::size_t i) { return young_with_disability(persons[i]); });
}

void rule_of_the_plan(benchmark::State& state, world const& all)
{
    assessor asked(all.compiled);
    for_each_person(state, all,
                    [&](std::size_t i) { return asked.needs_groups(all.persons[i]).data(); });
}

/// The plan with that rule as its only needs group and nothing that asks for more of a person.
plan of_one_rule(plan agreed)
{
    agreed.needs_groups = {{.id = "young-with-disability",
                            .label = same_text("young with disability"),
                            .rule = "young-with-disability"}};
    agreed.interventions.clear();
    agreed.declarations.clear();
    return agreed;
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    std::map<std::string, std::unique_ptr<world>> worlds;
    auto const add = [&](std::string const& name, auto run, world const& all) {
        benchmark::RegisterBenchmark(name.c_str(),
                                     [run, &all](benchmark::State& state) { run(state, all); });
    };
    std::filesystem::path const plans{"examples/plans"};
    for (auto const& entry : std::filesystem::directory_iterator(plans)) {
        auto const file = entry.path().filename().string();
        auto const name = file.substr(0, file.find('.'));
        if (file == name + ".plan.json")
            worlds.emplace(name, std::make_unique<world>(
                                     compiled_at_its_fullest(read_plan(entry.path()).value())));
    }
    for (auto const& [name, all] : worlds) {
        add(name + "/answers", answers, *all);
        add(name + "/answers_of_a_row", answers_of_a_row, *all);
        add(name + "/reasons", reasons, *all);
        add(name + "/sentences", sentences, *all);
    }
    auto const whole = worlds.find("ostra-sodertorn-2022");
    if (whole == worlds.end()) {
        std::cerr << "run me in the project's own folder\n";
        return 1;
    }
    auto const& agreed = whole->second->compiled.agreed();
    world const one_rule(compile(of_one_rule(agreed), whole->second->compiled.as_of()).value());
    add("one_rule/plan", rule_of_the_plan, one_rule);
    add("one_rule/by_hand", rule_by_hand, one_rule);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
