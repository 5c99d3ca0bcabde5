// SPDX-License-Identifier: BSL-1.0
#include "lemon.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace finsam::bench {

bool has_lemon()
{
    return true;
}

// From everyone one unit flows to the end: through a kind of place, or at once if they wait.
std::int64_t lemon_greatest_sum(weighted_lists const& all)
{
    using graph = lemon::SmartDigraph;
    auto const people = all.first.size() - 1;
    graph net;
    net.reserveNode(static_cast<int>(people + all.seats.size() + 1));
    net.reserveArc(static_cast<int>(all.kinds.size() + people + all.seats.size()));
    std::vector<graph::Node> persons, kinds;
    for (std::size_t i = 0; i < people; ++i)
        persons.push_back(net.addNode());
    for (std::size_t i = 0; i < all.seats.size(); ++i)
        kinds.push_back(net.addNode());
    auto const end = net.addNode();

    graph::ArcMap<std::int64_t> upper(net), cost(net);
    auto const add = [&](graph::Node from, graph::Node to, std::int64_t most, std::int64_t price) {
        auto const arc = net.addArc(from, to);
        upper[arc] = most;
        cost[arc] = price;
    };
    for (std::size_t i = 0; i < people; ++i) {
        for (auto at = all.first[i]; at < all.first[i + 1]; ++at)
            add(persons[i], kinds[all.kinds[at]], 1, -all.weights[at]);
        add(persons[i], end, 1, 0);
    }
    for (std::size_t i = 0; i < all.seats.size(); ++i)
        add(kinds[i], end, all.seats[i], 0);
    graph::NodeMap<std::int64_t> supply(net, 0);
    for (auto const one : persons)
        supply[one] = 1;
    supply[end] = -static_cast<std::int64_t>(people);

    lemon::NetworkSimplex<graph, std::int64_t, std::int64_t> simplex(net);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply);
    if (simplex.run() != decltype(simplex)::OPTIMAL)
        return -1;
    return -simplex.totalCost<std::int64_t>();
}

} // namespace finsam::bench
