// SPDX-License-Identifier: BSL-1.0

// A whole caseload: who may be proposed which place, whether that is right, and where the gaps are.
// Picking people out of a population takes a mandate; without one these functions cannot be called.

#include <finsam/finsam.hpp>

#include <iostream>

using namespace finsam;
using namespace std::chrono;

int main()
{
    auto const plan = read_plan("plans/ostra-sodertorn-2022.plan.json").value();
    auto const engine = compile(plan, 2022y / March / 1).value();
    auto const mandate = find_mandate(engine, "placement-2022", purpose::placement).value();

    people const caseload = read_people(plan, "people/ostra-sodertorn.ndjson").value();
    auto const eligible = evaluate(engine, caseload, mandate);
    auto const placed = match(engine, caseload, eligible, mandate);

    std::cout << caseload.size() << " people: " << placed.placements.size() << " proposed a place, "
              << placed.waiting.size() << " wait, " << placed.undetermined.size()
              << " undetermined, " << placed.no_intervention.size() << " without an intervention\n";

    for (auto const& one : placed.placements) {
        if (one.person >= 12)
            break;
        std::cout << "  " << caseload.id(one.person) << ": "
                  << plan.interventions[one.intervention].id;
        if (one.choice)
            std::cout << ", choice " << *one.choice;
        if (one.incumbent)
            std::cout << ", already there";
        std::cout << '\n';
    }

    // Audited by code that shares nothing with the matching.
    std::cout << audit(engine, caseload, placed).size() << " findings\n\n";

    auto const report = gaps(engine, caseload, eligible, placed, mandate);
    std::cout << "needs group: yes, placed, waiting, no intervention\n";
    for (auto const& group : report.needs_groups)
        std::cout << "  " << group.id << ": " << told_text(group.yes, false) << ", "
                  << told_text(group.placed, false) << ", " << told_text(group.waiting, false)
                  << ", " << told_text(group.no_intervention, false) << '\n';
    std::cout << told_text(report.between.size(), false) << " people fall between the chairs\n";
    for (auto const& ask : report.asking)
        std::cout << "ask for " << ask.fact << ": it settles " << told_text(ask.settles, false)
                  << " answers\n";
}
