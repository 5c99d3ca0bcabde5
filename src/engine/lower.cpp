// SPDX-License-Identifier: BSL-1.0
#include "lower.hpp"

#include "leaf_test.hpp"
#include "rules/constants.hpp"
#include "rules/municipalities_served.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace finsam {
namespace {

/// The ids of the rules that a criterion names, in document order.
void collect_rules(criterion const& from, std::vector<std::string_view>& into)
{
    if (auto const* reference = std::get_if<rule_reference>(&from.form))
        into.push_back(reference->rule);
    else if (auto const* several = std::get_if<group>(&from.form))
        for (auto const& one : several->of)
            collect_rules(one, into);
}

std::optional<std::string> told_at(std::optional<citation> const& cite)
{
    return cite ? std::optional{told(*cite)} : std::nullopt;
}

class lowering
{
public:
    lowering(plan const& agreed, schema const& vocabulary, date as_of)
        : plan_(agreed)
        , schema_(vocabulary)
        , as_of_(as_of)
    {
        for (std::size_t i = 0; i < schema_.columns.size(); ++i)
            columns_.emplace(schema_.columns[i].name, static_cast<std::uint32_t>(i));
        for (std::size_t i = 0; i < plan_.rules.size(); ++i)
            if (in_force(plan_.rules[i].period, as_of_))
                rules_.emplace(plan_.rules[i].id, i);
        for (auto const& one : plan_.parameters)
            parameters_.emplace(one.id, &one);
    }

    [[nodiscard]] program run()
    {
        for (std::size_t i = 0; i < plan_.needs_groups.size(); ++i) {
            auto const& one = plan_.needs_groups[i];
            if (!in_force(one.period, as_of_))
                continue;
            auto const at = "/needs_groups/" + std::to_string(i);
            auto const rule = rule_or_criterion(one.rule, one.when, at);
            lowered_.needs_groups.push_back(
                {static_cast<std::uint32_t>(i), parent(node_kind::rule, {rule}, at, one.cite)});
        }
        for (std::size_t i = 0; i < plan_.interventions.size(); ++i) {
            auto const& one = plan_.interventions[i];
            if (one.kind != intervention_kind::individual || !in_force(one.period, as_of_))
                continue;
            auto const at = "/interventions/" + std::to_string(i);
            std::vector<std::uint32_t> parts{served_here(one, at)};
            if (!one.requires_completed.empty())
                parts.push_back(completed_before(one, at));
            parts.push_back(rule_or_criterion(one.rule, one.when, at));
            lowered_.interventions.push_back(
                {static_cast<std::uint32_t>(i), parent(node_kind::all_of, parts, at, one.cite)});
        }
        return std::move(lowered_);
    }

private:
    std::uint32_t add(node one, written_criterion from)
    {
        lowered_.nodes.push_back(one);
        lowered_.written.push_back(std::move(from));
        return static_cast<std::uint32_t>(lowered_.nodes.size() - 1);
    }

    std::uint32_t parent(node_kind kind, std::vector<std::uint32_t> const& children, std::string at,
                         std::optional<citation> const& cite)
    {
        node const one{.kind = kind,
                       .first = static_cast<std::uint32_t>(lowered_.children.size()),
                       .count = static_cast<std::uint32_t>(children.size())};
        lowered_.children.insert(lowered_.children.end(), children.begin(), children.end());
        return add(one, {.at = std::move(at), .cite = told_at(cite)});
    }

    std::uint32_t add_leaf(test asked, std::string at, leaf written, criterion const* from)
    {
        auto const next = static_cast<std::uint32_t>(lowered_.tests.size());
        auto const [known, is_new] = tests_.emplace(asked, next);
        if (is_new)
            lowered_.tests.push_back(std::move(asked));
        written_criterion here{.at = std::move(at), .asked = std::move(written)};
        if (from != nullptr) {
            here.cite = told_at(from->cite);
            here.label = from->label;
        }
        return add({.kind = node_kind::leaf, .test = known->second}, std::move(here));
    }

    std::uint32_t served_here(intervention const& one, std::string const& at)
    {
        auto served = municipalities_served(plan_, one);
        test asked{.column = municipality_column, .kind = test_kind::one_of_codes, .codes = served};
        return add_leaf(std::move(asked), at + "/places",
                        {"municipality", comparator::one_of, std::move(served)}, nullptr);
    }

    std::uint32_t completed_before(intervention const& one, std::string const& at)
    {
        test asked{.column = completed_column,
                   .kind = test_kind::contains_all,
                   .members =
                       members_of(schema_.columns[completed_column], one.requires_completed)};
        return add_leaf(std::move(asked), at + "/requires_completed",
                        {"completed", comparator::contains_all, one.requires_completed}, nullptr);
    }

    std::uint32_t rule_or_criterion(std::optional<std::string> const& rule,
                                    std::optional<criterion> const& when, std::string const& at)
    {
        if (rule)
            return rule_node(*rule);
        BOOST_ASSERT(when);
        std::vector<std::string_view> named;
        collect_rules(*when, named);
        for (auto const id : named)
            (void)rule_node(id);
        return lower(*when, at + "/when");
    }

    /// The node of a rule, lowering it and what it names first. The stack is explicit because
    /// chains of rules may be longer than the machine's stack is deep.
    std::uint32_t rule_node(std::string_view id)
    {
        std::vector<std::string_view> open{id}, named;
        while (!open.empty()) {
            auto const top = open.back();
            auto const position = rules_.at(top);
            if (rule_nodes_.contains(position)) {
                open.pop_back();
                continue;
            }
            auto const& rule = plan_.rules[position];
            named.clear();
            collect_rules(rule.when, named);
            std::erase_if(named, [&](auto one) { return rule_nodes_.contains(rules_.at(one)); });
            if (!named.empty()) {
                open.insert(open.end(), named.begin(), named.end());
                continue;
            }
            auto const at = "/rules/" + std::to_string(position);
            auto const when = lower(rule.when, at + "/when");
            rule_nodes_.emplace(position, parent(node_kind::rule, {when}, at, rule.cite));
            open.pop_back();
        }
        return rule_nodes_.at(rules_.at(id));
    }

    /// Precondition: the rules that it names are lowered.
    std::uint32_t lower(criterion const& from, std::string const& at)
    {
        if (auto const* reference = std::get_if<rule_reference>(&from.form))
            return parent(node_kind::rule, {rule_nodes_.at(rules_.at(reference->rule))}, at,
                          from.cite);
        if (auto const* several = std::get_if<group>(&from.form))
            return lower(*several, from, at);
        auto const written = in_numbers(std::get<leaf>(from.form),
                                        [&](amount const& number) { return resolve(number); });
        auto const column = columns_.at(written.fact);
        return add_leaf(test_of(written, column, schema_.columns[column], as_of_), at, written,
                        &from);
    }

    std::uint32_t lower(group const& several, criterion const& from, std::string const& at)
    {
        std::string below = at;
        node_kind kind{};
        std::int64_t needed = 0;
        switch (several.quantifier) {
        case quantifier::all_of:
            kind = node_kind::all_of;
            below += "/all_of/";
            break;
        case quantifier::any_of:
            kind = node_kind::any_of;
            below += "/any_of/";
            break;
        case quantifier::none_of:
            kind = node_kind::none_of;
            below += "/none_of/";
            break;
        case quantifier::at_least_of:
            kind = node_kind::at_least_of;
            needed = resolve(several.count);
            below += "/at_least_of/of/";
            break;
        }
        std::vector<std::uint32_t> children;
        for (std::size_t i = 0; i < several.of.size(); ++i)
            children.push_back(lower(several.of[i], below + std::to_string(i)));
        auto const made = parent(kind, children, at, from.cite);
        auto const most = std::int64_t{lowered_.nodes[made].count} + 1;
        lowered_.nodes[made].at_least =
            static_cast<std::uint32_t>(std::clamp(needed, std::int64_t{0}, most));
        return made;
    }

    [[nodiscard]] std::int64_t resolve(amount const& number) const
    {
        if (auto const* plain = std::get_if<std::int64_t>(&number))
            return *plain;
        auto const* value =
            value_on(*parameters_.at(std::get<parameter_reference>(number).parameter), as_of_);
        BOOST_ASSERT(value != nullptr);
        return value->value;
    }

    plan const& plan_;
    schema const& schema_;
    date as_of_;
    std::unordered_map<std::string_view, std::uint32_t> columns_;
    std::unordered_map<std::string_view, std::size_t> rules_; // versions in force
    std::unordered_map<std::string_view, parameter const*> parameters_;
    std::unordered_map<std::size_t, std::uint32_t> rule_nodes_;
    std::map<test, std::uint32_t> tests_;
    program lowered_;
};

} // namespace

program lower(plan const& agreed, schema const& vocabulary, date as_of)
{
    return lowering(agreed, vocabulary, as_of).run();
}

} // namespace finsam
