// SPDX-License-Identifier: BSL-1.0
#include "best_fit.hpp"

#include "fit_network.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <numeric>

namespace finsam {
namespace {

struct person_in_group
{
    std::uint32_t rank = 0;
    std::uint32_t tier = 0;
    std::uint32_t length = 0;
    std::size_t first = 0; ///< where their list begins
};

/// The people of each group of kinds that lists connect, in order of rank, with their lists beside
/// each other: what is looked at together lies together.
struct groups
{
    std::vector<person_in_group> people{};
    std::vector<std::size_t> first{0}; ///< by group, and one more: where its people begin
    std::vector<std::uint32_t> kinds{};
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
            if (parent[kind] != group)
                parent[root(kind)] = group;
    }

    groups found;
    std::vector<std::uint32_t> number(parent.size(), no_fit);
    std::vector<std::uint32_t> group_of(people, no_fit);
    std::vector<std::size_t> next{0}, next_option{0};
    for (std::size_t rank = 0; rank < people; ++rank) {
        auto const list = demand.of(rank);
        if (list.empty())
            continue;
        auto& group = number[root(list.front())];
        if (group == no_fit) {
            group = static_cast<std::uint32_t>(next.size() - 1);
            next.push_back(0);
            next_option.push_back(0);
        }
        group_of[rank] = group;
        ++next[group + 1];
        next_option[group + 1] += list.size();
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::partial_sum(next_option.begin(), next_option.end(), next_option.begin());
    found.first = next;
    found.people.resize(next.back());
    found.kinds.resize(next_option.back());
    for (std::uint32_t rank = 0; rank < people; ++rank) {
        auto const group = group_of[rank];
        if (group == no_fit)
            continue;
        auto const list = demand.of(rank);
        found.people[next[group]++] = {.rank = rank,
                                       .tier = demand.tier[rank],
                                       .length = static_cast<std::uint32_t>(list.size()),
                                       .first = next_option[group]};
        std::copy(list.begin(), list.end(),
                  found.kinds.begin() + static_cast<std::ptrdiff_t>(next_option[group]));
        next_option[group] += list.size();
    }
    return found;
}

/// Those of one tier with the same list, as one.
struct unit
{
    std::uint32_t hash = 0;
    std::uint32_t tier = 0;
    std::uint32_t people = 0;
    std::uint32_t length = 0;
    std::size_t first = 0; ///< where its list begins
};

std::uint32_t hash_of(std::span<std::uint32_t const> list, std::uint32_t tier)
{
    std::uint64_t hash = tier + 1;
    for (auto const kind : list)
        hash = (std::rotl(hash, 5) ^ kind) * 0x9e3779b97f4a7c15U;
    return static_cast<std::uint32_t>(hash >> 32);
}

/// One group of kinds at a time; what is needed for it is kept from one to the next.
class fitting
{
public:
    fitting(fit_demand const& demand, groups const& all, std::size_t people_a_unit)
        : demand_(demand)
        , all_(all)
        , people_a_unit_(people_a_unit)
        , number_(demand.seats.size(), no_fit)
        , kind_of_(demand.tier.size(), no_fit)
    {}

    void fit(std::size_t group)
    {
        auto const people = std::span{all_.people}.subspan(
            all_.first[group], all_.first[group + 1] - all_.first[group]);
        find_units(people);
        fit_network network(seats_);
        network.reserve(lists_.size());
        if (units_.size() <= people.size() / people_a_unit_)
            add_units(network);
        else
            add_people(network);
        deal(people);
        for (auto const kind : kinds_)
            number_[kind] = no_fit;
    }

    [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(kind_of_); }

private:
    void find_units(std::span<person_in_group const> people)
    {
        units_.clear();
        lists_.clear();
        kinds_.clear();
        seats_.clear();
        unit_of_.resize(people.size());
        slots_.assign(std::bit_ceil(2 * people.size()), no_fit);
        auto const mask = slots_.size() - 1;
        for (std::size_t i = 0; i < people.size(); ++i) {
            auto const tier = people[i].tier;
            auto const list = std::span{all_.kinds}.subspan(people[i].first, people[i].length);
            auto const hash = hash_of(list, tier);
            auto at = hash & mask;
            while (slots_[at] != no_fit && !is_of(units_[slots_[at]], hash, tier, list))
                at = (at + 1) & mask;
            if (slots_[at] == no_fit) {
                slots_[at] = static_cast<std::uint32_t>(units_.size());
                add_unit(hash, tier, list);
            }
            unit_of_[i] = slots_[at];
            ++units_[slots_[at]].people;
        }
        placed_.assign(lists_.size(), 0);
    }

    [[nodiscard]] bool is_of(unit const& one, std::uint32_t hash, std::uint32_t tier,
                             std::span<std::uint32_t const> list) const
    {
        return one.hash == hash && one.tier == tier && one.length == list.size()
               && std::equal(list.begin(), list.end(), list_of(one).begin(),
                             [&](auto kind, auto number) { return kind == kinds_[number]; });
    }

    /// Kinds get the numbers of a network in the order in which people name them.
    void add_unit(std::uint32_t hash, std::uint32_t tier, std::span<std::uint32_t const> list)
    {
        units_.push_back({.hash = hash,
                          .tier = tier,
                          .length = static_cast<std::uint32_t>(list.size()),
                          .first = lists_.size()});
        for (auto const kind : list) {
            if (number_[kind] == no_fit) {
                number_[kind] = static_cast<std::uint32_t>(kinds_.size());
                kinds_.push_back(kind);
                seats_.push_back(demand_.seats[kind]);
            }
            lists_.push_back(number_[kind]);
        }
    }

    [[nodiscard]] std::span<std::uint32_t const> list_of(unit const& one) const
    {
        return std::span{lists_}.subspan(one.first, one.length);
    }

    void add_units(fit_network& network)
    {
        for (auto const& one : units_)
            network.add(list_of(one), one.tier, one.people);
        for (std::size_t option = 0; option < placed_.size(); ++option)
            placed_[option] = network.placed(option);
    }

    void add_people(fit_network& network)
    {
        for (auto const at : unit_of_)
            network.add(list_of(units_[at]), units_[at].tier);
        std::size_t option = 0;
        for (auto const at : unit_of_)
            for (std::size_t i = 0; i < units_[at].length; ++i)
                placed_[units_[at].first + i] += network.placed(option++);
    }

    /// Within a unit who comes first gets the better.
    void deal(std::span<person_in_group const> people)
    {
        for (std::size_t i = 0; i < people.size(); ++i) {
            auto& one = units_[unit_of_[i]];
            for (; one.length > 0 && placed_[one.first] == 0; ++one.first)
                --one.length;
            if (one.length == 0)
                continue;
            --placed_[one.first];
            kind_of_[people[i].rank] = kinds_[lists_[one.first]];
        }
    }

    fit_demand const& demand_;
    groups const& all_;
    std::size_t people_a_unit_;
    std::vector<std::uint32_t> number_; ///< by kind, in the network of its group
    std::vector<std::uint32_t> kind_of_;

    // Of one group.
    std::vector<unit> units_;
    std::vector<std::uint32_t> unit_of_; ///< by position among its people
    std::vector<std::uint32_t> slots_;   ///< by hash: a unit
    std::vector<std::uint32_t> lists_;   ///< of the units, in numbers
    std::vector<std::uint32_t> placed_;  ///< as many: people
    std::vector<std::uint32_t> kinds_;   ///< by number
    std::vector<std::int64_t> seats_;    ///< by number
};

} // namespace

std::vector<std::uint32_t> best_fit(fit_demand const& demand, std::size_t people_a_unit)
{
    BOOST_ASSERT(demand.first.size() == demand.tier.size() + 1 && demand.tier.size() < no_fit);
    BOOST_ASSERT(std::is_sorted(demand.tier.begin(), demand.tier.end()));
    auto const all = connected(demand);
    fitting one_by_one(demand, all, people_a_unit);
    for (std::size_t group = 0; group + 1 < all.first.size(); ++group)
        one_by_one.fit(group);
    return one_by_one.take();
}

} // namespace finsam
