// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"

#include <cstddef>
#include <map>

namespace finsam {
namespace {

/// Seats, who sits where, and who could move where.
class seating
{
public:
    seating(market const& offered, wish_lists const& wishes)
        : wishes_(wishes)
        , kind_of_(wishes.first.size() - 1, no_kind)
        , movers_(offered.kinds().size())
        , is_closed_(offered.kinds().size())
        , from_(offered.kinds().size())
        , search_of_(offered.kinds().size())
    {
        for (auto const& kind : offered.kinds())
            free_.push_back(kind.choice.seats());
    }

    /// Lets the person in if somebody's moving, or a chain of moves, frees a seat that they want.
    void let_in(std::uint32_t row)
    {
        ++search_;
        reached_.clear();
        for (auto const& wish : wishes_.of(row))
            if (wish.kind != no_kind)
                reach(wish.kind, no_kind);
        for (std::size_t next = 0; next < reached_.size(); ++next) {
            auto const kind = reached_[next];
            if (free_[kind] > 0)
                return take(kind, row);
            for (auto& [to, rows] : movers_[kind])
                if (is_new(to) && somebody(rows, kind))
                    reach(to, kind);
        }
        // All of them are full of people who want nothing else: no seat will ever be freed there.
        for (auto const kind : reached_)
            is_closed_[kind] = true;
    }

    [[nodiscard]] std::vector<std::uint32_t> const& kind_of() const { return kind_of_; }

private:
    [[nodiscard]] bool is_new(std::uint32_t kind) const
    {
        return !is_closed_[kind] && search_of_[kind] != search_;
    }

    void reach(std::uint32_t kind, std::uint32_t from)
    {
        if (!is_new(kind))
            return;
        search_of_[kind] = search_;
        from_[kind] = from;
        reached_.push_back(kind);
    }

    /// Whether one of the rows still sits there; those last in the list who do not are forgotten.
    [[nodiscard]] bool somebody(std::vector<std::uint32_t>& rows, std::uint32_t kind) const
    {
        while (!rows.empty() && kind_of_[rows.back()] != kind)
            rows.pop_back();
        return !rows.empty();
    }

    /// Frees the seat that the search found for the person, from its end backwards.
    void take(std::uint32_t kind, std::uint32_t row)
    {
        --free_[kind];
        while (from_[kind] != no_kind) {
            auto const before = from_[kind];
            auto& rows = movers_[before].at(kind);
            auto const mover = rows.back();
            rows.pop_back();
            sit(mover, kind);
            kind = before;
        }
        sit(row, kind);
    }

    void sit(std::uint32_t row, std::uint32_t kind)
    {
        kind_of_[row] = kind;
        for (auto const& wish : wishes_.of(row))
            if (wish.kind != no_kind && wish.kind != kind)
                movers_[kind][wish.kind].push_back(row);
    }

    wish_lists const& wishes_;
    std::vector<std::size_t> free_{};    ///< seats, by kind
    std::vector<std::uint32_t> kind_of_; ///< by row
    /// By kind and another kind: who sits in the first and wants the second too. Some of them may
    /// have moved since.
    std::vector<std::map<std::uint32_t, std::vector<std::uint32_t>>> movers_;
    std::vector<bool> is_closed_;

    // One search.
    std::vector<std::uint32_t> from_; ///< by kind reached: from where, or no_kind
    std::vector<std::uint32_t> search_of_;
    std::uint32_t search_ = 0;
    std::vector<std::uint32_t> reached_{};
};

} // namespace

std::vector<std::uint32_t> best_coverage(market& offered, wish_lists const& wishes,
                                         std::vector<std::uint32_t> const& row_of)
{
    seating seats(offered, wishes);
    for (auto const row : row_of)
        seats.let_in(row);
    for (std::uint32_t rank = 0; rank < row_of.size(); ++rank)
        if (auto const kind = seats.kind_of()[row_of[rank]]; kind != no_kind)
            static_cast<void>(offered.kinds()[kind].choice.ask(rank));
    return seats.kind_of();
}

} // namespace finsam
