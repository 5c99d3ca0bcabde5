// SPDX-License-Identifier: BSL-1.0

// What a plan means for its people, on one screen: what is agreed, who is proposed a place, who
// waits and why, which fact would settle what is unknown, and who falls between the chairs.
//
//     one_screen PLAN PEOPLE --as-of DATE --mandate ID

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/finsam.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

using namespace finsam;

namespace {

constexpr std::size_t width = 106;
constexpr auto english = language::en;

std::string said(text const& words)
{
    return detail::plain_text(in_language(words, english));
}

std::size_t length(std::string_view text) // in characters: Swedish letters take two bytes
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// Writes parts one after the other, on as many lines as they need; no part is broken but at a
// space.
void tell(std::string const& first, std::vector<std::string> const& parts, std::size_t indent)
{
    auto line = first;
    auto const add = [&](std::string const& word, bool is_new) {
        if (is_new && length(line) + length(word) > width) {
            std::cout << detail::plain_text(line) << '\n';
            line = std::string(indent, ' ') + word;
        } else {
            line += (is_new ? " " : "") + word;
        }
    };
    for (auto const& part : parts) {
        auto const text = part + (&part == &parts.back() ? "" : ";");
        for (std::size_t from = 0; from < text.size();) {
            auto const to = std::min(text.find(' ', from), text.size());
            add(text.substr(from, to - from), !line.ends_with(' '));
            from = to + 1;
        }
    }
    std::cout << detail::plain_text(line) << '\n';
}

struct story
{
    engine const& compiled;
    people const& caseload;
    matching proposed;
    gap_report report;

    plan const& agreed() const { return compiled.agreed(); }

    std::string id(std::size_t row) const { return std::string(caseload.id(row)); }

    std::string name(std::uint32_t intervention) const
    {
        return said(agreed().interventions[intervention].label);
    }

    std::string fact(std::string const& named) const
    {
        auto const& column = compiled.facts().columns[*find_column(compiled.facts(), named)];
        return column.label ? said(*column.label) : named;
    }

    std::string served(pool const& one) const
    {
        if (!one.municipalities)
            return "the whole area";
        std::vector<std::string> names; // as they call themselves
        for (auto const& member : agreed().members)
            if (member.code && std::ranges::count(*one.municipalities, *member.code) != 0)
                names.emplace_back(in_language(member.name, language::sv));
        return detail::joined(names);
    }

    std::vector<std::string> groups_of(std::size_t row) const
    {
        std::vector<std::string> labels;
        for (auto const& group : assess(compiled, caseload.row(row)).needs_groups)
            if (group.answer == truth::yes)
                labels.push_back(said(
                    std::ranges::find(agreed().needs_groups, group.id, &needs_group::id)->label));
        if (labels.empty())
            labels.emplace_back("in no needs group");
        return labels;
    }

    void tell_agreed() const
    {
        std::cout << "\nAGREED, the first turn first\n";
        std::map<std::int64_t, std::vector<std::string>> turns;
        for (auto const& asked : compiled.needs_groups()) {
            auto const& group = agreed().needs_groups[asked.index];
            turns[group.priority].push_back(said(group.label));
        }
        for (auto const& [turn, labels] : turns)
            tell("  " + std::to_string(turn) + "  ", labels, 5);
    }

    void tell_places() const
    {
        auto const structural = std::ranges::count(
            agreed().interventions, intervention_kind::structural, &intervention::kind);
        std::cout << "\nPLACES, proposed of agreed; for staff, employers or the public there "
                  << (structural == 1 ? "is " : "are ") << structural
                  << (structural == 1 ? " intervention\n" : " interventions\n");
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> filled;
        for (auto const& one : proposed.placements)
            if (one.pool)
                ++filled[{one.intervention, *one.pool}];
        for (auto const& asked : compiled.interventions()) {
            std::vector<std::string> pools;
            auto const& places = agreed().interventions[asked.index].places;
            for (std::uint32_t pool = 0; pool < places.size(); ++pool)
                pools.push_back(served(places[pool]) + ' '
                                + std::to_string(filled[{asked.index, pool}]) + " of "
                                + std::to_string(places[pool].count));
            tell("  " + name(asked.index) + ": ", pools, 5);
        }
    }

    // One person an intervention, of those who are new there.
    void tell_proposed(std::size_t most) const
    {
        auto const already = std::ranges::count(proposed.placements, true, &placement::incumbent);
        std::cout << "\nPROPOSED A PLACE: " << proposed.placements.size() << " of "
                  << caseload.size() << ", " << already << " of whom have it already\n";
        std::set<std::uint32_t> told;
        for (auto const& one : proposed.placements) {
            if (one.incumbent || told.size() == most || !told.insert(one.intervention).second)
                continue;
            tell("  " + id(one.person) + "  " + name(one.intervention) + ", choice "
                     + std::to_string(*one.choice) + ": ",
                 groups_of(one.person), 5);
        }
    }

    std::string full(waiting_reason const& why) const
    {
        auto const text = name(why.intervention) + " is full";
        if (!why.last_admitted)
            return text;
        auto const& last = *why.last_admitted;
        return text + " (the last one in "
               + (last.tier ? "has turn " + std::to_string(*last.tier) : "is in no needs group")
               + " and has waited at least " + std::to_string(last.waited_days_at_least) + " days)";
    }

    void tell_waiting(std::size_t most) const
    {
        std::cout << "\nWAIT: " << proposed.waiting.size() << '\n';
        std::set<std::vector<std::string>> told;
        for (auto const& one : proposed.waiting) {
            std::vector<std::string> reasons;
            for (auto const& why : one.reasons)
                reasons.push_back(full(why));
            if (told.size() < most && told.insert(reasons).second)
                tell("  " + id(one.person) + "  ", reasons, 5);
        }
    }

    // Those who need the fewest facts, each with other facts than the one before.
    void tell_undetermined(std::size_t most) const
    {
        std::cout << "\nUNDETERMINED: " << proposed.undetermined.size()
                  << ", until a fact is on record or its holder may tell it\n";
        std::map<std::pair<std::size_t, std::string>, std::string> lines;
        for (auto const& one : proposed.undetermined) {
            auto const found = assess(compiled, caseload.row(one.person)).interventions;
            auto const& first = agreed().interventions[one.interventions.front()];
            auto const& unknown = *std::ranges::find(found, first.id, &answer::id);
            std::vector<std::string> facts;
            for (auto const& missing : unknown.missing)
                facts.push_back(fact(missing));
            auto line = facts.empty() ? "" : "not on record: " + detail::joined(facts);
            facts.clear();
            for (auto const& withheld : unknown.withheld)
                facts.push_back(fact(withheld));
            if (!facts.empty())
                line += (line.empty() ? "" : "; ") + ("no consent to: " + detail::joined(facts));
            lines.try_emplace({unknown.missing.size() + unknown.withheld.size(), line},
                              id(one.person) + "  " + name(one.interventions.front()));
        }
        for (auto const& [facts, who] : lines)
            if (most-- > 0)
                tell("  " + who + ", ", {facts.second}, 5);
            else
                break;
        std::vector<std::string> ask;
        for (auto const& one : report.asking)
            if (ask.size() < 3)
                ask.push_back(fact(one.fact) + " (" + std::to_string(one.settles) + ')');
        if (!ask.empty())
            tell("  ask first, by answers that this alone would settle: ", ask, 5);
    }

    void tell_between(std::size_t most) const
    {
        std::cout
            << "\nBETWEEN THE CHAIRS: " << report.between.size()
            << " who live in the area, are in a needs group, and whom no intervention suits\n";
        // The first turn first: they are passed over most.
        std::vector<std::pair<std::int64_t, std::size_t>> rows;
        for (auto const row : report.between)
            rows.emplace_back(*assess(compiled, caseload.row(row)).tier, row);
        std::ranges::sort(rows);
        std::set<std::vector<std::string>> told;
        for (auto const& [tier, row] : rows) {
            auto const groups = groups_of(row);
            if (told.size() == most || !told.insert(groups).second)
                continue;
            tell("  " + id(row) + "  ", groups, 5);
            std::vector<std::pair<std::string, std::string>> reasons; // why, and of what
            auto const someone = caseload.row(row);
            for (auto const& no : assess(compiled, someone).interventions) {
                auto const& one =
                    *std::ranges::find(agreed().interventions, no.id, &intervention::id);
                auto const label = said(one.label);
                auto const why = sentence(compiled, someone, no.reasons.front(), english);
                auto const same =
                    std::ranges::find(reasons, why, &std::pair<std::string, std::string>::first);
                if (same == reasons.end())
                    reasons.emplace_back(why, label);
                else
                    same->second += ", " + label;
            }
            std::vector<std::string> lines;
            for (auto const& [why, what] : reasons)
                lines.push_back(what + ": " + why);
            tell("     ", lines, 5);
        }
    }

    void tell_all() const
    {
        std::cout << said(agreed().association.name) << " on "
                  << detail::to_string(compiled.as_of()) << ": " << caseload.size()
                  << " people, mandate " << proposed.mandate << '\n';
        std::cout << "Proposals only: the authority that has the case makes any decision, under "
                     "its own law.\n";
        tell_agreed();
        tell_places();
        tell_proposed(3);
        tell_waiting(2);
        tell_undetermined(3);
        tell_between(2);
    }
};

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> const asked =
        argc == 7 ? std::vector<std::string>(argv + 1, argv + argc)
                  : std::vector<std::string>{"plans/ostra-sodertorn-2022.plan.json",
                                             "people/ostra-sodertorn.ndjson",
                                             "--as-of",
                                             "2022-03-01",
                                             "--mandate",
                                             "placement-2022"};
    try {
        auto const agreed = read_plan(asked[0]).value();
        auto const compiled = compile(agreed, detail::parse_date(asked[3]).value()).value();
        auto const allowed = find_mandate(compiled, asked[5], purpose::placement).value();
        auto const caseload = read_people(agreed, asked[1]).value();
        auto const eligible = evaluate(compiled, caseload, allowed);
        auto const proposed = match(compiled, caseload, eligible, allowed);
        if (!audit(compiled, caseload, proposed).empty())
            return 1;
        story{compiled, caseload, proposed, gaps(compiled, caseload, eligible, proposed, allowed)}
            .tell_all();
    } catch (std::exception const& wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
