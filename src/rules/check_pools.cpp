// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>
#include <finsam/model/promises.hpp>

#include "rules/checking.hpp"

#include <algorithm>
#include <set>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// The municipalities that an intervention's pools may name, and what they would be without a
/// mistake in the area that is told there.
struct area_codes
{
    std::set<std::string_view> area;
    std::set<std::string_view> of_members;
    bool is_known = false;  ///< the area itself can be relied on
    bool is_covered = true; ///< every municipality of the area is a member
};

area_codes codes_of(state const& in)
{
    area_codes codes;
    auto const& area = in.agreed.association.area;
    codes.area = {area.begin(), area.end()};
    for (auto const& one : in.agreed.members)
        if (one.party == party::municipality && one.code)
            codes.of_members.insert(*one.code);
    codes.is_known = !in.told.touch("/association/area");
    codes.is_covered = std::ranges::includes(codes.of_members, codes.area);
    return codes;
}

class pool_check
{
public:
    pool_check(state& in, area_codes const& codes, std::string pointer)
        : in_(in)
        , codes_(codes)
        , pointer_(std::move(pointer))
    {}

    void visit(pool const& one, std::size_t place)
    {
        auto const pointer = under(pointer_, "places", place);
        check_at_least(in_, one.count, 0, under(pointer, "count"), "a pool has `0` places or more");
        if (one.reserved.size() > most_reserves)
            in_.tell(not_allowed, under(pointer, "reserved"),
                     backticked(static_cast<std::int64_t>(one.reserved.size()))
                         + " reserves are more than a pool can have",
                     "at most `" + std::to_string(most_reserves)
                         + "` of them; a needs group can stand for several");
        for (std::size_t i = 0; i < one.reserved.size(); ++i)
            check_at_least(in_, one.reserved[i].count, 0, under(pointer, "reserved", i, "count"),
                           "a reserve has `0` places or more");
        if (one.municipalities)
            visit_named(*one.municipalities, under(pointer, "municipalities"));
        else if (!in_.told.hide<pool>(pointer, "municipalities"))
            visit_open(pointer);
    }

private:
    void visit_named(std::vector<std::string> const& named, std::string const& pointer)
    {
        if (named.empty())
            in_.tell(bad_value, pointer, "the pool names no municipality",
                     "leave `municipalities` out to serve the rest of the area");
        for (std::size_t i = 0; i < named.size(); ++i) {
            auto const& code = named[i];
            auto const at = under(pointer, i);
            if (in_.told.cover(at))
                continue;
            if (!is_code(code, 4))
                in_.tell(bad_value, at, backticked(code) + " is not the code of a municipality",
                         "a code is four digits");
            else if (!taken_.insert(code).second)
                in_.tell(overlap, at,
                         "another place of the intervention's pools is for " + backticked(code),
                         "the pools of an intervention name different municipalities");
            else if (codes_.is_known && !codes_.area.contains(code) && !is_missing_in_area(code))
                in_.tell(bad_value, at, backticked(code) + " is not in the association's area",
                         "the area is " + in_words());
        }
    }

    void visit_open(std::string const& pointer)
    {
        if (has_open_)
            in_.tell(overlap, pointer, "another pool of the intervention names no municipality",
                     "at most one pool serves the rest of the area");
        has_open_ = true;
    }

    /// Where the area names a municipality that is no member instead of one that is, it is wrong
    /// there and not here.
    bool is_missing_in_area(std::string_view code) const
    {
        return !codes_.is_covered && codes_.of_members.contains(code);
    }

    std::string in_words() const { return detail::listed(codes_.area); }

    state& in_;
    area_codes const& codes_;
    std::string pointer_;
    std::set<std::string_view> taken_{};
    bool has_open_ = false;
};

} // namespace

void check_pools(state& in)
{
    auto const codes = codes_of(in);
    for (std::size_t i = 0; i < in.agreed.interventions.size(); ++i) {
        pool_check check(in, codes, under("/interventions", i));
        auto const& places = in.agreed.interventions[i].places;
        for (std::size_t j = 0; j < places.size(); ++j)
            check.visit(places[j], j);
    }
}

void check_reserves(state& in)
{
    auto const& terms = in.agreed.matching;
    if (!terms || promises_of(terms->policy).reserves || in.told.touch("/matching/policy"))
        return;
    for (std::size_t i = 0; i < in.agreed.interventions.size(); ++i) {
        auto const& places = in.agreed.interventions[i].places;
        for (std::size_t j = 0; j < places.size(); ++j)
            if (!places[j].reserved.empty())
                in.tell(not_allowed, under("/interventions", i, "places", j, "reserved"),
                        "places cannot be reserved with the policy "
                            + backticked(detail::name_of(terms->policy)),
                        "choose `stable`, or leave them out and let the `priority` of needs groups "
                        "say who comes first");
    }
}

} // namespace finsam::checking
