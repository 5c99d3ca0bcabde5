// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/rules/schema.hpp>

#include "rules/calendar.hpp"
#include "rules/checking.hpp"
#include "rules/leaf_values.hpp"
#include "rules/ways.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace finsam::checking {

/// When a criterion can be yes, and when it can be no.
struct outlook
{
    ways yes{};
    ways no{};
};

/// A rule, a needs group or an intervention, which is in force at some time of the plan's.
///
/// Shape: the nodes of its criterion are numbered in the order in which they are written, the
///        criterion itself first; after them comes the thing as a whole.
struct owner
{
    std::string pointer{};
    criterion const* when = nullptr;
    std::optional<std::size_t> rule{}; ///< number of the name it refers to instead
    body const* uses = nullptr;
    intervention const* offer = nullptr;
    period in_force{};
    std::size_t first = 0; ///< number of the first node
    std::size_t count = 0; ///< of nodes, itself included
};

/// The plan's period, cut where something comes into force or ends; or the one day it is checked
/// on.
[[nodiscard]] std::vector<days_in_a_row> stretches(state const& in);

/// Where the criteria of a group stand, but for their positions.
[[nodiscard]] std::string pointer_below(std::string_view pointer, group const& several);

/// Estimates for every node of a plan what can make it yes (möjliga svar).
///
/// Precondition: nothing in the plan is wrong.
class estimator
{
public:
    explicit estimator(state const& in);

    /// The rules first, by their positions; then needs groups and individual interventions.
    [[nodiscard]] std::vector<owner> const& owners() const { return owners_; }
    [[nodiscard]] std::size_t nodes() const { return nodes_; }

    /// From here on the node counts as if nothing were known about it: it has been told.
    void set_aside(std::size_t node) { is_aside_[node] = true; }

    /// Estimates the owners, and the rules that they need, on days between which nothing comes into
    /// force or ends. `found(node, outlook)` is called for each node.
    template<class Found>
    void estimate(std::vector<std::size_t> const& some, days_in_a_row days, Found const& found)
    {
        enter(days);
        for (auto const rule : needed_by(some))
            rules_[rule] = owner_outlook(owners_[rule], found);
        for (auto const one : some)
            if (one >= rules_.size())
                static_cast<void>(owner_outlook(owners_[one], found));
    }

    /// From here on only what is asked of the fact counts; with none, everything again.
    void look_only_at(std::optional<std::size_t> column) { only_ = column; }

    /// A leaf with its parameters replaced by the numbers that they are on the day.
    [[nodiscard]] leaf on_day(leaf const& asked, date day) const;
    [[nodiscard]] fact_declaration const& fact_of(leaf const& asked) const;

    /// Steps taken so far: what a limit can be set for without looking at the clock.
    [[nodiscard]] std::size_t steps() const { return steps_ + join_.steps(); }

private:
    void enter(days_in_a_row days);
    /// The rules that are needed, and those of `some` that are rules; each after what it needs.
    [[nodiscard]] std::vector<std::size_t> needed_by(std::vector<std::size_t> const& some) const;

    template<class Found>
    outlook owner_outlook(owner const& one, Found const& found)
    {
        join_.begin();
        auto next = one.first;
        auto seen = one.when ? node_outlook(*one.when, next, found) : rule_outlook(*one.rule);
        if (one.offer)
            seen = offered(*one.offer, std::move(seen));
        return settled(next, std::move(seen), found);
    }

    template<class Found>
    outlook node_outlook(criterion const& one, std::size_t& next, Found const& found)
    {
        auto const self = next++;
        if (auto const* asked = std::get_if<leaf>(&one.form))
            return settled(self, leaf_outlook(*asked), found);
        if (auto const* reference = std::get_if<rule_reference>(&one.form))
            return settled(self, rule_outlook(*in_.rules.find(reference->rule)), found);
        auto const& several = std::get<group>(one.form);
        std::vector<outlook> children;
        children.reserve(several.of.size());
        for (auto const& child : several.of)
            children.push_back(node_outlook(child, next, found));
        return settled(self, group_outlook(several, std::move(children)), found);
    }

    template<class Found>
    outlook settled(std::size_t node, outlook seen, Found const& found)
    {
        if (is_aside_[node])
            return {};
        steps_ += 1 + seen.yes.all.size() + seen.no.all.size();
        found(node, seen);
        return seen;
    }

    /// Whether what is asked of the fact counts.
    [[nodiscard]] bool counts(std::size_t column) const { return !only_ || *only_ == column; }
    [[nodiscard]] outlook leaf_outlook(leaf const& asked) const;
    [[nodiscard]] outlook rule_outlook(std::size_t name) const;
    [[nodiscard]] outlook group_outlook(group const& several, std::vector<outlook> children);
    /// Of being eligible for an intervention whose rule has the outlook.
    [[nodiscard]] outlook offered(intervention const& one, outlook rule);
    [[nodiscard]] std::int64_t number_on(amount const& number, date day) const;

    state const& in_;
    schema facts_;
    std::unordered_map<std::string_view, std::size_t> columns_;
    rule_calendar calendar_;
    std::vector<owner> owners_{};
    std::size_t nodes_ = 0;
    std::vector<bool> is_aside_{};

    days_in_a_row days_{};
    std::vector<std::optional<std::size_t>> current_{}; ///< version in force, per name of a rule
    std::vector<outlook> rules_{};                      ///< per position
    std::optional<std::size_t> only_{};                 ///< a fact, and the others may be anything
    joiner join_{};
    std::size_t steps_ = 0;
};

} // namespace finsam::checking
