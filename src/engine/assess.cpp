// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>

#include "answering.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <utility>

namespace finsam {
namespace {

/// Whether a child with this answer decided its parent's.
bool decides(node_kind kind, truth parent, truth child)
{
    switch (kind) {
    case node_kind::leaf:
    case node_kind::rule:
        return true;
    case node_kind::all_of:
        return child == parent;
    case node_kind::any_of:
        return child == parent;
    case node_kind::none_of:
        return child == !parent;
    case node_kind::at_least_of:
        return child == parent;
    }
    return false;
}

/// Follows the children that decided, from a question's root down to the leaves.
class decisive_walk
{
public:
    decisive_walk(engine const& compiled, person const& someone, std::vector<truth> const& answers)
        : compiled_(compiled)
        , someone_(someone)
        , answers_(answers)
        , seen_(answers.size())
    {}

    /// A leaf or rule reached a second time has been told already: what it leads to depends on its
    /// answer alone. That keeps the walk linear in the program, and an explicit stack keeps long
    /// chains of rules off the machine's.
    [[nodiscard]] std::vector<reason> operator()(std::uint32_t root)
    {
        auto const& lowered = compiled_.lowered();
        std::vector<reason> told;
        touched_.clear();
        std::vector<step> open{{root, nullptr}};
        while (!open.empty()) {
            auto const [at, above] = open.back();
            open.pop_back();
            if (seen_[at])
                continue;
            seen_[at] = true;
            touched_.push_back(at);
            auto const& here = lowered.nodes[at];
            auto const* cite = here.cite ? &*here.cite : above;
            if (here.kind == node_kind::leaf) {
                auto const column = lowered.tests[here.test].column;
                told.push_back(
                    {.at = here.at,
                     .fact = compiled_.facts().columns[column].name,
                     .state = someone_.facts[column].state,
                     .answer = answers_[at],
                     .cite = cite != nullptr ? std::optional{finsam::told(*cite)} : std::nullopt,
                     .node = at});
                continue;
            }
            for (std::uint32_t k = here.count; k > 0; --k) // last first: the stack turns them round
                if (auto const child = lowered.children[here.first + k - 1];
                    decides(here.kind, answers_[at], answers_[child]))
                    open.push_back({child, cite});
        }
        for (auto const at : touched_)
            seen_[at] = false;
        return told;
    }

private:
    struct step
    {
        std::uint32_t node;
        citation const* above; // the nearest citation on the way walked
    };

    engine const& compiled_;
    person const& someone_;
    std::vector<truth> const& answers_;
    std::vector<bool> seen_;
    std::vector<std::uint32_t> touched_;
};

answer answer_to(engine const& compiled, std::string id, truth given, std::vector<reason> reasons)
{
    answer one{.id = std::move(id), .answer = given, .reasons = std::move(reasons)};
    if (given != truth::unknown)
        return one;
    auto const& lowered = compiled.lowered();
    std::vector<std::size_t> missing, withheld;
    for (auto const& why : one.reasons)
        (why.state == fact_state::withheld ? withheld : missing)
            .push_back(lowered.tests[lowered.nodes[why.node].test].column);
    auto const names = [&](std::vector<std::size_t>& columns, std::vector<std::string>& into) {
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
        for (auto const column : columns)
            into.push_back(compiled.facts().columns[column].name);
    };
    names(missing, one.missing);
    names(withheld, one.withheld);
    return one;
}

} // namespace

assessment assess(engine const& compiled, person const& someone)
{
    BOOST_ASSERT(someone.facts.size() == compiled.facts().columns.size());
    auto const nodes = answers_about(compiled.lowered(), someone);
    decisive_walk walk(compiled, someone, nodes);
    assessment all{.person = someone.id, .as_of = compiled.as_of()};
    auto const lower = [](std::optional<std::int64_t>& tier, std::int64_t priority) {
        if (!tier || priority < *tier)
            tier = priority;
    };
    for (auto const [index, root] : compiled.needs_groups()) {
        auto const& group = compiled.agreed().needs_groups[index];
        all.needs_groups.push_back(answer_to(compiled, group.id, nodes[root], walk(root)));
        if (nodes[root] == truth::yes)
            lower(all.tier, group.priority);
        if (nodes[root] != truth::no)
            lower(all.best_tier, group.priority);
    }
    for (auto const [index, root] : compiled.interventions())
        all.interventions.push_back(answer_to(compiled, compiled.agreed().interventions[index].id,
                                              nodes[root], walk(root)));
    return all;
}

std::vector<answer> assess_interventions(engine const& compiled, person const& someone,
                                         std::vector<std::size_t> const& positions)
{
    BOOST_ASSERT(someone.facts.size() == compiled.facts().columns.size());
    auto const nodes = answers_about(compiled.lowered(), someone);
    decisive_walk walk(compiled, someone, nodes);
    std::vector<answer> some;
    for (auto const position : positions) {
        auto const [index, root] = compiled.interventions()[position];
        some.push_back(answer_to(compiled, compiled.agreed().interventions[index].id, nodes[root],
                                 walk(root)));
    }
    return some;
}

answer assess_intervention(engine const& compiled, person const& someone, std::size_t position)
{
    return std::move(assess_interventions(compiled, someone, {position}).front());
}

} // namespace finsam
