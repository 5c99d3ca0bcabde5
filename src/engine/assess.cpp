// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/assessor.hpp>

#include "decisive_walk.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <utility>

namespace finsam {
namespace {

/// Tells what decided each answer about one person.
class explaining
{
public:
    explaining(engine const& compiled, person const& someone)
        : compiled_(compiled)
        , someone_(someone)
        , answers_(compiled)
        , walk_(compiled.lowered())
    {
        BOOST_ASSERT(someone.facts.size() == compiled.facts().columns.size());
        answers_.ask(someone);
    }

    [[nodiscard]] answer operator()(std::string const& id, std::uint32_t root)
    {
        auto const& lowered = compiled_.lowered();
        // Counted before they are made, so that the list is allocated once.
        leaves_.clear();
        walk_(answers_, root, [&](std::uint32_t leaf, std::string const* cite) {
            leaves_.push_back({leaf, cite});
            return true;
        });
        answer one{.id = id, .answer = answers_.at(root)};
        one.reasons.reserve(leaves_.size());
        missing_.clear();
        withheld_.clear();
        for (auto const [leaf, cite] : leaves_) {
            auto const column = lowered.tests[lowered.nodes[leaf].test].column;
            auto const state = someone_.facts[column].state;
            auto& why = one.reasons.emplace_back();
            why.at = lowered.written[leaf].at;
            why.fact = compiled_.facts().columns[column].name;
            why.state = state;
            why.answer = answers_.at(leaf);
            if (cite != nullptr)
                why.cite = *cite;
            why.node = leaf;
            if (one.answer == truth::unknown)
                (state == fact_state::withheld ? withheld_ : missing_).push_back(column);
        }
        name(missing_, one.missing);
        name(withheld_, one.withheld);
        return one;
    }

private:
    struct decisive_leaf
    {
        std::uint32_t leaf;
        std::string const* cite;
    };

    void name(std::vector<std::uint32_t>& columns, std::vector<std::string>& into) const
    {
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
        into.reserve(columns.size());
        for (auto const column : columns)
            into.push_back(compiled_.facts().columns[column].name);
    }

    engine const& compiled_;
    person const& someone_;
    assessor answers_;
    decisive_walk walk_;
    std::vector<decisive_leaf> leaves_;
    std::vector<std::uint32_t> missing_, withheld_; // columns
};

} // namespace

assessment assess(engine const& compiled, person const& someone)
{
    explaining explained(compiled, someone);
    assessment all{.person = someone.id, .as_of = compiled.as_of()};
    auto const lower = [](std::optional<std::int64_t>& tier, std::int64_t priority) {
        if (!tier || priority < *tier)
            tier = priority;
    };
    all.needs_groups.reserve(compiled.needs_groups().size());
    for (auto const [index, root] : compiled.needs_groups()) {
        auto const& group = compiled.agreed().needs_groups[index];
        auto const& one = all.needs_groups.emplace_back(explained(group.id, root));
        if (one.answer == truth::yes)
            lower(all.tier, group.priority);
        if (one.answer != truth::no)
            lower(all.best_tier, group.priority);
    }
    all.interventions.reserve(compiled.interventions().size());
    for (auto const [index, root] : compiled.interventions())
        all.interventions.push_back(explained(compiled.agreed().interventions[index].id, root));
    return all;
}

std::vector<answer> assess_interventions(engine const& compiled, person const& someone,
                                         std::vector<std::size_t> const& positions)
{
    explaining explained(compiled, someone);
    std::vector<answer> some;
    some.reserve(positions.size());
    for (auto const position : positions) {
        auto const [index, root] = compiled.interventions()[position];
        some.push_back(explained(compiled.agreed().interventions[index].id, root));
    }
    return some;
}

answer assess_intervention(engine const& compiled, person const& someone, std::size_t position)
{
    return std::move(assess_interventions(compiled, someone, {position}).front());
}

} // namespace finsam
