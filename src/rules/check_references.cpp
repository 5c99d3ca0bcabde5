// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>
#include <finsam/rules/schema.hpp>

#include "rules/checking.hpp"

#include <set>
#include <string>
#include <vector>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// A list of references under its key; none is repeated.
void resolve_all(state& in, registry& among, std::vector<std::string> const& names,
                 std::string const& object, std::string_view key)
{
    std::set<std::string_view> before;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const pointer = under(object, key, i);
        // Only a known one is told to be repeated: of an unknown one it is enough that it is.
        if (in.resolve(among, names[i], pointer) && !before.insert(names[i]).second)
            in.tell(duplicate_id, pointer,
                    backticked(names[i]) + " is in " + backticked(key) + " already",
                    "leave one of them out");
    }
}

/// A holder is a party or one of `others`; whoever names a member means its party.
void check_holder(state& in, std::string const& holder, std::string const& pointer)
{
    if (detail::value_named<party>(holder) || in.told.cover(pointer))
        return;
    auto const number = in.members.find(holder);
    auto const place = number ? in.members.places[*number].front() : 0;
    if (number && place >= in.agreed.members.size())
        return;

    std::string hint;
    if (number) {
        hint = "a fact is held by a party: "
               + backticked(detail::name_of(in.agreed.members[place].party));
    } else {
        auto const names = holders_of(in.agreed);
        auto const meant = detail::suggestion(holder, names);
        if (in.members.may_be_missing(holder, in.members.meant_by(holder)))
            return;
        hint = meant.empty() ? "the holders are " + detail::listed(names)
                             : "did you mean " + backticked(meant) + "?";
    }
    in.tell(dangling_id, pointer,
            "no party and no other organisation is named " + backticked(holder), std::move(hint));
}

void check_declaration(state& in, declaration const& declared, std::string const& pointer)
{
    resolve_all(in, in.members, declared.signatories, pointer, "signatories");
    resolve_all(in, in.needs_groups, declared.needs_groups, pointer, "needs_groups");
    for (std::size_t i = 0; i < declared.commitments.size(); ++i) {
        auto const& promise = declared.commitments[i];
        auto const place = under(pointer, "commitments", i);
        in.resolve(in.members, promise.member, under(place, "member"));
        if (promise.needs_group)
            in.resolve(in.needs_groups, *promise.needs_group, under(place, "needs_group"));
    }
}

void check_intervention(state& in, intervention const& one, std::string const& pointer)
{
    for (std::size_t i = 0; i < one.members.size(); ++i)
        in.resolve(in.members, one.members[i].member, under(pointer, "members", i, "member"));
    for (std::size_t i = 0; i < one.places.size(); ++i)
        for (std::size_t j = 0; j < one.places[i].reserved.size(); ++j)
            in.resolve(in.needs_groups, one.places[i].reserved[j].needs_group,
                       under(pointer, "places", i, "reserved", j, "needs_group"));
    resolve_all(in, in.interventions, one.leads_to, pointer, "leads_to");
    resolve_all(in, in.interventions, one.requires_completed, pointer, "requires_completed");
}

} // namespace

void check_references(state& in)
{
    auto const& agreed = in.agreed;
    for (std::size_t i = 0; i < agreed.contributions.size(); ++i)
        in.resolve_member(agreed.contributions[i].member, under("/contributions", i, "member"));
    for (std::size_t i = 0; i < agreed.facts.size(); ++i)
        if (agreed.facts[i].holder)
            check_holder(in, *agreed.facts[i].holder, under("/facts", i, "holder"));
    for (std::size_t i = 0; i < agreed.declarations.size(); ++i)
        check_declaration(in, agreed.declarations[i], under("/declarations", i));
    for (std::size_t i = 0; i < agreed.interventions.size(); ++i)
        check_intervention(in, agreed.interventions[i], under("/interventions", i));
    for (std::size_t i = 0; i < agreed.mandates.size(); ++i)
        in.resolve_member(agreed.mandates[i].member, under("/mandates", i, "member"));
}

} // namespace finsam::checking
