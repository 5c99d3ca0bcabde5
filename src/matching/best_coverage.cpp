// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"

#include <boost/container/flat_map.hpp>

#include <cstddef>

namespace finsam {
namespace {

/// Seats, who sits where, and who could move where.
class coverage_seats
{
public:
    explicit coverage_seats(matching_round const& offered)
        : offered_(offered)
        , kind_of_(offered.people(), no_kind)
        , movers_(offered.kinds.size())
        , is_closed_(offered.kinds.size())
        , from_(offered.kinds.size())
        , search_of_(offered.kinds.size())
    {
        for (auto const& kind : offered.kinds)
            free_.push_back(kind.free);
    }

    /// Lets the person in if somebody's moving, or a chain of moves, frees a seat that they want.
    void let_in(std::uint32_t rank)
    {
        for (auto const kind : offered_.wishes(rank))
            if (free_[kind] > 0) {
                --free_[kind];
                return sit(rank, kind);
            }
        ++search_;
        reached_.clear();
        for (auto const kind : offered_.wishes(rank))
            reach(kind, no_kind);
        for (std::size_t next = 0; next < reached_.size(); ++next) {
            auto const kind = reached_[next];
            if (free_[kind] > 0)
                return take(kind, rank);
            for (auto& [to, ranks] : movers_[kind])
                if (is_new(to) && somebody(ranks, kind))
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

    /// Whether one of the ranks still sits there; those last in the list who do not are forgotten.
    [[nodiscard]] bool somebody(std::vector<std::uint32_t>& ranks, std::uint32_t kind) const
    {
        while (!ranks.empty() && kind_of_[ranks.back()] != kind)
            ranks.pop_back();
        return !ranks.empty();
    }

    /// Frees the seat that the search found for the person, from its end backwards.
    void take(std::uint32_t kind, std::uint32_t rank)
    {
        --free_[kind];
        while (from_[kind] != no_kind) {
            auto const before = from_[kind];
            auto& ranks = movers_[before].at(kind);
            auto const mover = ranks.back();
            ranks.pop_back();
            sit(mover, kind);
            kind = before;
        }
        sit(rank, kind);
    }

    void sit(std::uint32_t rank, std::uint32_t kind)
    {
        kind_of_[rank] = kind;
        for (auto const wish : offered_.wishes(rank))
            if (wish != kind)
                movers_[kind][wish].push_back(rank);
    }

    matching_round const& offered_;
    std::vector<std::int64_t> free_{};   ///< seats, by kind
    std::vector<std::uint32_t> kind_of_; ///< by rank
    /// By kind and another kind: who sits in the first and wants the second too. Some of them may
    /// have moved since.
    std::vector<boost::container::flat_map<std::uint32_t, std::vector<std::uint32_t>>> movers_;
    std::vector<bool> is_closed_;

    // One search.
    std::vector<std::uint32_t> from_; ///< by kind reached: from where, or no_kind
    std::vector<std::uint32_t> search_of_;
    std::uint32_t search_ = 0;
    std::vector<std::uint32_t> reached_{};
};

} // namespace

assignment best_coverage(matching_round const& offered)
{
    coverage_seats seats(offered);
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        offered.prefetch_ahead_of(rank);
        seats.let_in(rank);
    }
    auto found = nobody_placed(offered);
    found.kind_of = seats.kind_of();
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank)
        if (auto const kind = found.kind_of[rank]; kind != no_kind)
            static_cast<void>(found.pools[kind].ask(rank));
    return found;
}

} // namespace finsam
