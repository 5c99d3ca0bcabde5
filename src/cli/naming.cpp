// SPDX-License-Identifier: BSL-1.0
#include "cli/naming.hpp"

#include <finsam/detail/calendar.hpp>

#include <algorithm>

namespace finsam::cli {
namespace {

// A label in no language still leaves the id to go by.
template<class Thing>
std::string label_of(Thing const& thing, speech const& say)
{
    auto label = plain(say(thing.label));
    return label.empty() ? thing.id : label;
}

template<class Things>
std::string label_in(Things const& things, std::string_view id, speech const& say)
{
    for (auto const& one : things)
        if (one.id == id)
            return label_of(one, say);
    return std::string(id);
}

} // namespace

std::string naming::needs_group(std::string_view id) const
{
    return label_in(compiled_.agreed().needs_groups, id, say_);
}

std::string naming::intervention(std::string_view id) const
{
    return label_in(compiled_.agreed().interventions, id, say_);
}

std::string naming::intervention(std::uint32_t index) const
{
    return label_of(compiled_.agreed().interventions[index], say_);
}

std::string naming::interventions(std::vector<std::uint32_t> const& indices) const
{
    std::vector<std::string> labels;
    for (auto const index : indices)
        labels.push_back(intervention(index));
    return joined(labels);
}

std::string naming::fact(std::string_view name) const
{
    auto const column = find_column(compiled_.facts(), name);
    if (!column || !compiled_.facts().columns[*column].label)
        return std::string(name);
    auto const label = plain(say_(*compiled_.facts().columns[*column].label));
    return label.empty() ? std::string(name) : label;
}

std::string naming::facts(std::vector<std::string> const& names) const
{
    std::vector<std::string> labels;
    for (auto const& name : names)
        labels.push_back(fact(name));
    return joined(labels);
}

std::string naming::municipalities(finsam::intervention const& of, pool const& one) const
{
    if (!one.municipalities)
        return say_(of.places.size() == 1 ? word::whole_area : word::other_municipalities);
    std::vector<std::string> names;
    for (auto const& code : *one.municipalities) {
        auto const member =
            std::ranges::find_if(compiled_.agreed().members, [&](finsam::member const& other) {
                return other.party == party::municipality && other.code == code;
            });
        names.push_back(member != compiled_.agreed().members.end() ? plain(say_(member->name))
                                                                   : code);
    }
    return joined(names);
}

std::string naming::settled_by(answer const& unknown) const
{
    std::string text;
    if (!unknown.missing.empty())
        text = say_(word::missing, {{"facts", facts(unknown.missing)}});
    if (!unknown.withheld.empty())
        text +=
            (text.empty() ? "" : "; ") + say_(word::withheld, {{"facts", facts(unknown.withheld)}});
    return text;
}

std::string naming::heading() const
{
    auto const& agreed = compiled_.agreed();
    return plain(say_(agreed.association.name)) + ", " + say_(word::plan, {{"plan", agreed.id}})
           + ", " + detail::to_string(compiled_.as_of());
}

std::string naming::title() const
{
    return heading() + '\n';
}

std::string naming::title(std::string_view mandate) const
{
    auto const& agreed = compiled_.agreed();
    auto const found = std::ranges::find(agreed.mandates, mandate, &finsam::mandate::id);
    auto const cite = found != agreed.mandates.end() ? " (" + plain(told(found->cite)) + ')' : "";
    return heading() + ", " + say_(word::mandate, {{"mandate", std::string(mandate) + cite}})
           + '\n';
}

} // namespace finsam::cli
