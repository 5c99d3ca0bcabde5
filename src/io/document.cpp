// SPDX-License-Identifier: BSL-1.0
#include "io/document.hpp"

#include "io/syntax.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace finsam::io {

node const* find(node const& object, std::string_view key)
{
    for (auto const& [name, offset, value] : object.members)
        if (name == key)
            return &value;
    return nullptr;
}

namespace {

constexpr std::size_t stride = 256;

/// How many characters stand before the offset; a plan may be one very long line.
std::size_t characters_before(document const& read, std::size_t offset)
{
    auto const start = offset - offset % stride;
    return read.characters[offset / stride]
           + count_characters(read.text.substr(start, offset - start));
}

} // namespace

document plain_document(std::string_view text, std::string_view name, std::size_t first_line)
{
    document read;
    read.text = text;
    read.name = name;
    read.first_line = first_line;
    read.line_starts.push_back(0);
    for (std::size_t i = 0; i < read.text.size(); ++i)
        if (read.text[i] == '\n')
            read.line_starts.push_back(i + 1);
    std::size_t characters = 0;
    for (std::size_t start = 0; start <= read.text.size(); start += stride) {
        read.characters.push_back(characters);
        characters += count_characters(read.text.substr(start, stride));
    }
    return read;
}

document parse_document(std::string_view text, std::string_view name, std::size_t first_line)
{
    auto read = plain_document(text, name, first_line);
    auto parsed = parse_json(read.text);
    for (auto& [offset, code, pointer, message, hint] : parsed.mistakes) {
        auto const [line, column] = position_of(read, offset);
        read.found.push_back({.code = code,
                              .file = std::string(name),
                              .line = line,
                              .column = column,
                              .pointer = std::move(pointer),
                              .message = std::move(message),
                              .hint = std::move(hint)});
    }
    read.readable = parsed.root.has_value();
    if (parsed.root)
        read.root = std::move(*parsed.root);
    return read;
}

position position_of(document const& read, std::size_t offset)
{
    auto const after = std::ranges::upper_bound(read.line_starts, offset);
    auto const line = static_cast<std::size_t>(after - read.line_starts.begin());
    auto const start = read.line_starts[line - 1];
    return {read.first_line + line - 1,
            characters_before(read, offset) - characters_before(read, start) + 1};
}

position locate(document const& read, std::string_view pointer, diagnostic_code code)
{
    auto const* at = &read.root;
    auto offset = at->offset;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        auto const end = std::min(pointer.find('/'), pointer.size());
        std::string token;
        for (std::size_t i = 0; i < end; ++i) {
            if (pointer[i] == '~' && i + 1 < end)
                token += pointer[++i] == '1' ? '/' : '~';
            else
                token += pointer[i];
        }
        pointer.remove_prefix(end);

        if (at->kind == json_kind::array) {
            std::size_t index = at->items.size();
            std::from_chars(token.data(), token.data() + token.size(), index);
            if (index >= at->items.size())
                break;
            at = &at->items[index];
            offset = at->offset;
        } else {
            auto const found = std::ranges::find(at->members, token, &entry::key);
            if (found == at->members.end())
                break;
            at = &found->value;
            offset = pointer.empty() && code == diagnostic_code::unknown_key ? found->offset
                                                                             : at->offset;
        }
    }
    return position_of(read, offset);
}

} // namespace finsam::io
