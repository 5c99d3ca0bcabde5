// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>

#include "rules/checking.hpp"
#include "rules/possible.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// No plan that people write comes near it; one made to take time is left unfinished, and what was
/// not looked at is not told.
constexpr std::size_t most_steps = 50'000'000;

constexpr date last_day{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

date next_day(date day)
{
    return std::chrono::sys_days{day} + std::chrono::days{1};
}

date day_before(date day)
{
    return std::chrono::sys_days{day} - std::chrono::days{1};
}

/// The plan's period, cut where something comes into force or ends; or one day of it.
std::vector<days_in_a_row> stretches(state const& in)
{
    if (in.as_of)
        return {{*in.as_of, *in.as_of}};
    auto const& whole = in.agreed.period;
    std::vector<days_in_a_row> all;
    for (auto const first : days_of_change(in.agreed)) {
        if (!all.empty())
            all.back().last = day_before(first);
        all.push_back({first, whole.to ? day_before(*whole.to) : last_day});
    }
    return all;
}

/// Where the criteria of a group stand, but for their positions.
std::string below(std::string_view pointer, group const& several)
{
    auto const key = detail::name_of(several.quantifier);
    return several.quantifier == quantifier::at_least_of ? under(pointer, key, "of")
                                                         : under(pointer, key);
}

/// Looks for what nobody can meet, smallest things first.
class impossibility_search
{
public:
    explicit impossibility_search(state& in)
        : in_(in)
        , estimated_(in)
        , stretches_(stretches(in))
        , is_possible_(estimated_.nodes())
    {
        auto const& owners = estimated_.owners();
        for (std::size_t i = 0; i < owners.size(); ++i) {
            // That an intervention has no pool at all is told as `no_places`.
            auto const is_offered = !owners[i].offer || !owners[i].offer->places.empty();
            auto const is_ever = std::ranges::any_of(stretches_, [&](auto const& days) {
                return contains(owners[i].in_force, days.first);
            });
            if (is_offered && is_ever)
                open_.push_back(i);
            else
                std::fill_n(is_possible_.begin() + static_cast<std::ptrdiff_t>(owners[i].first),
                            owners[i].count, true);
        }
    }

    void run()
    {
        while (true) {
            look_at_single_days();
            std::erase_if(open_, [&](std::size_t one) { return !first_impossible(one); });
            if (open_.empty() || is_too_long())
                return;
            // What is told counts as possible after it, so that what only follows is not told too.
            auto const smallest = smallest_impossible();
            for (auto const& [one, node] : smallest)
                if (is_impossible_always(one, node) && !is_too_long())
                    tell(one, node);
                else
                    is_possible_[node] = true;
        }
    }

    void tell_always_met()
    {
        for (auto const& one : estimated_.owners())
            if (one.when)
                tell_always_met(one, *one.when, one.pointer + "/when");
    }

private:
    [[nodiscard]] bool is_too_long() const { return estimated_.steps() > most_steps; }

    [[nodiscard]] std::optional<std::size_t> first_impossible(std::size_t one) const
    {
        auto const& [first, count] =
            std::pair(estimated_.owners()[one].first, estimated_.owners()[one].count);
        for (auto node = first; node < first + count; ++node)
            if (!is_possible_[node])
                return node;
        return {};
    }

    /// Marks what is possible on the first or last day of a stretch. That is nearly everything, and
    /// costs one look at each criterion.
    void look_at_single_days()
    {
        auto const mark = [&](std::size_t node, outlook const& seen) {
            if (!seen.yes.impossible)
                is_possible_[node] = true;
        };
        for (auto const& days : stretches_)
            for (auto const day : {days.first, days.last}) {
                std::vector<std::size_t> left;
                for (auto const one : open_)
                    if (contains(estimated_.owners()[one].in_force, day) && first_impossible(one))
                        left.push_back(one);
                if (!left.empty() && !is_too_long())
                    estimated_.estimate(left, {day, day}, mark);
            }
    }

    /// Those below which nothing is impossible, with their owners.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> smallest_impossible() const
    {
        // A rule is impossible where its last node is, or one in it.
        std::vector<bool> is_suspect(in_.agreed.rules.size());
        for (auto const one : open_)
            if (one < is_suspect.size())
                is_suspect[one] = true;

        std::vector<std::pair<std::size_t, std::size_t>> smallest;
        for (auto const one : open_) {
            auto const& here = estimated_.owners()[one];
            auto next = here.first;
            auto const below = here.when ? collect(one, *here.when, next, is_suspect, smallest)
                                         : names_suspect(*here.rule, is_suspect);
            if (!below && !is_possible_[next])
                smallest.emplace_back(one, next);
        }
        // Rules that name each other at different times: any of them will do.
        if (smallest.empty())
            smallest.emplace_back(open_.front(), *first_impossible(open_.front()));
        return smallest;
    }

    [[nodiscard]] bool names_suspect(std::size_t name, std::vector<bool> const& is_suspect) const
    {
        return std::ranges::any_of(in_.rules.places[name],
                                   [&](std::size_t version) { return is_suspect[version]; });
    }

    /// Whether something in the criterion is impossible; adds the smallest such nodes.
    bool collect(std::size_t one, criterion const& from, std::size_t& next,
                 std::vector<bool> const& is_suspect,
                 std::vector<std::pair<std::size_t, std::size_t>>& into) const
    {
        auto const self = next++;
        bool below = false;
        if (auto const* reference = std::get_if<rule_reference>(&from.form))
            below = names_suspect(*in_.rules.find(reference->rule), is_suspect);
        else if (auto const* several = std::get_if<group>(&from.form))
            for (auto const& child : several->of)
                below = collect(one, child, next, is_suspect, into) || below;
        if (is_possible_[self])
            return below;
        if (!below)
            into.emplace_back(one, self);
        return true;
    }

    bool is_impossible_always(std::size_t one, std::size_t node)
    {
        return std::ranges::all_of(stretches_, [&](days_in_a_row days) {
            return !contains(estimated_.owners()[one].in_force, days.first)
                   || is_impossible_on(one, node, days);
        });
    }

    /// Whether it is impossible on each of the days: for all of them at once, or for each half.
    bool is_impossible_on(std::size_t one, std::size_t node, days_in_a_row days)
    {
        std::vector<days_in_a_row> left{days};
        while (!left.empty()) {
            auto const [first, last] = left.back();
            left.pop_back();
            if (is_too_long())
                return false;
            if (seems_impossible(one, node, {first, last}))
                continue;
            if (first == last || !seems_impossible(one, node, {first, first})
                || !seems_impossible(one, node, {last, last}))
                return false;
            auto const middle = detail::from_days(
                detail::to_days(first) + (detail::to_days(last) - detail::to_days(first)) / 2);
            left.push_back({first, middle});
            left.push_back({next_day(middle), last});
        }
        return true;
    }

    bool seems_impossible(std::size_t one, std::size_t node, days_in_a_row days)
    {
        bool impossible = false;
        estimated_.estimate({one}, days, [&](std::size_t at, outlook const& seen) {
            if (at == node) {
                impossible = seen.yes.impossible;
                conflict_ = seen.yes.conflict;
            }
        });
        return impossible;
    }

    void tell(std::size_t one, std::size_t node)
    {
        auto const& here = estimated_.owners()[one];
        estimated_.set_aside(node);
        is_possible_[node] = true;
        if (node + 1 == here.first + here.count)
            return tell_whole(here);
        auto next = here.first;
        tell(*here.when, here.pointer + "/when", next, node, here);
    }

    /// Finds the node again, with its pointer.
    void tell(criterion const& from, std::string const& pointer, std::size_t& next,
              std::size_t node, owner const& here)
    {
        if (next++ == node) {
            auto const when = from_when(here);
            if (auto const* asked = std::get_if<leaf>(&from.form))
                in_.tell(unsatisfiable, pointer,
                         "no value of " + backticked(asked->fact) + " meets this" + when,
                         "nobody can answer yes here");
            else if (auto const* several = std::get_if<group>(&from.form))
                in_.tell(unsatisfiable, pointer, "no recorded facts can meet this" + when,
                         why(*several));
            else
                in_.tell(unsatisfiable, pointer, "nobody can meet this rule" + when,
                         "what it asks cannot be met while this is in force");
            return;
        }
        auto const* several = std::get_if<group>(&from.form);
        if (!several)
            return;
        for (std::size_t i = 0; i < several->of.size() && next <= node; ++i)
            tell(several->of[i], under(below(pointer, *several), i), next, node, here);
    }

    [[nodiscard]] std::string why(group const& several) const
    {
        if (several.of.empty())
            return "it is empty";
        if (conflict_)
            return "what it asks of " + backticked(schema_of(in_.agreed).columns[*conflict_].name)
                   + " cannot be so at once";
        return several.quantifier == quantifier::at_least_of ? "so many of them cannot be met"
                                                             : "each of them is always met";
    }

    void tell_whole(owner const& here)
    {
        auto const when = from_when(here);
        auto const fact = conflict_ ? schema_of(in_.agreed).columns[*conflict_].name : "";
        if (here.offer)
            in_.tell(unsatisfiable, here.pointer, "nobody can be eligible for this" + when,
                     fact == "municipality" ? "its rule is for other municipalities than its places"
                                            : "its rule and " + backticked("requires_completed")
                                                  + " cannot be met at once");
        else
            in_.tell(unsatisfiable, here.pointer, "nobody can meet this" + when,
                     "what its rule asks cannot be met while this is in force");
    }

    /// " from `2022-01-01`": the first day on which it was looked at.
    [[nodiscard]] std::string from_when(owner const& here) const
    {
        return (in_.as_of ? " on " : " from ") + backticked(first_stretch(here)->first);
    }

    [[nodiscard]] std::vector<days_in_a_row>::const_iterator first_stretch(owner const& here) const
    {
        return std::ranges::find_if(stretches_, [&](days_in_a_row const& days) {
            return contains(here.in_force, days.first);
        });
    }

    void tell_always_met(owner const& here, criterion const& from, std::string const& pointer)
    {
        if (auto const* several = std::get_if<group>(&from.form)) {
            for (std::size_t i = 0; i < several->of.size(); ++i)
                tell_always_met(here, several->of[i], under(below(pointer, *several), i));
        }
        auto const* asked = std::get_if<leaf>(&from.form);
        if (!asked)
            return;
        auto const& fact = estimated_.fact_of(*asked);
        for (auto const& days : stretches_) {
            if (!contains(here.in_force, days.first))
                continue;
            if (is_always_met(estimated_.on_day(*asked, days.first), fact, days.first)) {
                in_.tell(always_met, pointer,
                         "every value of " + backticked(fact.name) + " meets this"
                             + (in_.as_of ? " on " : " from ") + backticked(days.first),
                         "leave it out, or compare with another value");
                return;
            }
        }
    }

    state& in_;
    estimator estimated_;
    std::vector<days_in_a_row> stretches_;
    std::vector<bool> is_possible_;
    std::vector<std::size_t> open_{}; ///< owners in which something seems impossible
    std::optional<std::size_t> conflict_{};
};

} // namespace

void check_possible(state& in)
{
    auto const is_error = [](diagnostic const& one) { return one.severity == severity::error; };
    // What is wrong may hide what was meant.
    if (!in.told.all().empty() || std::ranges::any_of(in.found, is_error))
        return;
    impossibility_search search(in);
    search.run();
    search.tell_always_met();
}

} // namespace finsam::checking
