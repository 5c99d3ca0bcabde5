// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/results.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/report/helped.hpp>
#include <finsam/report/withhold.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/naming.hpp"
#include "cli/output.hpp"

#include <algorithm>

namespace finsam::cli {
namespace {

// A row a pool: those placed, those who move up, and of all of them so many of each kind.
std::string places_text(engine const& compiled, std::vector<place_effect> const& effects,
                        std::vector<pool_help> const& helped, std::string_view mandate,
                        speech const& say, bool exact)
{
    naming const name(compiled, say);
    auto const parts =
        helped.empty() ? 0 : helped.front().needs_groups.size() + helped.front().sex.size();
    auto const displaces =
        std::ranges::any_of(helped, [](pool_help const& one) { return one.displaced > 0; });
    std::vector<aligned> columns{aligned::left, aligned::left};
    columns.resize(4 + parts + (displaces ? 1 : 0), aligned::right);
    table rows(columns);

    std::vector<std::string> heading{say(word::intervention), say(word::municipalities),
                                     say(word::newly_placed), say(word::moved_up)};
    if (!helped.empty()) {
        for (auto const& one : helped.front().needs_groups)
            heading.push_back(name.needs_group(one.id));
        for (auto const& one : helped.front().sex)
            heading.push_back(plain(one.id));
    }
    if (displaces)
        heading.push_back(say(word::displaced));
    rows.row(heading);
    for (std::size_t i = 0; i < helped.size(); ++i) {
        auto const& one = helped[i];
        auto const& offered = compiled.agreed().interventions[effects[i].where.intervention];
        std::vector<std::string> line{one.pool == 0 ? name.intervention(one.intervention) : "",
                                      name.municipalities(offered, offered.places[one.pool]),
                                      told_text(one.placed, exact), told_text(one.moved_up, exact)};
        for (auto const& [id, people] : one.needs_groups)
            line.push_back(tells_who(one, exact) ? told_text(people, exact) : "-");
        for (auto const& [id, people] : one.sex)
            line.push_back(tells_sex(one, exact) ? told_text(people, exact) : "-");
        if (displaces)
            line.push_back(told_text(one.displaced, exact));
        rows.row(line);
    }
    return name.title(mandate) + say(word::proposal_notice) + "\n\n" + say(word::one_more_heading)
           + '\n' + rows.text() + (exact ? "" : '\n' + say(word::small_counts) + '\n');
}

} // namespace

status run_places(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    auto const [compiled, allowed, caseload] =
        open_population(wanted, purpose::placement, say, shown);

    shown.stage(say(word::evaluating));
    auto const eligible = evaluate(compiled, caseload, allowed);
    shown.stage(say(word::matching));
    auto const effects = one_more_place(compiled, caseload, eligible, allowed);
    auto const helped = count_helped(compiled, caseload, eligible, effects);
    shown.clear();

    to.write(wanted.format == format::json
                 ? to_json(compiled, helped, allowed.id, wanted.exact) + '\n'
                 : places_text(compiled, effects, helped, allowed.id, say, wanted.exact));
    to.commit();
    return status::done;
}

} // namespace finsam::cli
