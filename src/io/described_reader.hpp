// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/model/plan.hpp>

#include "io/reader.hpp"
#include "io/shape.hpp"
#include "rules/kinds.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace finsam::io {

/// Reads a value of the document into a value of the model; what cannot be read keeps its default.
///
/// Errors: `unknown_key`, `missing_key`, `wrong_type`; `bad_value` for a date that does not exist,
///         a number beyond 64 bits or a word that is no name of a value; `wrong_kind` in criteria.
void read(reader& in, node const& at, place const& here, std::string& out);
void read(reader& in, node const& at, place const& here, bool& out);
void read(reader& in, node const& at, place const& here, std::int64_t& out);
void read(reader& in, node const& at, place const& here, date& out);
void read(reader& in, node const& at, place const& here, text& out);
void read(reader& in, node const& at, place const& here, citation& out);
void read(reader& in, node const& at, place const& here, amount& out);
void read(reader& in, node const& at, place const& here, criterion& out);

/// Reads what a leaf compares with; `at` is the value of its comparator, `fact` null if it is not
/// known which it is.
void read_constant(reader& in, node const& at, place const& here, comparator compare,
                   checking::asked const* fact, constant& out);

template<class T>
void read(reader& in, node const& at, place const& here, std::optional<T>& out)
{
    read(in, at, here, out.emplace());
}

template<class T>
void read(reader& in, node const& at, place const& here, std::vector<T>& out)
{
    if (at.kind != json_kind::array)
        return in.wrong_type(at, here, wanted::list);
    // An item that cannot be read keeps its seat, so that positions are those of the document.
    out.resize(at.items.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        read(in, at.items[i], here.item(i), out[i]);
}

template<detail::enumerated E>
void read(reader& in, node const& at, place const& here, E& out)
{
    if (at.kind != json_kind::string)
        return in.wrong_type(
            at, here,
            {wanted::text.what, "the values are " + detail::listed(detail::names_of<E>())});
    if (auto const value = detail::value_named<E>(at.text))
        out = *value;
    else
        in.bad_value(at, here, in_backticks(at.text) + " is no value of " + subject(here),
                     detail::hint_for(at.text, detail::names_of<E>(), "values"));
}

inline constexpr std::string_view rule_and_when[] = {"rule", "when"};

/// The later of `rule` and `when` where both are there, else empty.
[[nodiscard]] std::string_view second_of_rule_and_when(node const& object);

/// Reads the described members; the caller reports the keys.
template<detail::described_struct T>
void read_members(reader& in, node const& at, place const& here, expected_keys& keys, T& out)
{
    std::string_view why_refused, second;
    if constexpr (requires { shape<T>::why_refused; })
        why_refused = shape<T>::why_refused;
    if constexpr (has_rule_or_when<T>)
        second = second_of_rule_and_when(at);

    // While it is not known what kind of thing this is, no key is demanded or refused for it.
    bool kind_known = true;
    detail::for_each_member<T>([&](std::string_view key, auto pointer) {
        using type = std::remove_cvref_t<decltype(out.*pointer)>;
        auto wanted = presence_of<type>(out, key);
        if (!kind_known && shape<T>::of(out, key))
            wanted = presence::optional;
        if (key == second && wanted != presence::refused)
            return keys.refuse(key, "`rule` and `when` stand together", "leave one of them out");

        auto const before = in.found.size();
        auto const* value = keys.take(key, wanted, why_refused);
        if (value)
            read(in, *value, here.member(key), out.*pointer);
        if constexpr (detail::enumerated<type>)
            if (!value || in.found.size() > before)
                kind_known = false;
    });

    if constexpr (has_rule_or_when<T>)
        if (kind_known && !out.rule && !out.when && second.empty()
            && shape<T>::of(out, "rule") != presence::refused)
            keys.need_one_of(rule_and_when, "neither `rule` nor `when` is here",
                             "name a rule, or write the criterion itself");
    if constexpr (std::same_as<T, fact_declaration>)
        if (kind_known && out.ordered && out.kind != fact_kind::choice)
            keys.refuse("ordered", "`ordered` cannot stand here", "only a choice can be ordered");
}

template<detail::described_struct T>
void read(reader& in, node const& at, place const& here, T& out)
{
    if (at.kind != json_kind::object)
        return in.wrong_type(at, here, wanted::object);
    expected_keys keys(in, at, here);
    read_members(in, at, here, keys, out);
    keys.report(explained_keys<T>);
}

} // namespace finsam::io
