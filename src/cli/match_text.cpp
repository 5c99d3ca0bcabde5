// SPDX-License-Identifier: BSL-1.0
#include "cli/match_text.hpp"

#include "cli/findings.hpp"
#include "cli/long_table.hpp"
#include "cli/naming.hpp"
#include "matching/unsettled.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace finsam::cli {
namespace {

class match_text
{
public:
    match_text(engine const& compiled, people const& caseload, matching const& proposed,
               speech const& say, output& to)
        : compiled_{compiled}
        , caseload_{caseload}
        , proposed_{proposed}
        , say_{say}
        , to_{to}
        , name_{compiled, say}
    {
        for (std::uint32_t i = 0; i < compiled.agreed().interventions.size(); ++i)
            labels_.push_back(name_.intervention(i));
    }

    void operator()(std::vector<finding> const& findings) const
    {
        to_.write(name_.title(proposed_.mandate) + policy() + '\n' + say_(word::proposal_notice)
                  + "\n\n" + places());
        placements();
        waiting();
        undetermined();
        no_intervention();
        tier_uncertain();
        to_.write('\n' + counts() + '\n'
                  + (findings.empty() ? say_(word::audit_ok) + '\n'
                                      : findings_text(caseload_, findings, name_, say_)));
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

    void placements() const
    {
        section<2>(word::proposals, [&](auto const& row) {
            for (auto const& one : proposed_.placements)
                row({id(one.person), label(one.intervention)}, [&](std::string& text) {
                    if (one.choice)
                        say_.append(text, word::choice,
                                    [&](std::string_view) { text += std::to_string(*one.choice); });
                    else
                        text += say_(word::has_already);
                    if (!one.choice && !one.pool)
                        text += "; " + say_(word::no_pool);
                    if (!one.undetermined.empty())
                        text += "; "
                                + say_(word::unknown_before,
                                       {{"interventions", name_.interventions(one.undetermined)}});
                });
        });
    }

    void waiting() const
    {
        section<2>(word::waiting, [&](auto const& row) {
            for (auto const& one : proposed_.waiting) {
                auto person = id(one.person);
                for (auto const& why : one.reasons) {
                    row({person, label(why.intervention)},
                        [&](std::string& text) { full(text, why); });
                    person.clear();
                }
                if (!one.undetermined.empty())
                    row({person, name_.interventions(one.undetermined)},
                        [&](std::string& text) { text += say_(word::also_unknown); });
            }
        });
    }

    void full(std::string& text, waiting_reason const& why) const
    {
        if (!why.last_admitted) {
            text += say_(word::full);
            return;
        }
        auto const& last = *why.last_admitted;
        say_.append(text, word::full_cutoff, [&](std::string_view part) {
            if (part == "days")
                text += std::to_string(last.waited_days_at_least);
            else if (last.tier)
                say_.append(text, word::priority,
                            [&](std::string_view) { text += std::to_string(*last.tier); });
            else
                text += say_(word::in_no_needs_group);
        });
    }

    void undetermined() const
    {
        section<2>(word::undetermined, [&](auto const& row) {
            for (auto const& one : proposed_.undetermined) {
                auto person = id(one.person);
                std::vector<answer> answers; // not before they are written
                for (std::size_t i = 0; i < one.interventions.size(); ++i) {
                    row({person, label(one.interventions[i])}, [&](std::string& text) {
                        if (answers.empty())
                            answers = unsettled(compiled_, caseload_, one);
                        text += name_.settled_by(answers[i]);
                    });
                    person.clear();
                }
            }
        });
    }

    void no_intervention() const
    {
        section<1>(word::no_intervention, [&](auto const& row) {
            for (auto const& one : proposed_.no_intervention)
                row({id(one.person)}, [&](std::string& text) {
                    text +=
                        say_(one.in_needs_group ? word::in_needs_group : word::in_no_needs_group);
                });
        });
    }

    void tier_uncertain() const
    {
        if (proposed_.tier_uncertain.empty())
            return;
        to_.write('\n' + say_(word::tier_uncertain) + "\n  ");
        bool is_first = true;
        for (auto const row : proposed_.tier_uncertain) {
            to_.write((is_first ? "" : ", ") + id(row));
            is_first = false;
        }
        to_.write("\n");
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

    /// A heading and what `rows` tells, so many cells and a last one, or that there is nobody.
    template<std::size_t cells, class Rows>
    void section(word heading, Rows const& rows) const
    {
        to_.write('\n' + say_(heading) + '\n');
        if (!write_rows<cells>(rows, [&](std::string_view text) { to_.write(text); }))
            to_.write("  " + say_(word::nobody) + '\n');
    }

    [[nodiscard]] std::string_view label(std::uint32_t intervention) const
    {
        return labels_[intervention];
    }

    engine const& compiled_;
    people const& caseload_;
    matching const& proposed_;
    speech const& say_;
    output& to_;
    naming name_;
    std::vector<std::string> labels_; // of interventions, by position in the plan
};

} // namespace

void write_text(engine const& compiled, people const& caseload, matching const& proposed,
                std::vector<finding> const& findings, speech const& say, output& to)
{
    match_text(compiled, caseload, proposed, say, to)(findings);
}

} // namespace finsam::cli
