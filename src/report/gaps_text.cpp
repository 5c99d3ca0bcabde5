// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/gaps.hpp>
#include <finsam/report/withhold.hpp>

#include <ostream>

namespace finsam {

std::ostream& operator<<(std::ostream& out, gap_report const& report)
{
    auto const told = [](std::size_t people) { return told_text(people, false); };
    for (auto const& one : report.needs_groups)
        out << "needs group " << one.id << ": yes " << told(one.yes) << ", unknown "
            << told(one.unknown) << ", placed " << told(one.placed) << ", waiting "
            << told(one.waiting) << ", undetermined " << told(one.undetermined)
            << ", no intervention " << told(one.no_intervention) << '\n';
    for (auto const& one : report.interventions)
        out << "intervention " << one.id << ": yes " << told(one.yes) << ", unknown "
            << told(one.unknown) << ", places " << one.places << ", placed " << told(one.placed)
            << ", free " << one.free << '\n';
    out << "between the chairs: " << told(report.between.size()) << '\n';
    for (auto const& one : report.asking)
        out << "ask for " << one.fact << ": settles " << told(one.settles) << '\n';
    return out;
}

} // namespace finsam
