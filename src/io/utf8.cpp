// SPDX-License-Identifier: BSL-1.0
#include "io/utf8.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace finsam::io {

namespace {

/// How long a character that starts with this byte is and what its second byte may be.
struct lead
{
    std::size_t length;
    unsigned char from;
    unsigned char to;
};

constexpr lead lead_of(unsigned char byte)
{
    if (byte < 0x80)
        return {1, 0, 0};
    if (byte < 0xC2)
        return {0, 0, 0}; // a continuation, or an overlong form
    if (byte < 0xE0)
        return {2, 0x80, 0xBF};
    if (byte == 0xE0)
        return {3, 0xA0, 0xBF};
    if (byte == 0xED)
        return {3, 0x80, 0x9F}; // no surrogates
    if (byte < 0xF0)
        return {3, 0x80, 0xBF};
    if (byte == 0xF0)
        return {4, 0x90, 0xBF};
    if (byte < 0xF4)
        return {4, 0x80, 0xBF};
    if (byte == 0xF4)
        return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

constexpr bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

std::size_t first_bad_utf8(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        // Nearly all of a text is often ASCII.
        for (std::uint64_t eight = 0; text.size() - i >= sizeof eight; i += sizeof eight) {
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if (auto const others = eight & 0x8080808080808080; others != 0) {
                if constexpr (std::endian::native == std::endian::little)
                    i += static_cast<std::size_t>(std::countr_zero(others)) / 8;
                break;
            }
        }
        if (i == text.size())
            break;
        auto const [length, from, to] = lead_of(static_cast<unsigned char>(text[i]));
        if (length == 0 || text.size() - i < length)
            return i;
        if (length > 1) {
            auto const second = static_cast<unsigned char>(text[i + 1]);
            if (second < from || second > to)
                return i;
        }
        for (std::size_t next = 2; next < length; ++next)
            if (!continues(text[i + next]))
                return i;
        i += length;
    }
    return std::string_view::npos;
}

std::size_t count_characters(std::string_view text)
{
    return text.size()
           - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::string_view character_at(std::string_view text, std::size_t offset)
{
    std::size_t length = 1;
    while (offset + length < text.size() && continues(text[offset + length]))
        ++length;
    return text.substr(offset, length);
}

std::string_view without_mark(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return text;
}

} // namespace finsam::io
