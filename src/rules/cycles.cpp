// SPDX-License-Identifier: BSL-1.0
#include "rules/cycles.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>

namespace finsam::checking {

namespace {

using positions = std::vector<std::size_t>;

/// The number of a reference rides on its edge; Boost's walks have a stack of their own, so that
/// chains may be long.
using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_index_t, std::size_t>>;

graph graph_of(std::size_t things, std::span<reference const> references, positions const& chosen)
{
    graph all(things);
    for (auto const i : chosen)
        boost::add_edge(references[i].from, references[i].to, i, all);
    return all;
}

/// The references that lead back to something on the way walked to them.
positions back_references(graph const& all)
{
    struct collect : boost::default_dfs_visitor
    {
        explicit collect(positions& found)
            : into(&found)
        {}
        void back_edge(graph::edge_descriptor const& one, graph const& in) const
        {
            into->push_back(boost::get(boost::edge_index, in, one));
        }
        positions* into;
    };
    positions found;
    boost::depth_first_search(all, boost::visitor(collect{found}));
    return found;
}

/// Per thing the number of its part: two things of a part reach each other.
positions parts_of(graph const& all)
{
    positions parts(boost::num_vertices(all));
    boost::strong_components(all, boost::make_iterator_property_map(
                                      parts.begin(), boost::get(boost::vertex_index, all)));
    return parts;
}

/// Numbers the things of one part from 0, so that a part is tried without a look at the others.
struct part
{
    positions things{};
    std::vector<reference> references{};
    positions original{}; ///< number of each reference among all

    [[nodiscard]] bool is_circular_without(std::size_t left_out) const
    {
        positions kept;
        for (std::size_t i = 0; i < references.size(); ++i)
            if (i != left_out)
                kept.push_back(i);
        return !back_references(graph_of(things.size(), references, kept)).empty();
    }
};

/// The one reference that every circle of the part goes through, if there is one.
///
/// Where several references close circles it is none of them: each closes one of its own.
positions common_reference(part const& among, positions const& closing)
{
    constexpr std::size_t most_steps = 4'000'000;
    if (among.references.size() * among.references.size() > most_steps)
        return closing;
    for (std::size_t i = 0; i < among.references.size(); ++i)
        if (!among.is_circular_without(i))
            return {among.original[i]};
    return closing;
}

} // namespace

std::vector<std::size_t> closing_references(std::size_t things,
                                            std::span<reference const> references)
{
    positions all(references.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    auto const whole = graph_of(things, references, all);
    auto const closing = back_references(whole);
    if (closing.size() < 2)
        return closing;

    auto const parts = parts_of(whole);
    std::vector<part> split(things);
    positions seat(things);
    for (std::size_t i = 0; i < things; ++i) {
        seat[i] = split[parts[i]].things.size();
        split[parts[i]].things.push_back(i);
    }
    for (auto const i : all) {
        auto const [from, to] = references[i];
        if (parts[from] != parts[to])
            continue;
        split[parts[from]].references.push_back({seat[from], seat[to]});
        split[parts[from]].original.push_back(i);
    }
    std::vector<positions> closing_of(things);
    for (auto const i : closing)
        closing_of[parts[references[i].from]].push_back(i);

    positions told;
    for (std::size_t i = 0; i < things; ++i) {
        auto const& here = closing_of[i];
        auto const kept = here.size() < 2 ? here : common_reference(split[i], here);
        told.insert(told.end(), kept.begin(), kept.end());
    }
    std::ranges::sort(told);
    return told;
}

} // namespace finsam::checking
