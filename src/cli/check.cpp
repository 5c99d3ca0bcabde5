// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/saturating.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/layout.hpp"
#include "cli/output.hpp"

#include <optional>

namespace finsam::cli {
namespace {

std::int64_t places_of(intervention const& one)
{
    std::int64_t places = 0;
    for (auto const& pool : one.places)
        places = detail::saturating_sum(places, pool.count);
    return places;
}

std::string overview(plan const& agreed, speech const& say)
{
    std::string text;
    auto const part = [&](word heading, table const& rows) {
        if (!rows.empty())
            text += '\n' + say(heading) + '\n' + rows.text();
    };

    table members({aligned::left, aligned::left});
    for (auto const& one : agreed.members)
        members.row({plain(say(one.name)), one.code.value_or("")});
    part(word::members, members);

    table groups({aligned::left, aligned::left});
    for (auto const& one : agreed.needs_groups)
        groups.row(
            {plain(say(one.label)), say(word::priority, {{"tier", std::to_string(one.priority)}})});
    part(word::needs_groups, groups);

    table interventions({aligned::left, aligned::left});
    std::int64_t places = 0;
    for (auto const& one : agreed.interventions) {
        auto const individual = one.kind == intervention_kind::individual;
        places = detail::saturating_sum(places, places_of(one));
        interventions.row({plain(say(one.label)),
                           individual ? say.counted(places_of(one), word::place, word::places_many)
                                      : say(word::structural)});
    }
    part(word::interventions, interventions);
    return text + '\n'
           + say(word::places_in_all,
                 {{"places", say.counted(places, word::place, word::places_many)}})
           + '\n';
}

std::string summary(options const& wanted, plan_document const& read, speech const& say)
{
    auto const name = read.value ? plain(say(read.value->association.name)) + " ("
                                       + say(word::plan, {{"plan", read.value->id}}) + ')'
                                 : wanted.plan.string();
    return name + ": " + say.counted(read.found.errors, word::error, word::errors) + ", "
           + say.counted(read.found.warnings, word::warning, word::warnings) + '\n';
}

} // namespace

status run_check(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    std::optional<output> document;
    if (wanted.write)
        document.emplace(wanted.write);
    shown.stage(say(word::reading_plan));
    auto const read = inspect_plan(wanted.plan, wanted.as_of);
    shown.clear();
    tell(read.found, wanted.quiet);
    if (unreadable(read.found))
        return status::unusable_file;

    auto const how = read.found.errors == 0 ? status::done : status::wrong_documents;
    // A file is there only when all went well; standard output gets the result in any case.
    if (how != status::done && wanted.output)
        return how;
    if (document && read.value) {
        document->write(write_plan(*read.value));
        document->flush();
    }
    if (wanted.format == format::json) {
        to.write(to_json(read.found) + '\n');
    } else {
        to.write(summary(wanted, read, say));
        if (read.value)
            to.write(overview(*read.value, say));
    }
    to.commit();
    if (document && read.value)
        document->commit();
    return how;
}

} // namespace finsam::cli
