// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>
#include <finsam/io/results.hpp>
#include <finsam/matching/why_not.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/naming.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace finsam::cli {
namespace {

// The position of the intervention asked for; a plan that does not have it is the one that is
// wrong.
std::uint32_t intervention_of(options const& wanted, plan const& agreed)
{
    std::vector<std::string> ids;
    for (auto const& one : agreed.interventions)
        ids.push_back(one.id);
    auto const at = std::ranges::find(ids, wanted.intervention);
    if (at != ids.end())
        return static_cast<std::uint32_t>(at - ids.begin());
    auto const meant = detail::suggestion(wanted.intervention, ids);
    diagnostics found;
    add(found, {.code = diagnostic_code::dangling_id,
                .file = wanted.plan.string(),
                .line = 1, // it is about the whole file
                .column = 1,
                .pointer = "/interventions",
                .message = "no intervention has the id `" + plain(wanted.intervention) + '`',
                .hint = meant.empty() ? "give the id of an intervention of the plan"
                                      : "did you mean `" + std::string(meant) + "`?"});
    throw document_error(std::move(found));
}

} // namespace

status run_why(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    auto const [compiled, allowed, caseload] =
        open_population(wanted, purpose::placement, say, shown);
    auto const intervention = intervention_of(wanted, compiled.agreed());
    auto const row = open_person(wanted, caseload);

    shown.stage(say(word::evaluating));
    auto const eligible = evaluate(compiled, caseload, allowed);
    shown.stage(say(word::matching));
    auto const found = why_not_placed(compiled, caseload, eligible, allowed, row, intervention);
    shown.clear();

    to.write(wanted.format == format::json
                 ? to_json(compiled, caseload, found, allowed.id, say.spoken()) + '\n'
                 : naming(compiled, say).title(allowed.id) + say(word::proposal_notice) + "\n\n"
                       + plain(caseload.id(row)) + '\n'
                       + explain(compiled, caseload, found, say.spoken()));
    to.commit();
    return status::done;
}

} // namespace finsam::cli
