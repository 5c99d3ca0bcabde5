// SPDX-License-Identifier: BSL-1.0
#include "rules/calendar.hpp"
#include "rules/checking.hpp"

#include <algorithm>
#include <unordered_set>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// Follows, on one day after the other, what interventions, needs groups and reserves in force
/// need.
class need_walk
{
public:
    explicit need_walk(state& in)
        : in_(in)
        , calendar_(in)
    {
        for (auto const& places : in.parameters.places)
            starts_.push_back(start_of(places));
    }

    void walk_on(date day)
    {
        current_ = calendar_.in_force_on(day);
        day_ = day;
        seen_.assign(in_.rule_bodies.size(), false);
        for (auto const i : needed_groups()) {
            // Whoever reads that the group is not in force must see why it is needed.
            auto const& group = in_.agreed.needs_groups[i];
            why_ = is_in_force(group, under("/needs_groups", i))
                       ? ""
                       : ", and a reserve asks for the needs group then";
            visit(in_.group_bodies[i]);
        }
        why_ = "";
        for (std::size_t i = 0; i < in_.agreed.interventions.size(); ++i)
            if (is_in_force(in_.agreed.interventions[i], under("/interventions", i)))
                visit(in_.intervention_bodies[i]);
        // A stack of its own: rules may name each other in a long chain.
        while (!open_.empty()) {
            auto const rule = open_.back();
            open_.pop_back();
            visit(in_.rule_bodies[rule]);
        }
    }

private:
    /// The first day of a parameter; nothing if it cannot be relied on.
    [[nodiscard]] std::optional<date> start_of(std::vector<std::size_t> const& places) const
    {
        if (places.size() > 1 || in_.told.touch(under("/parameters", places.front(), "values")))
            return {};
        return in_.agreed.parameters[places.front()].values.front().from;
    }

    template<class T>
    [[nodiscard]] bool is_in_force(T const& one, std::string const& pointer) const
    {
        auto const when = in_.period_of(one, pointer);
        return when && contains(*when, day_);
    }

    /// Those in force, and those for which an intervention in force reserves places.
    [[nodiscard]] std::vector<std::size_t> needed_groups() const
    {
        auto const& agreed = in_.agreed;
        std::vector<bool> needed(agreed.needs_groups.size());
        for (std::size_t i = 0; i < needed.size(); ++i)
            needed[i] = is_in_force(agreed.needs_groups[i], under("/needs_groups", i));
        for (std::size_t i = 0; i < agreed.interventions.size(); ++i) {
            if (!is_in_force(agreed.interventions[i], under("/interventions", i)))
                continue;
            for (auto const& pool : agreed.interventions[i].places)
                for (auto const& reserve : pool.reserved)
                    if (auto const group = in_.needs_groups.place_of(reserve.needs_group))
                        needed[*group] = true;
        }
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < needed.size(); ++i)
            if (needed[i])
                places.push_back(i);
        return places;
    }

    void visit(body const& one)
    {
        for (auto const& [name, pointer] : one.rules) {
            auto const rule = in_.rules.find(name);
            if (!rule)
                continue;
            if (auto const version = current_[*rule]) {
                if (!seen_[*version])
                    open_.push_back(*version);
                seen_[*version] = true;
            } else if (calendar_.is_known(*rule)) {
                tell("rule", name, pointer, calendar_.in_words(*rule));
                in_.rules.used_unrecognisably = true; // by the version that is missing
            }
        }
        for (auto const& [name, pointer, allowed] : one.parameters) {
            auto const parameter = in_.parameters.find(name);
            if (!parameter)
                continue;
            if (auto const start = starts_[*parameter]; start && day_ < *start)
                tell("parameter", name, pointer, "its first value is from " + backticked(*start));
        }
    }

    void tell(std::string_view what, std::string_view name, std::string const& pointer,
              std::string const& hint)
    {
        if (!told_.insert(pointer).second)
            return;
        in_.tell(not_in_force, pointer,
                 std::string(what) + " " + backticked(name) + " is not in force on "
                     + backticked(day_),
                 hint + why_);
    }

    state& in_;
    rule_calendar calendar_;
    std::vector<std::optional<date>> starts_{}; ///< per name of a parameter
    date day_{};
    char const* why_ = ""; ///< it is needed, if not because it is in force
    std::vector<std::optional<std::size_t>> current_{};
    std::vector<bool> seen_{};
    std::vector<std::size_t> open_{};
    std::unordered_set<std::string_view> told_{};
};

} // namespace

void check_in_force(state& in)
{
    auto const whole = in.agreed.period;
    bool const is_known = !in.told.touch("/period");
    if (in.as_of && is_known && !contains(whole, *in.as_of)) {
        in.tell(not_in_force, "/period", "the plan is not in force on " + backticked(*in.as_of),
                whole.to ? "it is from " + backticked(whole.from) + " until the day before "
                               + backticked(*whole.to)
                         : "it is from " + backticked(whole.from));
        return;
    }
    if (!in.as_of && !is_known)
        return;
    need_walk walk(in);
    for (auto const day : in.as_of ? std::vector{*in.as_of} : days_of_change(in.agreed))
        walk.walk_on(day);
}

} // namespace finsam::checking
