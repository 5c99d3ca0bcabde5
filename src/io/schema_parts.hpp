// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>

#include "io/key_notes.hpp"
#include "io/layout.hpp"
#include "io/reader.hpp"
#include "rules/limits.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::io {

// Each of these adds keywords of JSON Schema to an object of them.

/// What a definition has under `$defs`.
void add_reference(laid_out& out, std::string_view definition);

/// "type": one type of JSON, or several.
void add_type(laid_out& out, std::string_view type);

void add_words(laid_out& out, wording words);
void add_whole_number(laid_out& out, checking::limits allowed);
void add_limits(laid_out& out, checking::limits allowed);
void add_count(laid_out& out, std::string_view keyword, std::size_t count);

/// Texts as a list.
template<class Words>
[[nodiscard]] laid_out list_of(Words const& words)
{
    auto list = laid_out::list();
    for (std::string_view const word : words)
        list.add(laid_out::text(word));
    return list;
}

/// One of the words.
template<class Words>
void add_choice(laid_out& out, Words const& words)
{
    out.add("enum", list_of(words));
}

/// What has the key meets it.
[[nodiscard]] laid_out with_key(std::string_view key);

/// An object of keywords that begins with what an editor tells, if anything.
[[nodiscard]] laid_out described(std::string_view about);

/// What nothing meets.
[[nodiscard]] laid_out impossible();

/// Exactly one of the keys is there.
template<class Keys>
void add_one_of(laid_out& out, Keys const& keys)
{
    auto list = laid_out::list();
    for (std::string_view const key : keys)
        list.add(with_key(key));
    out.add("oneOf", std::move(list));
}

/// What an object must meet whose key has one of the values.
[[nodiscard]] laid_out condition(std::string_view key, std::vector<std::string_view> const& values,
                                 laid_out demands);

/// The keys of an object that are known, and what others there may be: none, unless said.
class object_keys
{
public:
    void add(std::string_view key, presence wanted, laid_out value);
    /// "properties", "required", "additionalProperties"; `others` is what any other key may have.
    void add_to(laid_out& out, laid_out others = impossible()) const;

private:
    laid_out properties_ = laid_out::object();
    laid_out required_ = laid_out::list();
};

/// The beginning of a whole schema.
[[nodiscard]] laid_out schema_document(std::string_view title, std::string_view about);

// What the parts above refer to.
void define_id(laid_out& definitions);
void define_date(laid_out& definitions);
/// `date_or_none`: a day, or null.
void define_date_or_none(laid_out& definitions);

} // namespace finsam::io
