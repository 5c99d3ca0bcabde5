// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/results.hpp>
#include <finsam/report/costs.hpp>
#include <finsam/report/kronor.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/naming.hpp"
#include "cli/output.hpp"

#include <algorithm>

namespace finsam::cli {
namespace {

word share_of(party one)
{
    switch (one) {
    case party::social_insurance_agency:
    case party::public_employment_service: // bears none
        return word::share_of_agency;
    case party::region:
        return word::share_of_regions;
    case party::municipality:
        return word::share_of_municipalities;
    }
    return {};
}

class cost_text
{
public:
    cost_text(engine const& compiled, cost_report const& report, speech const& say)
        : compiled_{compiled}
        , report_{report}
        , say_{say}
    {}

    [[nodiscard]] std::string whole() const
    {
        naming const name(compiled_, say_);
        return name.title() + interventions(name) + shares();
    }

private:
    [[nodiscard]] std::string told(std::optional<std::int64_t> ore) const
    {
        return ore ? kronor_text(*ore, say_.spoken()) : "–";
    }

    [[nodiscard]] std::string interventions(naming const& name) const
    {
        table rows({aligned::left, aligned::right, aligned::right, aligned::right});
        rows.row({"", say_(word::places), say_(word::cost_per_place), say_(word::cost)});
        for (auto const& one : report_.interventions)
            rows.row({name.intervention(one.id), std::to_string(one.places),
                      told(one.cost_per_place_ore), told(one.cost_ore)});
        rows.row({say_(word::total_cost), "", "", told(report_.total_ore)});
        rows.row({say_(word::contributions), "", "", told(report_.contributions_ore)});
        rows.row({say_(word::left), "", "", told(left_ore(report_))});
        auto text = '\n' + say_(word::interventions) + '\n' + rows.text();
        if (report_.without_cost > 0)
            text +=
                "  "
                + say_(word::without_cost,
                       {{"interventions", say_.counted(report_.without_cost, word::intervention_one,
                                                       word::intervention_many)}})
                + '\n';
        return text;
    }

    [[nodiscard]] std::string shares() const
    {
        table rows({aligned::left, aligned::right});
        for (auto const& of : report_.shares) {
            rows.row({say_(share_of(of.party)), told(of.share_ore)});
            for (auto const& one : of.members)
                rows.row({"  " + name_of(one.member), told(one.share_ore)});
        }
        return '\n' + say_(word::shares) + '\n' + rows.text();
    }

    [[nodiscard]] std::string name_of(std::string const& id) const
    {
        auto const found = std::ranges::find(compiled_.agreed().members, id, &member::id);
        return plain(say_(found->name));
    }

    engine const& compiled_;
    cost_report const& report_;
    speech const& say_;
};

} // namespace

status run_costs(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    auto const compiled = open_engine(wanted, say, shown);
    auto const report = costs(compiled);
    to.write(wanted.format == format::json ? to_json(compiled, report) + '\n'
                                           : cost_text(compiled, report, say).whole());
    to.commit();
    return status::done;
}

} // namespace finsam::cli
