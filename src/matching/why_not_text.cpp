// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/engine/sentence.hpp>
#include <finsam/matching/why_not.hpp>

#include "engine/phrases.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam {
namespace {

/// The same in each language.
struct in_both
{
    std::string_view sv;
    std::string_view en;
};

constexpr in_both words_of(obstacle why)
{
    switch (why) {
    case obstacle::placed:
        return {"det här är den insats som föreslås, eller där platsen redan finns",
                "this is the intervention that is proposed, or where the place is already"};
    case obstacle::has_place:
        return {"har redan plats i {other}", "already has a place in {other}"};
    case obstacle::not_in_force:
        return {"insatsen erbjuds inte den {today}", "the intervention is not offered on {today}"};
    case obstacle::nobody_is_placed:
        return {"insatsen riktas till personal, arbetsgivare eller allmänhet, inte till enskilda",
                "the intervention is aimed at staff, employers or the public, not at individuals"};
    case obstacle::not_listed:
        return {"insatsen står inte på den egna listan",
                "the intervention is not on the person's own list"};
    case obstacle::not_eligible:
        return {"villkoren är inte uppfyllda:", "the conditions are not met:"};
    case obstacle::undetermined:
        return {"det går inte att svara än:", "there is no answer yet:"};
    case obstacle::placed_higher:
        return {"föreslås {other}, som står före på listan",
                "is proposed {other}, which stands before it on the list"};
    case obstacle::no_seat:
        return {"där finns ingen ledig plats att föreslå", "there is no free place to propose"};
    case obstacle::for_the_whole:
        return {
            "platserna har föreslagits andra: planens regel ser till alla tillsammans",
            "the places are proposed to others: the plan's policy looks at all people together"};
    case obstacle::kept_by_reserves:
        return {"platserna som är kvar är reserverade för andra",
                "the places that are left are reserved for others"};
    case obstacle::full:
        return {"platserna har föreslagits andra, med högre prioritet",
                "the places are proposed to others, with higher priority"};
    case obstacle::lot:
        return {
            "platserna har föreslagits andra; bland dem som har samma prioritet och väntat lika "
            "länge avgjorde lotten",
            "the places are proposed to others; among those of the same priority who have "
            "waited as long the lot chose"};
    }
    return {};
}

constexpr in_both last_admitted{
    "den sista som föreslogs en plats: {last} och minst {last_days} dagars väntan; här: {own} och "
    "{own_days} dagars väntan",
    "the last who was proposed a place: {last} and a wait of at least {last_days} days; here: "
    "{own} and a wait of {own_days} days"};
constexpr in_both priority_words{"prioritet {tier}", "priority {tier}"};
constexpr in_both no_group{"ingen behovsgrupp", "no needs group"};
constexpr in_both eligible_words{"behörig från och med {day} om inget annat ändras",
                                 "eligible from {day} without doing anything"};
constexpr in_both one_more{"en plats till skulle räcka", "one more place would be enough"};
constexpr in_both many_more{"{count} platser till skulle räcka",
                            "{count} more places would be enough"};
constexpr in_both may_be_earlier{
    "kan komma före andra: uppgifter som saknas kan ge prioritet {tier}",
    "may go before others: facts that are missing may give priority {tier}"};

class explainer
{
public:
    explainer(engine const& compiled, person const& someone, why_not const& found, language spoken)
        : compiled_(compiled)
        , someone_(someone)
        , found_(found)
        , spoken_(spoken)
    {}

    [[nodiscard]] std::string operator()() const
    {
        auto text = label(found_.intervention) + ": "
                    + say(words_of(found_.why),
                          {{"other", found_.proposed ? label(*found_.proposed) : std::string{}},
                           {"today", detail::to_string(compiled_.as_of())}})
                    + '\n';
        if (found_.why == obstacle::not_eligible || found_.why == obstacle::undetermined)
            for (auto const& line : reasons())
                text += "  " + line + '\n';
        if (found_.last_admitted)
            text +=
                "  "
                + say(last_admitted,
                      {{"last", turn(found_.last_admitted->tier)},
                       {"last_days", std::to_string(found_.last_admitted->waited_days_at_least)},
                       {"own", turn(found_.tier)},
                       {"own_days", std::to_string(found_.waited_days)}})
                + '\n';
        for (auto const& line : changes())
            text += "  → " + line + '\n';
        return text;
    }

private:
    using parts = std::vector<std::pair<std::string_view, std::string>>;

    [[nodiscard]] std::string say(in_both words, parts const& inserts = {}) const
    {
        return filled(spoken_ == language::sv ? words.sv : words.en, inserts);
    }

    [[nodiscard]] std::string label(std::uint32_t intervention) const
    {
        return detail::plain_text(
            in_language(compiled_.agreed().interventions[intervention].label, spoken_));
    }

    [[nodiscard]] std::string turn(std::optional<std::int64_t> tier) const
    {
        return tier ? say(priority_words, {{"tier", std::to_string(*tier)}}) : say(no_group);
    }

    /// Two leaves about one fact can read the same; told once.
    [[nodiscard]] std::vector<std::string> reasons() const
    {
        std::vector<std::string> lines;
        for (auto const& why : found_.eligibility.reasons) {
            auto line = detail::plain_text(sentence(compiled_, someone_, why, spoken_))
                        + (why.cite ? " (" + detail::plain_text(*why.cite) + ")" : "");
            if (std::find(lines.begin(), lines.end(), line) == lines.end())
                lines.push_back(std::move(line));
        }
        return lines;
    }

    /// What would change it.
    [[nodiscard]] std::vector<std::string> changes() const
    {
        std::vector<std::string> lines;
        if (found_.eligible_from)
            lines.push_back(
                say(eligible_words, {{"day", detail::to_string(*found_.eligible_from)}}));
        if (found_.more_places)
            lines.push_back(*found_.more_places == 1
                                ? say(one_more)
                                : say(many_more, {{"count", std::to_string(*found_.more_places)}}));
        bool const is_about_turn = found_.why == obstacle::full || found_.why == obstacle::lot
                                   || found_.why == obstacle::kept_by_reserves;
        if (is_about_turn && found_.best_tier)
            lines.push_back(say(may_be_earlier, {{"tier", std::to_string(*found_.best_tier)}}));
        return lines;
    }

    engine const& compiled_;
    person const& someone_;
    why_not const& found_;
    language spoken_;
};

} // namespace

std::string explain(engine const& compiled, people const& caseload, why_not const& found,
                    language spoken)
{
    auto const someone = caseload.row(found.person);
    return explainer(compiled, someone, found, spoken)();
}

} // namespace finsam
