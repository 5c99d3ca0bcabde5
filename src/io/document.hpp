// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/plain_text.hpp>
#include <finsam/model/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

enum class json_kind
{
    null,
    boolean,
    number,
    string,
    array,
    object
};

struct entry;

/// A value of a JSON document with its place.
struct node
{
    json_kind kind = json_kind::null;
    bool truth = false;         ///< of a boolean
    std::size_t offset = 0;     ///< of its first character
    std::string text{};         ///< a string decoded, a number exactly as it is written
    std::vector<node> items;    ///< of an array
    std::vector<entry> members; ///< of an object, in the order written
};

/// A member of an object.
struct entry
{
    std::string key{};
    std::size_t offset = 0; ///< of the key's quotation mark
    node value{};
};

/// The value of the first member with the key, or null.
[[nodiscard]] node const* find(node const& object, std::string_view key);

/// Where something stands, both counted from 1, the column in characters.
struct position
{
    std::size_t line = 0;
    std::size_t column = 0;

    friend auto operator<=>(position const&, position const&) = default;
};

/// A JSON text as a tree with places (läst JSON).
///
/// A second member with the same key is reported in `found` and is not in the tree.
///
/// Shape: `text` and `name` are views of what was given; offsets are into `text`.
struct document
{
    std::string_view text{};
    std::string_view name{};
    std::size_t first_line = 1;
    std::vector<std::size_t> line_starts{};
    std::vector<std::size_t> characters{}; ///< before each block of 256 bytes
    node root{};
    bool readable = false; ///< if not, `found` says why and root is null
    std::vector<diagnostic> found{};
};

/// Reads a JSON text. `first_line` is the number of its first line in its file.
///
/// Precondition: the file's byte order mark is not in the text; anywhere else it is a mistake.
/// Errors: `syntax` (one, also for what is not UTF-8), `too_deep` (one), `duplicate_key`.
/// Complexity: O(text).
[[nodiscard]] document parse_document(std::string_view text, std::string_view name,
                                      std::size_t first_line = 1);

/// A text that is not JSON, for its places: only `root` is missing.
[[nodiscard]] document plain_document(std::string_view text, std::string_view name,
                                      std::size_t first_line = 1);

/// Precondition: offset <= text.size().
/// Complexity: O(log lines).
[[nodiscard]] position position_of(document const& read, std::size_t offset);

/// Where a diagnostic about the pointer belongs: at the key for `unknown_key`, else at the value;
/// at the nearest value above if the document has nothing there.
[[nodiscard]] position locate(document const& read, std::string_view pointer, diagnostic_code code);

using detail::in_backticks;

} // namespace finsam::io
