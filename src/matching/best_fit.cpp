// SPDX-License-Identifier: BSL-1.0
#include "best_fit.hpp"

#include "fit_network.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <numeric>

namespace finsam {
namespace {

/// The people of each group of kinds that lists connect, in order of rank.
struct groups
{
    std::vector<std::uint32_t> ranks{};
    std::vector<std::size_t> first{0};
};

groups connected(fit_demand const& demand)
{
    // Each kind points to another of its group, and the one that stands for the group to itself.
    std::vector<std::uint32_t> parent(demand.seats.size());
    std::iota(parent.begin(), parent.end(), std::uint32_t{0});
    auto const root = [&](std::uint32_t kind) {
        while (parent[kind] != kind)
            kind = parent[kind] = parent[parent[kind]];
        return kind;
    };
    auto const people = demand.tier.size();
    for (std::size_t rank = 0; rank < people; ++rank) {
        auto const list = demand.of(rank);
        if (list.empty())
            continue;
        auto const group = root(list.front());
        for (auto const kind : list.subspan(1))
            parent[root(kind)] = group;
    }

    groups found;
    std::vector<std::uint32_t> group_of(people, no_fit);
    std::vector<std::uint32_t> number(parent.size(), no_fit);
    for (std::size_t rank = 0; rank < people; ++rank) {
        auto const list = demand.of(rank);
        if (list.empty())
            continue;
        auto& group = number[root(list.front())];
        if (group == no_fit) {
            group = static_cast<std::uint32_t>(found.first.size() - 1);
            found.first.push_back(0);
        }
        group_of[rank] = group;
        ++found.first[group + 1];
    }
    std::partial_sum(found.first.begin(), found.first.end(), found.first.begin());
    found.ranks.resize(found.first.back());
    auto next = found.first;
    for (std::uint32_t rank = 0; rank < people; ++rank)
        if (group_of[rank] != no_fit)
            found.ranks[next[group_of[rank]]++] = rank;
    return found;
}

/// Those of one tier with the same list, as one.
struct unit
{
    std::uint32_t leader = 0; ///< the first of them
    std::uint32_t people = 0;
    std::size_t options = 0; ///< where its numbers begin
};

std::uint64_t hash_of(std::span<std::uint32_t const> list, std::uint32_t tier)
{
    std::uint64_t hash = tier + 1;
    for (auto const kind : list)
        hash = (std::rotl(hash, 5) ^ kind) * 0x9e3779b97f4a7c15U;
    return hash ^ hash >> 32;
}

/// One group of kinds at a time; what is needed for it is kept from one to the next.
class fitting
{
public:
    fitting(fit_demand const& demand, std::size_t people_a_unit)
        : demand_(demand)
        , people_a_unit_(people_a_unit)
        , number_(demand.seats.size(), no_fit)
        , kind_of_(demand.tier.size(), no_fit)
    {}

    void fit(std::span<std::uint32_t const> ranks)
    {
        find_units(ranks);
        number_kinds();
        fit_network network(seats_);
        network.reserve(placed_.size());
        if (units_.size() <= ranks.size() / people_a_unit_)
            add_units(network);
        else
            add_people(network, ranks);
        deal(ranks);
    }

    [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(kind_of_); }

private:
    void find_units(std::span<std::uint32_t const> ranks)
    {
        units_.clear();
        unit_of_.resize(ranks.size());
        slots_.assign(std::bit_ceil(2 * ranks.size()), no_fit);
        auto const mask = slots_.size() - 1;
        std::size_t options = 0;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            auto const rank = ranks[i];
            auto const list = demand_.of(rank);
            auto at = hash_of(list, demand_.tier[rank]) & mask;
            while (slots_[at] != no_fit && !is_alike(units_[slots_[at]].leader, rank, list))
                at = (at + 1) & mask;
            if (slots_[at] == no_fit) {
                slots_[at] = static_cast<std::uint32_t>(units_.size());
                units_.push_back({.leader = rank, .options = options});
                options += list.size();
            }
            unit_of_[i] = slots_[at];
            ++units_[slots_[at]].people;
        }
        placed_.assign(options, 0);
    }

    [[nodiscard]] bool is_alike(std::uint32_t one, std::uint32_t rank,
                                std::span<std::uint32_t const> list) const
    {
        auto const other = demand_.of(one);
        return demand_.tier[one] == demand_.tier[rank] && other.size() == list.size()
               && std::equal(list.begin(), list.end(), other.begin());
    }

    /// Kinds get the numbers of a network in the order in which people name them.
    void number_kinds()
    {
        seats_.clear();
        numbers_.clear();
        for (auto const& one : units_)
            for (auto const kind : demand_.of(one.leader)) {
                if (number_[kind] == no_fit) {
                    number_[kind] = static_cast<std::uint32_t>(seats_.size());
                    seats_.push_back(demand_.seats[kind]);
                }
                numbers_.push_back(number_[kind]);
            }
    }

    [[nodiscard]] std::span<std::uint32_t const> numbers_of(unit const& one) const
    {
        return std::span{numbers_}.subspan(one.options, demand_.of(one.leader).size());
    }

    void add_units(fit_network& network)
    {
        for (auto const& one : units_)
            network.add(numbers_of(one), demand_.tier[one.leader], one.people);
        for (std::size_t option = 0; option < placed_.size(); ++option)
            placed_[option] = network.placed(option);
    }

    void add_people(fit_network& network, std::span<std::uint32_t const> ranks)
    {
        for (std::size_t i = 0; i < ranks.size(); ++i)
            network.add(numbers_of(units_[unit_of_[i]]), demand_.tier[ranks[i]]);
        std::size_t option = 0;
        for (auto const at : unit_of_) {
            auto const& one = units_[at];
            for (std::size_t i = 0; i < numbers_of(one).size(); ++i)
                placed_[one.options + i] += network.placed(option++);
        }
    }

    /// Within a unit who comes first gets the better.
    void deal(std::span<std::uint32_t const> ranks)
    {
        next_.assign(units_.size(), 0);
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            auto const& one = units_[unit_of_[i]];
            auto const list = demand_.of(one.leader);
            auto& next = next_[unit_of_[i]];
            while (next < list.size() && placed_[one.options + next] == 0)
                ++next;
            if (next == list.size())
                continue;
            --placed_[one.options + next];
            kind_of_[ranks[i]] = list[next];
        }
    }

    fit_demand const& demand_;
    std::size_t people_a_unit_;
    std::vector<std::uint32_t> number_; ///< by kind, in the network of its group
    std::vector<std::uint32_t> kind_of_;

    // Of one group.
    std::vector<unit> units_;
    std::vector<std::uint32_t> unit_of_; ///< by position among its people
    std::vector<std::uint32_t> slots_;   ///< by hash: a unit
    std::vector<std::int64_t> seats_;    ///< by number
    std::vector<std::uint32_t> numbers_; ///< by unit and option
    std::vector<std::uint32_t> placed_;  ///< as many: people
    std::vector<std::size_t> next_;
};

} // namespace

std::vector<std::uint32_t> best_fit(fit_demand const& demand, std::size_t people_a_unit)
{
    BOOST_ASSERT(demand.first.size() == demand.tier.size() + 1 && demand.tier.size() < no_fit);
    BOOST_ASSERT(std::is_sorted(demand.tier.begin(), demand.tier.end()));
    auto const all = connected(demand);
    fitting one_by_one(demand, people_a_unit);
    for (std::size_t i = 0; i + 1 < all.first.size(); ++i)
        one_by_one.fit(std::span{all.ranks}.subspan(all.first[i], all.first[i + 1] - all.first[i]));
    return one_by_one.take();
}

} // namespace finsam
