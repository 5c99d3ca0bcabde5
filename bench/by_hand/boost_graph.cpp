// SPDX-License-Identifier: BSL-1.0
#include "boost_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

#include <algorithm>

namespace finsam::bench {

// From the beginning one unit flows through everyone to the end: through a kind of place, or at
// once if they wait. An arc costs what its weight falls short of the greatest, since no cost may be
// below nothing.
std::int64_t boost_graph_greatest_sum(weighted_lists const& all)
{
    using traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using arc = traits::edge_descriptor;
    struct flow
    {
        std::int64_t capacity = 0;
        std::int64_t residual = 0;
        std::int64_t cost = 0;
        arc reverse{};
    };
    using graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, flow>;

    auto const people = all.first.size() - 1;
    auto const most = *std::max_element(all.weights.begin(), all.weights.end());
    auto const begin = people + all.seats.size(), end = begin + 1;
    graph net(end + 1);
    auto const add = [&](std::size_t from, std::size_t to, std::int64_t capacity,
                         std::int64_t cost) {
        auto const there = boost::add_edge(from, to, net).first;
        auto const back = boost::add_edge(to, from, net).first;
        net[there] = {.capacity = capacity, .cost = cost, .reverse = back};
        net[back] = {.cost = -cost, .reverse = there};
    };
    for (std::size_t i = 0; i < people; ++i) {
        add(begin, i, 1, 0);
        for (auto at = all.first[i]; at < all.first[i + 1]; ++at)
            add(i, people + all.kinds[at], 1, most - all.weights[at]);
        add(i, end, 1, most);
    }
    for (std::size_t i = 0; i < all.seats.size(); ++i)
        add(people + i, end, all.seats[i], 0);

    boost::successive_shortest_path_nonnegative_weights(
        net, begin, end,
        boost::capacity_map(boost::get(&flow::capacity, net))
            .residual_capacity_map(boost::get(&flow::residual, net))
            .reverse_edge_map(boost::get(&flow::reverse, net))
            .weight_map(boost::get(&flow::cost, net)));
    std::int64_t cost = 0;
    for (auto [at, last] = boost::edges(net); at != last; ++at)
        if (auto const& one = net[*at]; one.capacity > 0)
            cost += one.cost * (one.capacity - one.residual);
    return most * static_cast<std::int64_t>(people) - cost;
}

} // namespace finsam::bench
