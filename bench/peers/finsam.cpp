// SPDX-License-Identifier: BSL-1.0

// finsam as one of the engines that compare.py measures: every answer about every person, yes and
// no, counted, and kept.
//
//     peer_finsam PLAN AS_OF PEOPLE MANDATE RUNS

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/version.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <vector>

namespace {

double seconds(clockid_t of)
{
    timespec now{};
    clock_gettime(of, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double median(std::vector<double> of)
{
    std::ranges::sort(of);
    return of[of.size() / 2];
}

boost::json::array counted(finsam::truth_column const& answers, std::size_t people)
{
    std::array<std::size_t, 3> each{};
    for (std::size_t person = 0; person < people; ++person)
        ++each[static_cast<std::size_t>(answer_of(answers, person))];
    return {each[0], each[1], each[2]};
}

boost::json::array counted(finsam::answer_count const& answers, std::size_t)
{
    return {answers.no, answers.unknown, answers.yes};
}

/// What `ask` gives, as often as wanted, on one thread as the others.
template<class Ask>
boost::json::object measured(finsam::engine const& compiled, char const* form, int runs,
                             Ask const& ask)
{
    std::vector<double> wall, cpu;
    decltype(ask()) answers;
    for (int run = 0; run < runs; ++run) {
        auto const since = seconds(CLOCK_MONOTONIC);
        auto const used = seconds(CLOCK_PROCESS_CPUTIME_ID);
        answers = ask();
        cpu.push_back(seconds(CLOCK_PROCESS_CPUTIME_ID) - used);
        wall.push_back(seconds(CLOCK_MONOTONIC) - since);
    }
    boost::json::object counts;
    for (std::size_t at = 0; at < answers.interventions.size(); ++at) {
        auto const& asked = compiled.agreed().interventions[compiled.interventions()[at].index];
        counts[asked.id] = counted(answers.interventions[at], answers.people);
    }
    auto const each = 1e9 / static_cast<double>(answers.people);
    return {{"form", form},
            {"gives", "no and yes"},
            {"wall_ns", median(wall) * each},
            {"cpu_ns", median(cpu) * each},
            {"counts", counts}};
}

} // namespace

int main(int count, char** words)
{
    if (count != 6) {
        std::cerr << "usage: peer_finsam PLAN AS_OF PEOPLE MANDATE RUNS\n";
        return 2;
    }
    auto const plan = finsam::read_plan(std::filesystem::path{words[1]}).value();
    auto const compiled =
        finsam::compile(plan, finsam::detail::parse_date(words[2]).value()).value();
    auto const allowed = finsam::find_mandate(compiled, words[4]).value();
    auto const since = seconds(CLOCK_MONOTONIC);
    auto const caseload = finsam::read_people(plan, std::filesystem::path{words[3]}, {}, 1).value();
    auto const load = seconds(CLOCK_MONOTONIC) - since;
    auto const runs = std::max(1, std::atoi(words[5]));
    boost::json::array forms{
        measured(compiled, "counts of all rules", runs,
                 [&] { return count_answers(compiled, caseload, allowed, 1); }),
        measured(compiled, "every answer kept, and the needs groups", runs,
                 [&] { return evaluate(compiled, caseload, allowed, 1); })};
    std::cout << boost::json::serialize(boost::json::object{{"engine", "finsam"},
                                                            {"version", finsam::version},
                                                            {"load_seconds", load},
                                                            {"forms", forms}})
              << '\n';
}
