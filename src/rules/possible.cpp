// SPDX-License-Identifier: BSL-1.0
#include "rules/possible.hpp"

#include "rules/constants.hpp"
#include "rules/municipalities_served.hpp"

#include <algorithm>
#include <utility>

namespace finsam::checking {

namespace {

constexpr date last_day{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

date day_before(date day)
{
    return std::chrono::sys_days{day} - std::chrono::days{1};
}

std::size_t count_nodes(criterion const& one)
{
    std::size_t count = 1;
    if (auto const* several = std::get_if<group>(&one.form))
        for (auto const& child : several->of)
            count += count_nodes(child);
    return count;
}

} // namespace

std::vector<days_in_a_row> stretches(state const& in)
{
    if (in.as_of)
        return {{*in.as_of, *in.as_of}};
    auto const& whole = in.agreed.period;
    std::vector<days_in_a_row> all;
    for (auto const first : days_of_change(in.agreed)) {
        if (!all.empty())
            all.back().last = day_before(first);
        all.push_back({first, whole.to ? day_before(*whole.to) : last_day});
    }
    return all;
}

std::string pointer_below(std::string_view pointer, group const& several)
{
    auto const key = detail::name_of(several.quantifier);
    return several.quantifier == quantifier::at_least_of ? under(pointer, key, "of")
                                                         : under(pointer, key);
}

estimator::estimator(state const& in)
    : in_(in)
    , facts_(schema_of(in.agreed))
    , calendar_(in)
{
    for (std::size_t i = 0; i < facts_.columns.size(); ++i)
        columns_.emplace(facts_.columns[i].name, i);

    auto const& agreed = in.agreed;
    auto const add = [&](auto const& one, std::string pointer, body const& uses) {
        owner made{.pointer = std::move(pointer),
                   .uses = &uses,
                   .in_force = one.period.value_or(agreed.period),
                   .first = nodes_,
                   .count = 1};
        if constexpr (requires { one.rule; }) {
            if (one.rule)
                made.rule = in.rules.find(*one.rule);
            else
                made.when = &*one.when;
        } else {
            made.when = &one.when;
        }
        if (made.when)
            made.count += count_nodes(*made.when);
        nodes_ += made.count;
        owners_.push_back(std::move(made));
    };
    for (std::size_t i = 0; i < agreed.rules.size(); ++i)
        add(agreed.rules[i], under("/rules", i), in.rule_bodies[i]);
    rules_.resize(agreed.rules.size());
    for (std::size_t i = 0; i < agreed.needs_groups.size(); ++i)
        add(agreed.needs_groups[i], under("/needs_groups", i), in.group_bodies[i]);
    for (std::size_t i = 0; i < agreed.interventions.size(); ++i) {
        auto const& one = agreed.interventions[i];
        if (one.kind != intervention_kind::individual)
            continue;
        add(one, under("/interventions", i), in.intervention_bodies[i]);
        owners_.back().offer = &one;
    }
    is_aside_.resize(nodes_);
}

void estimator::enter(days_in_a_row days)
{
    days_ = days;
    current_ = calendar_.in_force_on(days.first);
}

std::vector<std::size_t> estimator::needed_by(std::vector<std::size_t> const& some) const
{
    enum class mark : std::uint8_t
    {
        unseen,
        open,
        done
    };
    std::vector<mark> marks(rules_.size());
    std::vector<std::size_t> order, open;
    auto const reach = [&](owner const& one) {
        for (auto const& use : one.uses->rules)
            if (auto const name = in_.rules.find(use.rule))
                if (auto const version = current_[*name];
                    version && marks[*version] == mark::unseen)
                    open.push_back(*version);
    };
    for (auto const one : some) {
        if (one < rules_.size())
            open.push_back(one);
        else
            reach(owners_[one]);
        // A stack of its own: rules may name each other in a long chain.
        while (!open.empty()) {
            auto const top = open.back();
            if (marks[top] == mark::unseen) {
                marks[top] = mark::open;
                reach(owners_[top]);
                continue;
            }
            open.pop_back();
            if (std::exchange(marks[top], mark::done) == mark::open)
                order.push_back(top);
        }
    }
    return order;
}

std::int64_t estimator::number_on(amount const& number, date day) const
{
    if (auto const* plain = std::get_if<std::int64_t>(&number))
        return *plain;
    auto const& name = std::get<parameter_reference>(number).parameter;
    auto const& values = in_.agreed.parameters[*in_.parameters.place_of(name)];
    auto const* value = value_on(values, day);
    // Where it is not in force yet, nobody needs it: its first value does as well as any.
    return value ? value->value : values.values.front().value;
}

leaf estimator::on_day(leaf const& asked, date day) const
{
    return in_numbers(asked, [&](amount const& number) { return number_on(number, day); });
}

fact_declaration const& estimator::fact_of(leaf const& asked) const
{
    return facts_.columns[columns_.at(asked.fact)];
}

outlook estimator::leaf_outlook(leaf const& asked) const
{
    auto const column = columns_.at(asked.fact);
    if (!counts(column))
        return {};
    auto const& fact = facts_.columns[column];
    auto const told = on_day(asked, days_.first);
    return {only(column, values_for_yes(told, fact, days_)),
            only(column, values_for_no(told, fact, days_))};
}

outlook estimator::rule_outlook(std::size_t name) const
{
    // A version that is not in force is told elsewhere, where somebody needs it.
    auto const version = current_[name];
    return version ? rules_[*version] : outlook{};
}

outlook estimator::group_outlook(group const& several, std::vector<outlook> children)
{
    std::vector<ways> yes, no;
    for (auto& one : children) {
        yes.push_back(std::move(one.yes));
        no.push_back(std::move(one.no));
    }
    switch (several.quantifier) {
    case quantifier::all_of:
        return {join_.all_of(std::move(yes)), join_.any_of(no)};
    case quantifier::any_of:
        return {join_.any_of(yes), join_.all_of(std::move(no))};
    case quantifier::none_of:
        return {join_.all_of(std::move(no)), join_.any_of(yes)};
    case quantifier::at_least_of: {
        auto const wanted = number_on(several.count, days_.first);
        auto const refusals = static_cast<std::int64_t>(children.size()) - wanted + 1;
        return {join_.at_least(wanted, std::move(yes)),
                wanted <= 0 ? ways::none() : join_.at_least(refusals, std::move(no))};
    }
    }
    return {};
}

outlook estimator::offered(intervention const& one, outlook rule)
{
    auto const served = municipalities_served(in_.agreed, one);
    std::vector<ways> needed;
    needed.push_back(std::move(rule.yes));
    if (counts(municipality_column))
        needed.push_back(
            only(municipality_column, code_set{.codes = {served.begin(), served.end()}}));
    if (!one.requires_completed.empty() && counts(completed_column))
        needed.push_back(
            only(completed_column, values_for_yes({.fact = "completed",
                                                   .compare = comparator::contains_all,
                                                   .value = one.requires_completed},
                                                  facts_.columns[completed_column], days_)));
    return {join_.all_of(std::move(needed)), {}};
}

} // namespace finsam::checking
