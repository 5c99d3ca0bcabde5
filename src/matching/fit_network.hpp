// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace finsam {

/// People fitted one after the other into places that compete with each other (inpassning).
///
/// After each person the placement is the best of all placements of those who have come: first in
/// how many of the first tier are placed, then of the next …, then in how small the sum of the
/// positions is that the placed have in their own lists, counted from 0.
///
/// A path leads the newcomer into a kind of place, somebody from there to another, and so on, to a
/// free seat or to somebody who has to leave; the cheapest is taken. What a path costs is a person
/// of some tier or nobody, and positions, compared in this order. It need not be carried about,
/// because people come in order of their tiers:
///
/// * A free seat costs nobody, so it is taken wherever it can be reached.
/// * Where none can be reached, none ever will be: nobody moves out of the kinds reached. They are
///   closed. From then on a person of the same tier may take the place of another, if the positions
///   become fewer, and one of a later tier is never let in.
///
/// So all that is added and compared are positions, the number of tiers does not matter, and there
/// is no weight that could be too large.
///
/// Shape: for each kind and another, a heap of those who sit in the first and could move to the
///        second, by what it costs in positions. Who has left is taken off when on top. Each kind
///        has a price, by which no step of a path is cheaper than nothing; it only rises, so a
///        search looks at few kinds (the potentials of the Hungarian method).
/// Units: options are numbered as they are added, the options of one unit after each other.
/// Source: R. G. Busacker, P. J. Gowen (1961), successive shortest paths; J. Edmonds, R. M. Karp
///         (1972), potentials.
class fit_network
{
public:
    explicit fit_network(std::span<std::int64_t const> seats);

    /// Somebody comes, or several alike: the kinds of places for them, best first.
    ///
    /// Precondition: nobody came before with a later tier; no kind stands twice.
    /// Complexity: O(options · log people), and a search over kinds for each path that is taken.
    void add(std::span<std::uint32_t const> kinds, std::uint32_t tier, std::uint32_t people = 1);

    /// How many people have the place that this option is.
    [[nodiscard]] std::uint32_t placed(std::size_t at) const { return options_[at].people; }

    void reserve(std::size_t options) { options_.reserve(options); }

private:
    struct option
    {
        std::uint32_t kind = 0;
        std::uint32_t position = 0; ///< in its list; 0 begins another unit
        std::uint32_t people = 0;
    };
    struct step
    {
        std::uint32_t to = 0;
        std::int32_t cost = no_step; ///< the least there is now
    };
    struct place
    {
        std::int64_t price = 0;
        std::int64_t end = no_end; ///< what it costs if a path ends here
        std::uint32_t region = open;
        std::int64_t seats = 0; ///< that nobody has

        // Of the last search that reached it.
        std::uint32_t search = 0;
        std::uint32_t scanned = 0;
        std::int64_t cost = 0;
        std::uint32_t left = none; ///< the option whose seat is left for this one, if any
        std::uint32_t entered = 0; ///< the option taken
    };
    using heap = std::vector<std::uint64_t>;

    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    static constexpr auto no_step = std::numeric_limits<std::int32_t>::max();
    static constexpr auto no_end = std::numeric_limits<std::int64_t>::max() / 4;
    static constexpr auto any_cost = no_end / 2; // less than no_end and any positions

    // A region is the tier at which a kind was closed, or:
    static constexpr auto open = std::numeric_limits<std::uint32_t>::max();
    static constexpr auto without_seats = open - 1;

    [[nodiscard]] bool search(std::uint32_t first, std::uint32_t region);
    void reach(std::uint32_t kind, std::int64_t cost, std::uint32_t left, std::uint32_t entered);
    void scan(std::uint32_t kind, std::int64_t key);
    void raise_prices();
    void close();
    [[nodiscard]] std::uint32_t shift(std::uint32_t people);
    void enter(std::uint32_t at, std::uint32_t people);
    void leave(std::uint32_t at, std::uint32_t people);
    void begin_tier(std::uint32_t tier);

    template<class Visit>
    void each_other_option(std::uint32_t at, Visit visit);
    std::uint32_t& step_between(std::uint32_t from, std::uint32_t to)
    {
        return step_of_[std::size_t{from} * places_.size() + to];
    }
    void clean(std::uint32_t from, std::uint32_t at_step);
    void clean_end(std::uint32_t kind);

    std::vector<option> options_;
    std::vector<place> places_;
    std::vector<std::uint32_t> step_of_;    ///< by kind and kind: position in steps_[kind], or none
    std::vector<std::vector<step>> steps_;  ///< by kind
    std::vector<std::vector<heap>> movers_; ///< by kind, as steps_
    std::vector<heap> last_; ///< by kind: of this tier, who has it as the last choice
    std::uint32_t tier_ = 0;
    std::uint32_t tier_begin_ = 0; ///< the first option of this tier

    // One search.
    std::uint32_t search_ = 0;
    std::uint32_t region_ = open;
    std::int64_t least_ = 0;   ///< what the cheapest end found costs
    std::uint32_t end_ = none; ///< where it is
    std::vector<std::pair<std::int64_t, std::uint32_t>> queue_;
    std::vector<std::uint32_t> level_; ///< those that cost what the one looked at costs
    std::vector<std::uint32_t> scanned_;
};

} // namespace finsam
