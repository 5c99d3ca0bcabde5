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

// "långtidssjukskrivna 7, female 6": who they are, as far as it may be told.
std::string who(pool_help const& help, naming const& name, bool exact)
{
    if (!tells_who(help, exact))
        return "-";
    std::vector<std::string> parts;
    auto const add = [&](std::string const& label, std::size_t people) {
        if (people > 0)
            parts.push_back(label + ' ' + told_text(people, exact));
    };
    for (auto const& [id, people] : help.needs_groups)
        add(name.needs_group(id), people);
    if (tells_sex(help, exact))
        for (auto const& [id, people] : help.sex)
            add(plain(id), people);
    return joined(parts);
}

// A row a pool: those placed, those who move up, and who they are.
std::string places_text(engine const& compiled, std::vector<place_effect> const& effects,
                        std::vector<pool_help> const& helped, std::string_view mandate,
                        speech const& say, bool exact)
{
    naming const name(compiled, say);
    auto const displaces =
        std::ranges::any_of(helped, [](pool_help const& one) { return one.displaced > 0; });
    table rows({aligned::left, aligned::left, aligned::right, aligned::right, aligned::right,
                aligned::left});
    rows.row({say(word::intervention), say(word::municipalities), say(word::newly_placed),
              say(word::moved_up), displaces ? say(word::displaced) : "", say(word::of_whom)});
    for (std::size_t i = 0; i < helped.size(); ++i) {
        auto const& one = helped[i];
        auto const& offered = compiled.agreed().interventions[effects[i].where.intervention];
        rows.row({one.pool == 0 ? name.intervention(one.intervention) : "",
                  name.municipalities(offered, offered.places[one.pool]),
                  told_text(one.placed, exact), told_text(one.moved_up, exact),
                  displaces ? told_text(one.displaced, exact) : "", who(one, name, exact)});
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
