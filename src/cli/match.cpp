// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/io/matching.hpp>
#include <finsam/io/results.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/certificate.hpp>
#include <finsam/matching/match.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/findings.hpp"
#include "cli/naming.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

namespace finsam::cli {
namespace {

/// The text of a matching, a section after the other.
class match_text
{
public:
    match_text(engine const& compiled, people const& caseload, matching const& proposed,
               std::vector<finding> const& findings, speech const& say)
        : compiled_{compiled}
        , caseload_{caseload}
        , proposed_{proposed}
        , findings_{findings}
        , say_{say}
        , name_{compiled, say}
    {}

    [[nodiscard]] std::string operator()() const
    {
        auto text =
            name_.title(proposed_.mandate) + policy() + "\n" + say_(word::proposal_notice) + '\n';
        for (auto const& section : {places(), placements(), waiting(), undetermined(),
                                    no_intervention(), tier_uncertain(), counts(), audit()})
            if (!section.empty())
                text += '\n' + section;
        return text;
    }

private:
    [[nodiscard]] std::string id(std::size_t row) const { return plain(caseload_.id(row)); }

    [[nodiscard]] std::string policy() const
    {
        struct by_policy
        {
            word operator()(policies::stable) const { return word::policy_stable; }
            word operator()(policies::serial) const { return word::policy_serial; }
            word operator()(policies::coverage) const { return word::policy_coverage; }
            word operator()(policies::fit) const { return word::policy_fit; }
        };
        return say_(std::visit(by_policy{}, proposed_.policy));
    }

    [[nodiscard]] std::string places() const
    {
        struct seats
        {
            std::size_t taken = 0, already = 0;
        };
        std::map<std::pair<std::uint32_t, std::uint32_t>, seats> filled;
        for (auto const& one : proposed_.placements) {
            if (!one.pool)
                continue;
            auto& here = filled[{one.intervention, *one.pool}];
            ++here.taken;
            if (one.incumbent)
                ++here.already;
        }

        table rows({aligned::left, aligned::left, aligned::right, aligned::right, aligned::right});
        rows.row({say_(word::intervention), say_(word::municipalities), say_(word::places),
                  say_(word::taken), say_(word::already)});
        for (auto const& asked : compiled_.interventions()) {
            auto const& one = compiled_.agreed().interventions[asked.index];
            for (std::uint32_t pool = 0; pool < one.places.size(); ++pool) {
                auto const here = filled[{asked.index, pool}];
                rows.row({pool == 0 ? name_.intervention(asked.index) : "",
                          name_.municipalities(one, one.places[pool]),
                          std::to_string(one.places[pool].count), std::to_string(here.taken),
                          std::to_string(here.already)});
            }
        }
        return say_(word::places_by_pool) + '\n' + rows.text();
    }

    [[nodiscard]] std::string placements() const
    {
        table rows({aligned::left, aligned::left, aligned::left});
        for (auto const& one : proposed_.placements) {
            auto how = one.choice ? say_(word::choice, {{"choice", std::to_string(*one.choice)}})
                       : one.pool ? say_(word::has_already)
                                  : say_(word::has_already) + "; " + say_(word::no_pool);
            if (!one.undetermined.empty())
                how += "; "
                       + say_(word::unknown_before,
                              {{"interventions", name_.interventions(one.undetermined)}});
            rows.row({id(one.person), name_.intervention(one.intervention), how});
        }
        return section(word::proposals, rows);
    }

    [[nodiscard]] std::string waiting() const
    {
        table rows({aligned::left, aligned::left, aligned::left});
        for (auto const& one : proposed_.waiting) {
            auto person = id(one.person);
            for (auto const& why : one.reasons) {
                rows.row({person, name_.intervention(why.intervention), full(why)});
                person.clear();
            }
            if (!one.undetermined.empty())
                rows.row({person, name_.interventions(one.undetermined), say_(word::also_unknown)});
        }
        return section(word::waiting, rows);
    }

    [[nodiscard]] std::string full(waiting_reason const& why) const
    {
        if (!why.last_admitted)
            return say_(word::full);
        auto const& last = *why.last_admitted;
        auto const tier = last.tier ? say_(word::priority, {{"tier", std::to_string(*last.tier)}})
                                    : say_(word::in_no_needs_group);
        return say_(word::full_cutoff,
                    {{"tier", tier}, {"days", std::to_string(last.waited_days_at_least)}});
    }

    [[nodiscard]] std::string undetermined() const
    {
        table rows({aligned::left, aligned::left, aligned::left});
        for (auto const& one : proposed_.undetermined) {
            auto const someone = caseload_.row(one.person);
            auto person = id(one.person);
            for (auto const index : one.interventions) {
                auto const found = std::ranges::lower_bound(compiled_.interventions(), index, {},
                                                            &question::index);
                auto const unknown = assess_intervention(
                    compiled_, someone,
                    static_cast<std::size_t>(found - compiled_.interventions().begin()));
                rows.row({person, name_.intervention(index), name_.settled_by(unknown)});
                person.clear();
            }
        }
        return section(word::undetermined, rows);
    }

    [[nodiscard]] std::string no_intervention() const
    {
        table rows({aligned::left, aligned::left});
        for (auto const& one : proposed_.no_intervention)
            rows.row({id(one.person),
                      say_(one.in_needs_group ? word::in_needs_group : word::in_no_needs_group)});
        return section(word::no_intervention, rows);
    }

    [[nodiscard]] std::string tier_uncertain() const
    {
        if (proposed_.tier_uncertain.empty())
            return {};
        std::vector<std::string> ids;
        for (auto const row : proposed_.tier_uncertain)
            ids.push_back(id(row));
        return say_(word::tier_uncertain) + "\n  " + joined(ids) + '\n';
    }

    [[nodiscard]] std::string counts() const
    {
        auto const number = [](auto count) { return std::to_string(count); };
        return say_(word::match_counts,
                    {{"people", say_.counted(proposed_.people, word::person, word::people)},
                     {"placed", number(proposed_.placements.size())},
                     {"incumbents", number(std::ranges::count(proposed_.placements, true,
                                                              &placement::incumbent))},
                     {"waiting", number(proposed_.waiting.size())},
                     {"undetermined", number(proposed_.undetermined.size())},
                     {"unserved", number(proposed_.no_intervention.size())}})
               + '\n';
    }

    [[nodiscard]] std::string audit() const
    {
        if (findings_.empty())
            return say_(word::audit_ok) + '\n';
        return findings_text(caseload_, findings_, name_, say_);
    }

    [[nodiscard]] std::string section(word heading, table const& rows) const
    {
        return say_(heading) + '\n'
               + (rows.empty() ? "  " + say_(word::nobody) + '\n' : rows.text());
    }

    engine const& compiled_;
    people const& caseload_;
    matching const& proposed_;
    std::vector<finding> const& findings_;
    speech const& say_;
    naming name_;
};

} // namespace

status run_match(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    std::optional<output> certified;
    if (wanted.certificate)
        certified.emplace(wanted.certificate);
    auto const [compiled, allowed, caseload] =
        open_population(wanted, purpose::placement, say, shown);

    shown.stage(say(word::evaluating));
    auto const eligible = evaluate(compiled, caseload, allowed);
    shown.stage(say(word::matching));
    auto const proposed = match(compiled, caseload, eligible, allowed);
    shown.stage(say(word::auditing));
    auto const findings = audit(compiled, caseload, proposed);
    shown.clear();

    auto const take = [](void* whom, std::string_view part) {
        static_cast<output*>(whom)->write(part);
    };
    if (certified) {
        write_certificate(compiled, caseload, proposed,
                          certify(compiled, caseload, eligible, proposed),
                          {.take = take, .whom = &*certified});
        certified->write("\n");
        certified->flush();
    }
    if (wanted.format == format::json) {
        write_json(compiled, caseload, proposed, findings, {.take = take, .whom = &to});
        to.write("\n");
    } else {
        to.write(match_text(compiled, caseload, proposed, findings, say)());
    }
    to.commit();
    if (certified)
        certified->commit();
    return status::done;
}

} // namespace finsam::cli
