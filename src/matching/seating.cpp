// SPDX-License-Identifier: BSL-1.0
#include "seating.hpp"

#include <boost/assert.hpp>

#include <utility>

namespace finsam {

seating::seating(matching_round const& offered, std::vector<bool> is_away)
    : seats_(offered, std::move(is_away))
    , walk_of_(offered.people())
{}

std::vector<move> seating::arrive(std::uint32_t rank)
{
    BOOST_ASSERT(seats_.is_away(rank));
    seats_.set_away(rank, false);
    auto const& offered = seats_.offered();
    auto asking = rank;
    for (std::uint32_t position = 0; position < offered.wishes(asking).size(); ++position) {
        auto const kind = offered.wishes(asking)[position];
        auto const turned_away = seats_.pool_of(kind).ask(asking, offered.usable(kind, asking));
        if (turned_away == asking)
            continue;
        seats_.sit(asking, position);
        if (!turned_away)
            break;
        asking = *turned_away;
        position = seats_.position_of(asking); // and on from the next
        seats_.sit(asking, static_cast<std::uint32_t>(offered.wishes(asking).size()));
    }
    // Whoever found no place wants all that they listed.
    seats_.touch_between(rank, 0, seats_.position_of(rank));
    return finish();
}

std::vector<move> seating::leave(std::uint32_t rank)
{
    BOOST_ASSERT(!seats_.is_away(rank));
    auto const kind = kind_of(rank);
    seats_.touch_between(rank, 0, seats_.position_of(rank));
    seats_.sit(rank, static_cast<std::uint32_t>(seats_.offered().wishes(rank).size()));
    seats_.set_away(rank, true);
    if (kind != no_kind)
        fill(kind);
    exchange();
    return finish();
}

std::vector<move> seating::add_place(std::uint32_t kind)
{
    seats_.add_place(kind);
    fill(kind);
    exchange();
    return finish();
}

std::vector<move> seating::if_place_added(std::uint32_t kind)
{
    seats_.add_place(kind);
    fill(kind);
    exchange();
    auto moves = seats_.moves();
    seats_.remove_place(kind);
    seats_.undo();
    return moves;
}

/// Gives the open seat of a kind to whom it would go to, and theirs to the next.
void seating::fill(std::uint32_t kind)
{
    while (kind != no_kind) {
        auto const next = seats_.next_in(kind);
        if (next == seats::no_rank)
            return;
        auto const left = seats_.kind_of(next);
        seats_.move_up(next, kind);
        kind = left;
    }
}

/// Lets circles happen until there is none. Before the change there was none, so each goes through
/// a pool that it touched.
void seating::exchange()
{
    if (!seats_.has_reserves())
        return; // one order of priority for all leaves one stable matching
    for (bool again = true; again;) {
        again = false;
        auto const pass = walk_ + 1;
        for (std::size_t i = 0; i < seats_.touched().size() && !again; ++i) {
            auto const kind = seats_.touched()[i];
            if (seats_.is_empty(kind))
                continue;
            auto const& known = seats_.succession_of(kind);
            if (known.first.empty())
                continue;
            std::vector<std::uint32_t> starts{known.foremost()};
            for (auto const& [uses, next] : known.next)
                starts.push_back(next);
            for (auto const start : starts)
                if (start != seats::no_rank && exchange_from(start, pass)) {
                    again = true;
                    break;
                }
        }
    }
}

/// Follows from each whom they would make room for; a walk that meets itself has found a circle.
///
/// Returns: whether one was found, and has happened.
bool seating::exchange_from(std::uint32_t first, std::uint32_t pass)
{
    ++walk_;
    auto at = first;
    while (at != seats::no_rank && walk_of_[at] < pass) {
        walk_of_[at] = walk_;
        at = seats_.successor_of(at);
    }
    if (at == seats::no_rank || walk_of_[at] != walk_)
        return false;

    std::vector<std::pair<std::uint32_t, std::uint32_t>> turns; // (rank, kind)
    auto one = at;
    do {
        auto const next = seats_.successor_of(one);
        turns.emplace_back(next, seats_.kind_of(one));
        one = next;
    } while (one != at);
    for (auto const& [rank, kind] : turns)
        seats_.move_up(rank, kind);
    return true;
}

std::vector<move> seating::finish()
{
    auto moves = seats_.moves();
    seats_.finish();
    return moves;
}

} // namespace finsam
