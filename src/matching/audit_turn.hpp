// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// What `audit` needs to know a second time. None of it is used by the solvers, and none of the
/// solvers' code is used here: two mistakes would have to be the same to go unseen.
namespace finsam::audited {

/// Whose turn is first where priority does not say (lottning): SipHash-2-4 of the id's bytes under
/// the plan's seed.
class lottery
{
public:
    explicit lottery(plan const& agreed);

    [[nodiscard]] std::uint64_t lot(std::string_view id) const;

private:
    std::array<std::uint64_t, 2> key_;
};

/// A person's turn, as the specification defines priority, in two numbers (tur).
///
/// Shape: `first` is the tier's place among all tiers of the plan, no tier last, and below it in 32
///        bits the buckets that were waited, counted backwards; `lot` is the tie number.
struct turn
{
    std::uint64_t first = 0;
    std::uint64_t lot = 0;

    friend bool operator==(turn const&, turn const&) = default;
};

/// The tier's place among all tiers of the plan.
[[nodiscard]] constexpr std::uint32_t tier_in(turn const& one)
{
    return static_cast<std::uint32_t>(one.first >> 32);
}

/// Says what turn somebody has. One serves any number of threads.
class turn_book
{
public:
    explicit turn_book(engine const& compiled);

    /// The place of a needs group's tier among all tiers, by question; of no needs group the
    /// greatest of all.
    [[nodiscard]] std::uint32_t tier(std::size_t needs_group) const { return tiers_[needs_group]; }
    [[nodiscard]] std::uint32_t no_tier() const { return no_tier_; }

    [[nodiscard]] std::uint64_t lot(std::string_view id) const { return lottery_.lot(id); }
    /// How many buckets of days somebody has waited. `waiting_since` is in days since 1970-01-01,
    /// or nothing on record.
    [[nodiscard]] std::int64_t buckets(std::optional<std::int32_t> waiting_since) const;

    [[nodiscard]] turn of(std::string_view id, std::optional<std::int32_t> waiting_since,
                          std::uint32_t best_tier) const;

private:
    std::vector<std::uint32_t> tiers_;
    std::uint32_t no_tier_ = 0;
    lottery lottery_;
    std::int64_t today_ = 0;
    std::int64_t bucket_days_ = 1;
};

/// The order in which rows have their turn: smaller tier first, none last; longer wait first;
/// smaller lot first; then by id. An id that stands twice goes by row.
class turn_order
{
public:
    turn_order(std::span<turn const> turns, people const& caseload)
        : turns_(turns)
        , caseload_(caseload)
    {}

    [[nodiscard]] bool operator()(std::size_t a, std::size_t b) const
    {
        auto const &one = turns_[a], &other = turns_[b];
        if (one.first != other.first)
            return one.first < other.first;
        if (one.lot != other.lot)
            return one.lot < other.lot;
        auto const ids = caseload_.id(a).compare(caseload_.id(b));
        return ids != 0 ? ids < 0 : a < b;
    }

private:
    std::span<turn const> turns_;
    people const& caseload_;
};

} // namespace finsam::audited
