// SPDX-License-Identifier: BSL-1.0
#include "rules/check_leaf.hpp"
#include "rules/checking.hpp"

#include <utility>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// The level of a rule's, a needs group's or an intervention's criterion; the document is level 1.
constexpr int first_level = 4;
constexpr int last_level = 256;

/// Walks one criterion in document order.
///
/// Recursion is no deeper than a document may be.
class walk
{
public:
    walk(state& in, body& out)
        : in_(in)
        , out_(out)
    {}

    void visit(criterion const& one, std::string const& at, int level)
    {
        if (level > last_level) {
            in_.tell(too_deep, at, "nesting is deeper than 256", "name a part of it as a rule");
            in_.uses_are_hidden = true;
            return;
        }
        check_text(in_, one.label, under(at, "label"));
        std::visit([&](auto const& form) { visit_form(form, at, level); }, one.form);
    }

private:
    void visit_form(leaf const& form, std::string const& at, int)
    {
        check_leaf(in_, out_, form, at);
    }

    void visit_form(rule_reference const& form, std::string const& at, int)
    {
        auto pointer = under(at, "rule");
        in_.resolve(in_.rules, form.rule, pointer);
        out_.rules.push_back({form.rule, std::move(pointer)});
    }

    void visit_form(group const& form, std::string const& at, int level)
    {
        auto pointer = under(at, detail::name_of(form.quantifier));
        bool const counts = form.quantifier == quantifier::at_least_of;
        if (counts) {
            check_number(in_, out_, form.count, under(pointer, "count"), limits_of_count);
            pointer += "/of";
        } else if (form.count != amount{}) {
            in_.tell(unknown_key, under(at, "count"), "`count` cannot stand here",
                     "only `at_least_of` has a count");
        }
        auto const below = level + (counts ? 3 : 2);
        for (std::size_t i = 0; i < form.of.size(); ++i)
            visit(form.of[i], under(pointer, i), below);
    }

    state& in_;
    body& out_;
};

template<class T>
body read_body(state& in, T const& one, std::string const& pointer)
{
    body out;
    if (one.rule) {
        auto at = under(pointer, "rule");
        in.resolve(in.rules, *one.rule, at);
        out.rules.push_back({*one.rule, std::move(at)});
    }
    if (one.when)
        walk(in, out).visit(*one.when, under(pointer, "when"), first_level);
    return out;
}

} // namespace

void check_criteria(state& in)
{
    auto const& agreed = in.agreed;
    for (std::size_t i = 0; i < agreed.rules.size(); ++i)
        walk(in, in.rule_bodies.emplace_back())
            .visit(agreed.rules[i].when, under("/rules", i, "when"), first_level);
    for (std::size_t i = 0; i < agreed.needs_groups.size(); ++i)
        in.group_bodies.push_back(read_body(in, agreed.needs_groups[i], under("/needs_groups", i)));
    for (std::size_t i = 0; i < agreed.interventions.size(); ++i)
        in.intervention_bodies.push_back(
            read_body(in, agreed.interventions[i], under("/interventions", i)));
}

} // namespace finsam::checking
