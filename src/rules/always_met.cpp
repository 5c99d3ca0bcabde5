// SPDX-License-Identifier: BSL-1.0
#include "rules/always_met.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

class leaf_walk
{
public:
    leaf_walk(state& in, estimator& estimated)
        : in_(in)
        , estimated_(estimated)
        , stretches_(stretches(in))
    {}

    void look_at(owner const& here)
    {
        auto next = here.first;
        if (here.when)
            look_at(*here.when, here.pointer + "/when", next, here.in_force);
    }

private:
    void look_at(criterion const& from, std::string const& pointer, std::size_t& next,
                 period const& in_force)
    {
        auto const self = next++;
        if (auto const* several = std::get_if<group>(&from.form)) {
            auto const below = pointer_below(pointer, *several);
            for (std::size_t i = 0; i < several->of.size(); ++i)
                look_at(several->of[i], under(below, i), next, in_force);
        }
        auto const* asked = std::get_if<leaf>(&from.form);
        if (!asked)
            return;
        if (auto const since = met_since(*asked, in_force)) {
            in_.tell(always_met, pointer,
                     "every value of " + backticked(asked->fact) + " meets this"
                         + (in_.as_of ? " on " : " from ") + backticked(*since),
                     "leave it out, or compare with another value");
            estimated_.set_aside(self);
        }
    }

    /// The day from which every value meets the leaf for as long as it is in force.
    [[nodiscard]] std::optional<date> met_since(leaf const& asked, period const& in_force) const
    {
        auto const& fact = estimated_.fact_of(asked);
        std::optional<date> since;
        for (auto const& days : stretches_) {
            if (!contains(in_force, days.first))
                continue;
            if (!is_always_met(estimated_.on_day(asked, days.first), fact, days.first))
                since.reset();
            else if (!since)
                since = days.first;
        }
        return since;
    }

    state& in_;
    estimator& estimated_;
    std::vector<days_in_a_row> stretches_;
};

} // namespace

void tell_always_met(state& in, estimator& estimated)
{
    leaf_walk walk(in, estimated);
    for (auto const& one : estimated.owners())
        walk.look_at(one);
}

} // namespace finsam::checking
