// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/model/plan.hpp>

#include "io/key_notes.hpp"
#include "io/schema_parts.hpp"
#include "io/shape.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace finsam::io {

template<class T>
inline constexpr bool is_list = false;
template<class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// The keywords of a value of type M.
template<class M>
void add_value(laid_out& out, key_note const& note)
{
    if constexpr (is_optional<M>) {
        add_value<typename M::value_type>(out, note);
    } else if constexpr (is_list<M>) {
        add_type(out, "array");
        if (note.fewest > key_note{}.fewest)
            add_count(out, "minItems", note.fewest);
        if (note.most < key_note{}.most)
            add_count(out, "maxItems", note.most);
        if (note.is_distinct)
            out.add("uniqueItems", laid_out::bare("true"));
        auto items = laid_out::object();
        add_value<typename M::value_type>(items, {.key = note.key, .words = note.words});
        out.add("items", std::move(items));
    } else if constexpr (std::same_as<M, bool>) {
        if (note.is_never_set)
            out.add("const", laid_out::bare("false"));
        else
            add_type(out, "boolean");
    } else if constexpr (std::same_as<M, std::string>) {
        add_words(out, note.words);
    } else if constexpr (std::same_as<M, std::int64_t>) {
        add_whole_number(out, {.least = note.least});
    } else if constexpr (std::same_as<M, date>) {
        add_reference(out, "date");
    } else if constexpr (std::same_as<M, criterion>) {
        add_reference(out, "criterion");
    } else if constexpr (detail::enumerated<M>) {
        add_choice(out, detail::names_of<M>());
    } else {
        add_reference(out, notes_of<M>::name);
    }
}

} // namespace finsam::io
