// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/results.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/report/gaps.hpp>
#include <finsam/report/withhold.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/naming.hpp"
#include "cli/output.hpp"

namespace finsam::cli {
namespace {

std::string heading(std::string const& words, table const& rows)
{
    return '\n' + words + '\n' + rows.text();
}

std::string needs_group_table(gap_report const& report, naming const& name, speech const& say,
                              bool exact)
{
    table rows({aligned::left, aligned::right, aligned::right, aligned::right, aligned::right,
                aligned::right, aligned::right});
    rows.row({"", say(word::yes), say(word::unknown), say(word::placed), say(word::waiting_short),
              say(word::undetermined_short), say(word::unserved_short)});
    for (auto const& one : report.needs_groups)
        rows.row({name.needs_group(one.id), told_text(one.yes, exact),
                  told_text(one.unknown, exact), told_text(one.placed, exact),
                  told_text(one.waiting, exact), told_text(one.undetermined, exact),
                  told_text(one.no_intervention, exact)});
    return heading(say(word::needs_groups), rows);
}

std::string intervention_table(gap_report const& report, naming const& name, speech const& say,
                               bool exact)
{
    table rows({aligned::left, aligned::right, aligned::right, aligned::right, aligned::right,
                aligned::right});
    rows.row({"", say(word::yes), say(word::unknown), say(word::places), say(word::placed),
              say(word::free_places)});
    for (auto const& one : report.interventions)
        rows.row({name.intervention(one.id), told_text(one.yes, exact),
                  told_text(one.unknown, exact), std::to_string(one.places),
                  told_text(one.placed, exact), std::to_string(one.free)});
    return heading(say(word::interventions), rows);
}

std::string between_chairs(people const& caseload, gap_report const& report, speech const& say,
                           bool exact)
{
    auto text = '\n' + say(word::between) + ": " + told_text(report.between.size(), exact) + '\n'
                + "  " + say(word::between_explained) + '\n';
    if (!exact || report.between.empty())
        return text;
    std::vector<std::string> ids;
    for (auto const row : report.between)
        ids.push_back(plain(caseload.id(row)));
    return text + "  " + joined(ids) + '\n';
}

std::string facts_to_ask(gap_report const& report, naming const& name, speech const& say,
                         bool exact)
{
    if (report.asking.empty())
        return {};
    table rows({aligned::left, aligned::right});
    rows.row({"", say(word::settles)});
    for (auto const& one : report.asking)
        rows.row({name.fact(one.fact), told_text(one.settles, exact)});
    return heading(say(word::asking), rows);
}

std::string gaps_text(engine const& compiled, people const& caseload, gap_report const& report,
                      speech const& say, bool exact)
{
    naming const name(compiled, say);
    return name.title(report.mandate) + needs_group_table(report, name, say, exact)
           + intervention_table(report, name, say, exact)
           + between_chairs(caseload, report, say, exact) + facts_to_ask(report, name, say, exact)
           + (exact ? "" : '\n' + say(word::small_counts) + '\n');
}

} // namespace

status run_gaps(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    auto const [compiled, allowed, caseload] = open_population(wanted, {}, say, shown);

    shown.stage(say(word::evaluating));
    auto const eligible = evaluate(compiled, caseload, allowed);
    shown.stage(say(word::counting));
    auto const report = gaps(compiled, caseload, eligible, allowed);
    shown.clear();

    to.write(wanted.format == format::json
                 ? to_json(compiled, caseload, report, wanted.exact) + '\n'
                 : gaps_text(compiled, caseload, report, say, wanted.exact));
    to.commit();
    return status::done;
}

} // namespace finsam::cli
