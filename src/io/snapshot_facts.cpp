// SPDX-License-Identifier: BSL-1.0
#include "io/snapshot_facts.hpp"

#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/siphash.hpp>

#include "io/snapshot_bytes.hpp"
#include "io/utf8.hpp"

#include <optional>

namespace finsam::io {
namespace {

// Any two keys, as long as they stay: nobody hides anything here.
constexpr detail::siphash_key one_key{'f', 'i', 'n', 's', 'a', 'm', '-', 'p',
                                      'e', 'o', 'p', 'l', 'e', '/', '1', 'a'};
constexpr detail::siphash_key another_key{'f', 'i', 'n', 's', 'a', 'm', '-', 'p',
                                          'e', 'o', 'p', 'l', 'e', '/', '1', 'b'};

/// What of the facts matters for meaning; the rest is left empty.
std::optional<schema> understood(std::string_view meaning)
{
    byte_reader in(meaning);
    bool readable = true;
    auto const text = [&] {
        auto const found = in.text();
        readable = readable && first_bad_utf8(found) == std::string_view::npos;
        return std::string(found);
    };
    schema facts;
    for (auto left = in.count(); left > 0; --left) {
        auto& one = facts.columns.emplace_back();
        one.name = text();
        auto const kind = detail::value_named<fact_kind>(in.text());
        if (!kind)
            return {};
        one.kind = *kind;
        one.ordered = in.number() != 0;
        if (in.number() != 0)
            one.holder = text();
        for (auto values = in.count(); values > 0; --values)
            one.values.push_back(text());
    }
    return in.at_end() && readable ? std::optional{std::move(facts)} : std::nullopt;
}

std::string difference_between(fact_declaration const& stored, fact_declaration const& plans)
{
    auto const name = detail::in_backticks(stored.name);
    if (stored.kind != plans.kind)
        return name + " is of another kind in the plan";
    if (stored.values != plans.values)
        return stored.name == "completed"
                   ? "the plan has other interventions, or has them in another order"
                   : name + " has other values in the plan";
    if (stored.ordered != plans.ordered)
        return "the values of " + name + (plans.ordered ? " are ordered" : " have no order")
               + " in the plan";
    if (stored.holder != plans.holder)
        return name + " has another holder in the plan";
    return {};
}

} // namespace

std::string meaning_of(schema const& vocabulary)
{
    byte_writer out;
    out.list(vocabulary.columns, [&](fact_declaration const& one) {
        out.text(one.name);
        out.text(detail::name_of(one.kind));
        out.number(one.ordered ? 1 : 0);
        out.number(one.holder ? 1 : 0);
        if (one.holder)
            out.text(*one.holder);
        out.list(one.values, [&](std::string const& value) { out.text(value); });
    });
    return std::move(out.bytes);
}

std::array<std::uint64_t, 2> digest_of(std::string_view meaning)
{
    return {detail::siphash_2_4(one_key, meaning), detail::siphash_2_4(another_key, meaning)};
}

std::string first_difference(std::string_view stored_meaning, schema const& plans)
{
    auto const stored = understood(stored_meaning);
    if (!stored)
        return {};
    for (auto const& one : stored->columns)
        if (!find_column(plans, one.name))
            return detail::in_backticks(one.name) + " is not a fact of the plan";
    for (auto const& one : plans.columns)
        if (!find_column(*stored, one.name))
            return "the plan's fact " + detail::in_backticks(one.name) + " is not in it";
    for (auto const& one : stored->columns)
        if (auto told = difference_between(one, plans.columns[*find_column(plans, one.name)]);
            !told.empty())
            return told;
    return "the plan has them in another order";
}

} // namespace finsam::io
