// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string_view>

namespace finsam::io {

/// Which words a text can be, where not any will do.
enum class wording
{
    free,
    id,
    fact_name, ///< an id that is no reserved key of a person
    other_id,  ///< an id that is no name of a party
    holder,    ///< a party or the id of one of `others`
    municipality_code,
    region_code,
    either_code, ///< a region's or a municipality's
    seed
};

/// What an editor tells about a key, and which values it can have as far as its type does not say
/// (anmärkning).
struct key_note
{
    std::string_view key;
    std::string_view about{};
    wording words = wording::free; ///< of a text, or of each in a list
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::size_t fewest = 0; ///< items of a list
    std::size_t most = std::numeric_limits<std::size_t>::max();
    bool is_distinct = false;  ///< a list that repeats nothing
    bool is_never_set = false; ///< a flag that cannot be true
};

/// The notes of a described type: `name`, `about` and `keys`, one for each member.
///
/// Where the value of another key narrows one, `narrowed` says how.
template<class T>
struct notes_of;

// What is told about keys that many types have.
inline constexpr std::string_view about_cite = "Where it is written (källhänvisning).";
inline constexpr std::string_view about_label = "What people call it (benämning).";
inline constexpr std::string_view about_period =
    "When it is in force, else as long as the plan (period).";
inline constexpr std::string_view about_duties =
    "What it does (ansvar): finance (finansierar), run (driver insatsen), provide (bidrar med "
    "tjänst eller uppgift), refer (remitterar), coordinate (samordnar), decide (beslutar om förmån "
    "enligt sin egen lag), follow_up (följer upp).";

/// Whether each member has one note and no note is about anything else.
template<detail::described_struct T>
consteval bool are_complete()
{
    std::size_t members = 0;
    bool each_once = true;
    detail::for_each_member<T>([&](std::string_view name, auto) {
        ++members;
        each_once = each_once && std::ranges::count(notes_of<T>::keys, name, &key_note::key) == 1;
    });
    return each_once && members == std::size(notes_of<T>::keys);
}

template<detail::described_struct T>
[[nodiscard]] constexpr key_note const& note_of(std::string_view key)
{
    static_assert(are_complete<T>(), "each member has one note, and nothing else has");
    return *std::ranges::find(notes_of<T>::keys, key, &key_note::key);
}

} // namespace finsam::io
