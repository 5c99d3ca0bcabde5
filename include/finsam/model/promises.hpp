// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/policy.hpp>

#include <boost/describe/class.hpp>

#include <variant>

namespace finsam {

/// What a policy keeps, whoever asks for what (vad en policy lovar).
///
/// `nobody_passed_over`: no one eligible sees a seat they want go to someone with lower priority,
/// read through the pool's reserves. `no_wanted_seat_empty`: nor left empty, hard reserves aside.
/// `best_for_everyone`: no other matching without those faults is better for anyone.
/// `honesty_is_best`: nobody gets a better place by another list than their own.
/// `best_coverage`: of all sets of people who could have places at once, the one that is best by
/// priority, and so the largest. `best_fit`: of all placements, the one with the most people of the
/// first tier, then of the next … placed, and of those the one in which the positions of the placed
/// among what is possible for them have the smallest sum. `reserves`: places may be reserved.
struct promises
{
    bool nobody_passed_over = false;
    bool no_wanted_seat_empty = false;
    bool best_for_everyone = false;
    bool honesty_is_best = false;
    bool best_coverage = false;
    bool best_fit = false;
    bool reserves = false;

    friend bool operator==(promises const&, promises const&) = default;
};
BOOST_DESCRIBE_STRUCT(promises, (),
                      (nobody_passed_over, no_wanted_seat_empty, best_for_everyone, honesty_is_best,
                       best_coverage, best_fit, reserves))

/// The one table of what each policy promises; the tests hold each policy to it.
[[nodiscard]] constexpr promises promises_of(policy const& chosen)
{
    struct table
    {
        constexpr promises operator()(policies::stable) const
        {
            return {.nobody_passed_over = true,
                    .no_wanted_seat_empty = true,
                    .best_for_everyone = true,
                    .honesty_is_best = true,
                    .reserves = true};
        }
        constexpr promises operator()(policies::serial) const
        {
            return {.nobody_passed_over = true,
                    .no_wanted_seat_empty = true,
                    .best_for_everyone = true,
                    .honesty_is_best = true};
        }
        constexpr promises operator()(policies::coverage) const { return {.best_coverage = true}; }
        constexpr promises operator()(policies::fit) const { return {.best_fit = true}; }
    };
    return std::visit(table{}, chosen);
}

} // namespace finsam
