// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/io/results.hpp>
#include <finsam/model/diagnostic.hpp>

#include "io/document.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the library promises about any bytes at all; a fuzzer looks for those that break it.
namespace finsam::fuzz {

/// A broken promise ends the program: the driver keeps the bytes that broke it.
inline void promise(bool kept, std::string_view what, std::string_view where = {})
{
    if (kept)
        return;
    std::cerr << "broken promise: " << what << ": " << where << std::endl;
    std::abort();
}

inline std::string_view text_of(std::uint8_t const* bytes, std::size_t count)
{
    return {reinterpret_cast<char const*>(bytes), count};
}

/// Neither a line break nor anything that steers a terminal; those of U+0080 to U+009F begin with
/// the byte C2.
inline bool is_plain(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0xFF;
        if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next < 0xA0))
            return false;
    }
    return io::first_bad_utf8(text) == std::string_view::npos;
}

/// How many characters each line of a text has.
inline std::vector<std::size_t> line_lengths(std::string_view text)
{
    text = io::without_mark(text);
    std::vector<std::size_t> lengths;
    for (;;) {
        auto const end = std::min(text.find('\n'), text.size());
        lengths.push_back(io::count_characters(text.substr(0, end)));
        if (end == text.size())
            return lengths;
        text.remove_prefix(end + 1);
    }
}

/// Each diagnostic stands somewhere in the text, in document order, in plain words.
inline void check_diagnostics(diagnostics const& found, std::string_view text,
                              std::string_view name,
                              std::size_t most_listed = std::numeric_limits<std::size_t>::max())
{
    auto const lengths = line_lengths(text);
    auto before = std::pair<std::size_t, std::size_t>(0, 0);
    for (auto const& one : found.list) {
        auto const line = to_line(one);
        promise(!one.message.empty() && is_plain(one.message), "a message is plain words", line);
        promise(is_plain(one.hint), "a hint is plain words", line);
        promise(io::first_bad_utf8(one.pointer) == std::string_view::npos, "a pointer is UTF-8",
                line);
        promise(is_plain(line), "a line is one line", line);
        if (one.file != name)
            continue; // of a plan that a case file names
        promise(1 <= one.line && one.line <= lengths.size(), "a line of the text", line);
        // After the last character of a line is a place too.
        promise(1 <= one.column && one.column <= lengths[one.line - 1] + 1, "a column of its line",
                line);
        auto const here = std::pair(one.line, one.column);
        promise(before <= here, "document order", line);
        before = here;
    }
    auto const all = found.errors + found.warnings;
    promise(found.list.size() == std::min(all, most_listed), "all are counted, the first listed");
    promise(io::parse_document(to_json(found), "").readable, "diagnostics as JSON");
}

} // namespace finsam::fuzz
