// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/sentence.hpp>
#include <finsam/io/results.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/naming.hpp"
#include "cli/output.hpp"
#include "detail/in_order.hpp"
#include "detail/in_ranges.hpp"

#include <algorithm>

namespace finsam::cli {
namespace {

std::string turn(assessment const& assessed, speech const& say)
{
    auto const number = [](std::int64_t tier) { return std::to_string(tier); };
    auto text = assessed.tier ? say(word::turn, {{"tier", number(*assessed.tier)}})
                              : say(word::turn_in_none);
    if (assessed.best_tier != assessed.tier)
        text += "; " + say(word::turn_may_be, {{"tier", number(*assessed.best_tier)}});
    return text;
}

// Two leaves about one fact can read the same, for instance when it is missing; told once.
std::vector<std::string> reasons_of(engine const& compiled, person const& someone,
                                    answer const& one, speech const& say)
{
    std::vector<std::string> lines;
    for (auto const& why : one.reasons) {
        auto line = plain(sentence(compiled, someone, why, say.spoken()))
                    + (why.cite ? " (" + plain(*why.cite) + ")" : "");
        if (std::ranges::find(lines, line) == lines.end())
            lines.push_back(std::move(line));
    }
    return lines;
}

std::string about_person(engine const& compiled, person const& someone, speech const& say)
{
    auto const assessed = assess(compiled, someone);
    auto const name = naming(compiled, say);

    table groups({aligned::left, aligned::left, aligned::left});
    for (auto const& one : assessed.needs_groups)
        if (one.answer != truth::no)
            groups.row({say(one.answer), name.needs_group(one.id), name.settled_by(one)});

    auto text = plain(assessed.person) + '\n';
    text += "  " + say(word::needs_groups) + '\n';
    text += groups.empty() ? "    " + say(word::no_group) + '\n' : groups.text(4);
    text += "  " + turn(assessed, say) + '\n';
    text += "  " + say(word::interventions) + '\n';

    table interventions({aligned::left, aligned::left});
    for (std::size_t i = 0; i < assessed.interventions.size(); ++i) {
        auto const& one = assessed.interventions[i];
        interventions.row({say(one.answer), name.intervention(compiled.interventions()[i].index)});
        for (auto const& line : reasons_of(compiled, someone, one, say))
            interventions.row({"", "  " + line});
    }
    return text + interventions.text(4);
}

struct rows
{
    std::size_t first, end;
};

// Everyone, or the one person asked for.
rows rows_of(options const& wanted, people const& caseload)
{
    if (!wanted.person)
        return {0, caseload.size()};
    auto const row = open_person(wanted, caseload);
    return {row, row + 1};
}

} // namespace

status run_assess(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    auto const compiled = open_engine(wanted, say, shown);
    auto const caseload = open_people(wanted, compiled.agreed(), say, shown);
    auto const asked = rows_of(wanted, caseload);
    auto const json = wanted.format == format::json;
    shown.stage(say(word::assessing));
    // A few at a time are told and written: there may be millions.
    constexpr std::size_t at_once = 64;
    auto const tell = [&](std::size_t from, std::size_t past, std::string& text) {
        for (auto row = asked.first + from; row < asked.first + past; ++row) {
            auto const someone = caseload.row(row);
            if (json)
                text += to_json(compiled, someone, assess(compiled, someone), say.spoken()) + '\n';
            else
                text += (row == asked.first ? "" : "\n") + about_person(compiled, someone, say);
        }
    };
    auto const people = asked.end - asked.first;
    detail::in_order(people, at_once, detail::threads_for(people / at_once, 0), tell,
                     [&](std::string const& text, std::size_t done) {
                         to.write(text);
                         if (wanted.output)
                             shown.reached(done, people);
                     });
    shown.clear();
    to.commit();
    return status::done;
}

} // namespace finsam::cli
