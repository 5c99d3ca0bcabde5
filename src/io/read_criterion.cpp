// SPDX-License-Identifier: BSL-1.0
#include "io/declared_facts.hpp"
#include "io/described_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace finsam::io {

namespace {

constexpr auto comparators = detail::names_of<comparator>();

bool is_form(std::string_view key)
{
    return std::ranges::find(criterion_forms, key) != std::end(criterion_forms);
}

/// All of them: a list cut short would leave out those of dates.
std::string all_comparators()
{
    std::string text;
    for (auto const name : comparators)
        text += (text.empty() ? "" : ", ") + in_backticks(name);
    return text;
}

/// What is told of a constant that cannot be read where no such constant would have fitted.
std::optional<checking::misfit> misfit_of(node const& at, comparator compare,
                                          checking::asked const& fact)
{
    bool const is_number = at.kind == json_kind::number;
    if (!is_number && (at.kind != json_kind::array || checking::fits(fact, compare)))
        return {};
    return checking::misfit_of(fact, compare, amount{});
}

void read_leaf(reader& in, node const& at, place const& here, expected_keys& keys, leaf& out)
{
    if (auto const* fact = keys.take("fact", presence::required))
        read(in, *fact, here.member("fact"), out.fact);
    auto const* const about = in.facts ? in.facts->find(out.fact, in.broken) : nullptr;
    std::optional<comparator> compare;
    for (auto const& [key, offset, value] : at.members) {
        auto const named = detail::value_named<comparator>(key);
        if (!named)
            continue;
        keys.take(key, presence::optional);
        auto const there = here.member(key);
        if (compare) {
            in.complain(diagnostic_code::wrong_kind, value.offset, there,
                        in_backticks(key) + " is a second comparator", "a criterion has one");
            continue;
        }
        compare = out.compare = *named;
        auto const found = in.found.size(), broken = in.broken.size();
        read_constant(in, value, there, *named, about, out.value);
        if (!about || in.found.size() == found)
            continue;
        if (auto told = misfit_of(value, *named, *about)) {
            in.found.resize(found);
            in.broken.resize(broken);
            in.complain(diagnostic_code::wrong_kind, value.offset, there, std::move(told->message),
                        std::move(told->hint));
        }
    }
    if (compare)
        return;
    keys.need_one_of(comparators, "no comparator says what the fact is compared with",
                     "the comparators are " + all_comparators(), stand_in::unknown_key);
    in.broken.push_back(to_pointer(here));
}

void read_group(reader& in, node const& at, place const& here, quantifier how, group& out)
{
    out.quantifier = how;
    if (how != quantifier::at_least_of)
        return read(in, at, here, out.of);
    if (at.kind != json_kind::object)
        return in.wrong_type(at, here, wanted::counted);
    expected_keys keys(in, at, here);
    if (auto const* count = keys.take("count", presence::required))
        read(in, *count, here.member("count"), out.count);
    if (auto const* of = keys.take("of", presence::required))
        read(in, *of, here.member("of"), out.of);
    keys.report();
}

/// The form by the first key that says it; a comparator alone means a leaf.
std::string_view form_of(node const& at)
{
    for (auto const& one : at.members)
        if (is_form(one.key))
            return one.key;
    for (auto const& one : at.members)
        if (detail::value_named<comparator>(one.key))
            return "fact";
    return {};
}

/// Another form beside the first, or a comparator that is not in a leaf.
void refuse_others(node const& at, std::string_view form, expected_keys& keys)
{
    for (auto const& one : at.members) {
        if (one.key == form)
            continue;
        if (is_form(one.key) || (form != "fact" && detail::value_named<comparator>(one.key)))
            keys.refuse(one.key, in_backticks(one.key) + " stands beside " + in_backticks(form),
                        "a criterion has one form; `all_of` joins several");
    }
}

} // namespace

void read(reader& in, node const& at, place const& here, criterion& out)
{
    if (at.kind != json_kind::object)
        return in.wrong_type(at, here, wanted::criterion);
    expected_keys keys(in, at, here);
    auto const form = form_of(at);
    if (form.empty()) {
        keys.need_one_of(
            criterion_forms, "this is no criterion",
            "it has one of `fact`, `rule`, `all_of`, `any_of`, `none_of`, `at_least_of`",
            stand_in::unknown_key);
        in.broken.push_back(to_pointer(here));
    } else if (form == "fact") {
        read_leaf(in, at, here, keys, out.form.emplace<leaf>());
    } else {
        auto const* value = keys.take(form, presence::required);
        auto const there = here.member(form);
        if (form == "rule")
            read(in, *value, there, out.form.emplace<rule_reference>().rule);
        else
            read_group(in, *value, there, *detail::value_named<quantifier>(form),
                       out.form.emplace<group>());
    }
    if (!form.empty())
        refuse_others(at, form, keys);
    if (auto const* label = keys.take("label", presence::optional))
        read(in, *label, here.member("label"), out.label);
    if (auto const* cite = keys.take("cite", presence::optional))
        read(in, *cite, here.member("cite"), out.cite);
    keys.report();
}

} // namespace finsam::io
