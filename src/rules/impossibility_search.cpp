// SPDX-License-Identifier: BSL-1.0
#include "rules/impossibility_search.hpp"

#include <finsam/detail/calendar.hpp>

#include "rules/tell_impossible.hpp"

#include <algorithm>
#include <utility>

namespace finsam::checking {
namespace {

/// No plan that people write comes near these. One made to take time is left unfinished: what would
/// have to be looked at day by day for longer, or a plan so large, is not told.
constexpr std::size_t most_steps_each = 2'000'000;
constexpr std::size_t most_steps = 40'000'000;
constexpr std::size_t most_steps_on_single_days = 500'000'000;

date next_day(date day)
{
    return std::chrono::sys_days{day} + std::chrono::days{1};
}

/// Looks for what nobody can meet, smallest things first.
class impossibility_search
{
public:
    impossibility_search(state& in, estimator estimated)
        : in_(in)
        , estimated_(std::move(estimated))
        , stretches_(stretches(in))
        , is_possible_(estimated_.nodes())
    {
        auto const& owners = estimated_.owners();
        for (std::size_t i = 0; i < owners.size(); ++i) {
            auto const node = [&](std::size_t k) {
                return is_possible_.begin() + static_cast<std::ptrdiff_t>(owners[i].first + k);
            };
            auto const is_ever = std::ranges::any_of(stretches_, [&](auto const& days) {
                return contains(owners[i].in_force, days.first);
            });
            if (is_ever)
                open_.push_back(i);
            else
                std::fill_n(node(0), owners[i].count, true);
            // That an intervention has no pool at all is told as `no_places`, but nothing of its
            // rule.
            if (owners[i].offer && owners[i].offer->places.empty())
                *node(owners[i].count - 1) = true;
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
                if (is_impossible_always(one, node))
                    tell(one, node);
                else
                    is_possible_[node] = true;
        }
    }

private:
    [[nodiscard]] bool is_too_long() const { return single_day_steps_ > most_steps_on_single_days; }

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
            if (!seen.yes.impossible())
                is_possible_[node] = true;
        };
        auto const begin = estimated_.steps();
        for (auto const& days : stretches_)
            for (auto const day : {days.first, days.last}) {
                std::vector<std::size_t> left;
                for (auto const one : open_)
                    if (contains(estimated_.owners()[one].in_force, day) && first_impossible(one))
                        left.push_back(one);
                if (!left.empty())
                    estimated_.estimate(left, {day, day}, mark);
            }
        single_day_steps_ += estimated_.steps() - begin;
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
        if (seems_impossible(one, node, days))
            return true;
        auto const begin = estimated_.steps();
        auto const found = is_impossible_on_halves(one, node, days);
        halving_steps_ += estimated_.steps() - begin;
        return found;
    }

    bool is_impossible_on_halves(std::size_t one, std::size_t node, days_in_a_row days)
    {
        auto const begin = estimated_.steps();
        std::vector<days_in_a_row> left{days};
        while (!left.empty()) {
            auto const here = left.back();
            left.pop_back();
            auto const taken = estimated_.steps() - begin;
            if (taken > most_steps_each || halving_steps_ + taken > most_steps)
                return false;
            if (seems_impossible(one, node, here))
                continue;
            if (here.first == here.last || !seems_impossible(one, node, {here.first, here.first})
                || !seems_impossible(one, node, {here.last, here.last}))
                return false;
            auto const middle =
                detail::from_days(detail::to_days(here.first)
                                  + (detail::to_days(here.last) - detail::to_days(here.first)) / 2);
            left.push_back({here.first, middle});
            left.push_back({next_day(middle), here.last});
        }
        return true;
    }

    bool seems_impossible(std::size_t one, std::size_t node, days_in_a_row days)
    {
        bool impossible = false;
        estimated_.estimate({one}, days, [&](std::size_t at, outlook const& seen) {
            if (at == node) {
                impossible = seen.yes.impossible();
                conflict_ = seen.yes.conflict;
            }
        });
        return impossible;
    }

    /// The fact that makes it impossible on the day whatever the others are, if one does.
    std::optional<std::size_t> conflict(std::size_t one, std::size_t node, date day)
    {
        if (!seems_impossible(one, node, {day, day}) || !conflict_)
            return {};
        auto const suspect = conflict_;
        estimated_.look_only_at(suspect);
        bool const alone = seems_impossible(one, node, {day, day});
        estimated_.look_only_at({});
        return alone ? suspect : std::nullopt;
    }

    void tell(std::size_t one, std::size_t node)
    {
        auto const& here = estimated_.owners()[one];
        auto const first = std::ranges::find_if(stretches_, [&](days_in_a_row const& days) {
            return contains(here.in_force, days.first);
        });
        auto const since = first->first;
        tell_impossible(in_, here,
                        {.node = node, .conflict = conflict(one, node, since), .since = since});
        estimated_.set_aside(node);
        is_possible_[node] = true;
    }

    state& in_;
    estimator estimated_;
    std::vector<days_in_a_row> stretches_;
    std::vector<bool> is_possible_;
    std::vector<std::size_t> open_{}; ///< owners in which something seems impossible
    std::optional<std::size_t> conflict_{};
    std::size_t single_day_steps_ = 0, halving_steps_ = 0;
};

} // namespace

void tell_what_nobody_can_meet(state& in, estimator estimated)
{
    impossibility_search(in, std::move(estimated)).run();
}

} // namespace finsam::checking
