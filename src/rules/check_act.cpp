// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>

#include "rules/checking.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// A share may differ by rounding, so sums of many large amounts must not overflow.
__extension__ typedef __int128 sek;

constexpr std::size_t parties = 4;

std::size_t number(party one)
{
    return static_cast<std::size_t>(one);
}

bool is_gotland(member const& one)
{
    return one.party == party::municipality && one.code && is_own_region(*one.code);
}

/// Whether it is known which parties take part, and for which part of the country.
bool are_members_known(state const& in)
{
    if (in.told.cover("/members"))
        return false;
    for (std::size_t i = 0; i < in.agreed.members.size(); ++i) {
        auto const pointer = under("/members", i);
        if (in.told.touch(under(pointer, "party")) || in.told.hide<member>(pointer, "code"))
            return false;
    }
    return true;
}

/// What the parties pay together. Gotland pays for its region too, so it is kept apart.
struct contributed
{
    sek by_party[parties] = {};
    sek by_gotland = 0;

    [[nodiscard]] sek of(party one) const { return by_party[number(one)]; }
    [[nodiscard]] sek regional() const
    {
        return of(party::region) + of(party::municipality) + by_gotland;
    }
    [[nodiscard]] sek total() const
    {
        return of(party::social_insurance_agency) + of(party::public_employment_service)
               + regional();
    }
};

/// By more than 1 SEK from one half, one quarter and one quarter.
bool are_equal(contributed const& paid)
{
    auto const total = paid.total();
    auto const differ = [](sek a, sek b, sek most) { return a - b > most || b - a > most; };
    if (paid.of(party::public_employment_service) > 1)
        return false;
    if (differ(2 * paid.of(party::social_insurance_agency), total, 2))
        return false;
    auto const regions = 4 * paid.of(party::region),
               municipalities = 4 * paid.of(party::municipality);
    if (paid.by_gotland == 0)
        return !differ(regions, total, 4) && !differ(municipalities, total, 4);
    // Gotland's amount can be divided between the two quarters as it takes.
    return !differ(2 * paid.regional(), total, 2) && regions - total <= 4
           && municipalities - total <= 4;
}

std::optional<contributed> contributions_of(state const& in)
{
    auto const& list = in.agreed.contributions;
    if (list.empty() || in.told.cover("/contributions") || !are_members_known(in))
        return {};
    contributed paid;
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const* by = in.known_member(list[i].member);
        if (!by || in.told.touch(under("/contributions", i, "member"))
            || in.told.touch(under("/contributions", i, "amount")))
            return {};
        (is_gotland(*by) ? paid.by_gotland : paid.by_party[number(by->party)]) += list[i].amount;
    }
    return paid;
}

} // namespace

void check_parties(state& in)
{
    if (!are_members_known(in))
        return;
    bool takes_part[parties] = {};
    for (auto const& one : in.agreed.members) {
        takes_part[number(one.party)] = true;
        if (is_gotland(one))
            takes_part[number(party::region)] = true;
    }
    std::vector<std::string_view> missing;
    for (auto const name : detail::names_of<party>())
        if (!takes_part[number(*detail::value_named<party>(name))])
            missing.push_back(name);
    in.lacks_party = !missing.empty();
    if (in.lacks_party)
        in.tell_about("/members", "", missing_party, "no member is " + detail::listed(missing),
                      "all four parties take part in an association (SFS 2003:1210 3 §)");
}

void check_area(state& in)
{
    if (!are_members_known(in))
        return;
    std::set<std::string_view> regions, municipalities;
    bool has_region = false; // without one a party is missing, told there
    for (auto const& one : in.agreed.members) {
        has_region = has_region || one.party == party::region || is_gotland(one);
        if (one.party == party::region)
            regions.insert(*one.code);
        if (one.party == party::municipality)
            municipalities.insert(*one.code);
    }
    auto const& area = in.agreed.association.area;
    for (std::size_t i = 0; i < area.size(); ++i) {
        auto const pointer = under("/association/area", i);
        if (in.told.cover(pointer))
            continue;
        std::string_view const county = std::string_view{area[i]}.substr(0, 2);
        bool const is_alone = is_own_region(area[i]);
        if (!municipalities.empty() && !municipalities.contains(area[i])) {
            in.tell(uncovered_area, pointer, "no member is the municipality " + backticked(area[i]),
                    "every municipality of the area is one (SFS 2003:1210 3 §)");
        } else if (has_region && !is_alone && regions.insert(county).second) {
            // Told once a region, at the first of its municipalities.
            in.tell(uncovered_area, pointer,
                    "no member is the region " + backticked(county) + " of the municipality "
                        + backticked(area[i]),
                    "the region of every municipality of the area is one (SFS 2003:1210 3 §)");
        }
    }
}

void check_shares(state& in)
{
    auto const paid = contributions_of(in);
    if (!paid || in.lacks_party || are_equal(*paid))
        return;
    auto const sum = [](sek amount) {
        return backticked(static_cast<std::int64_t>(
            std::min<sek>(amount, std::numeric_limits<std::int64_t>::max())));
    };
    auto const agency = paid->of(party::social_insurance_agency);
    in.tell(unequal_shares, "/contributions",
            "of " + sum(paid->total()) + " SEK the social insurance agency pays " + sum(agency)
                + ", regions and municipalities " + sum(paid->regional()),
            "it pays one half, the regions together one quarter, the municipalities together one "
            "quarter (SFS 2003:1210 5 §)");
}

} // namespace finsam::checking
