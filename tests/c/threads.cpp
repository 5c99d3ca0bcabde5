// SPDX-License-Identifier: BSL-1.0
#include <finsam/finsam.h>

#include "c/calls.hpp"

#include <gmock/gmock.h>

#include <sstream>
#include <thread>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;

/// What one thread is told when it does everything that can be done with an engine and people that
/// others use too, and with people of its own.
std::vector<reply> everything(finsam_engine const* engine, finsam_people const* shared,
                              std::vector<std::string> const& lines)
{
    auto options = options_in_c();
    options.threads = 2;
    std::vector<reply> all;
    for (auto const& line : lines)
        all.push_back(assess_in_c(engine, line, &options));
    for (std::size_t row = 0; row < lines.size(); ++row)
        all.push_back(assess_row_in_c(engine, shared, row));
    owned<finsam_people> own;
    all.push_back(parse_people_in_c(engine, lines[0] + "\n" + lines[1], own));
    for (auto const* const people : {shared, static_cast<finsam_people const*>(own.get())}) {
        all.push_back(match_in_c(engine, people, "placement-2022", &options));
        all.push_back(gaps_in_c(engine, people, "placement-2022", &options));
    }
    all.push_back(assess_in_c(engine, "{", &options));
    all.push_back(match_in_c(engine, shared, "nobody's", &options));
    return all;
}

// Built with the thread sanitizer too, which sees what a lucky run does not.
TEST(CThreads, ShareAnEngineAndPeople)
{
    auto const engine =
        engine_of(read_text("examples/plans/ostra-sodertorn-2022.plan.json"), "2022-03-01");
    auto const text = read_text("examples/people/ostra-sodertorn.ndjson");
    owned<finsam_people> people;
    parse_people_in_c(engine.get(), text, people);
    std::vector<std::string> lines;
    std::istringstream from(text);
    for (std::string line; lines.size() < 100 && std::getline(from, line);)
        lines.push_back(line);

    auto const expected = everything(engine.get(), people.get(), lines);
    constexpr std::size_t threads = 4;
    std::vector<std::vector<reply>> found(threads);
    {
        std::vector<std::jthread> running;
        for (auto& one : found)
            running.emplace_back([&] { one = everything(engine.get(), people.get(), lines); });
    }
    for (auto const& one : found)
        EXPECT_EQ(one, expected);
}

} // namespace
} // namespace finsam
