// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/random_plan.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::fuzz {

/// Makes texts that are nearly right out of texts that are.
///
/// Most of them stay JSON or CSV and have a value changed, moved or left out: what is broken
/// anywhere is soon refused, and tests the first stage alone.
class mutation
{
public:
    /// Each group of seeds is drawn from as often as any other.
    ///
    /// Precondition: each group has a seed, and there is a word.
    mutation(std::vector<std::vector<std::string>> const& seeds,
             std::vector<std::string> const& words, testing_support::dice& roll)
        : seeds_(seeds)
        , words_(words)
        , roll_(roll)
    {}

    /// A seed with one to three changes.
    [[nodiscard]] std::string operator()()
    {
        auto text = roll_.pick(roll_.pick(seeds_));
        auto const break_it = roll_.chance(4);
        for (auto left = 1 + roll_(3); left > 0; --left)
            break_it ? change_bytes(text) : change_value(text);
        return text;
    }

private:
    void change_bytes(std::string& text)
    {
        auto const at = roll_(text.size() + 1);
        auto const length =
            std::min<std::size_t>(1 + roll_(roll_.chance(4) ? 400 : 8), text.size() - at);
        switch (roll_(7)) {
        case 0: // another bit
            if (length > 0)
                text[at] = static_cast<char>(text[at] ^ (1 << roll_(8)));
            break;
        case 1: // another byte
            if (length > 0)
                text[at] = static_cast<char>(roll_(256));
            break;
        case 2: // bytes too many
            for (auto left = 1 + roll_(4); left > 0; --left)
                text.insert(at, 1, static_cast<char>(roll_(256)));
            break;
        case 3: // bytes too few
            text.erase(at, length);
            break;
        case 4: // the beginning of one, the end of another
        {
            auto const& other = roll_.pick(roll_.pick(seeds_));
            text.replace(at, std::string::npos, other, roll_(other.size() + 1));
            break;
        }
        case 5: // a word of the format anywhere
            text.insert(at, roll_.pick(words_));
            break;
        case 6: // cut off
            text.resize(at);
            break;
        }
    }

    void change_value(std::string& text)
    {
        auto const all = parts_of(text);
        if (all.empty())
            return;
        auto const [at, length, role] = roll_.pick(all);
        auto const value = text.substr(at, length);
        switch (roll_(role == part::key ? 3 : role == part::item ? 6 : 4)) {
        case 0: // another word
            text.replace(at, length, worded(value, text.find('{') != std::string::npos));
            break;
        case 1: // just another one: a day, a code, a length of time, a letter
            if (auto const inside = at + roll_(length); text[inside] >= '0' && text[inside] <= '9')
                text[inside] = static_cast<char>('0' + roll_(10));
            else if (text[inside] >= 'a' && text[inside] <= 'z')
                text[inside] = static_cast<char>('a' + roll_(26));
            break;
        case 2: // a part of another place in its stead
        {
            auto const& from = roll_.pick(roll_.pick(seeds_));
            auto const others = parts_of(from);
            if (others.empty())
                break;
            auto const& other = roll_.pick(others);
            if ((other.role == part::key) == (role == part::key))
                text.replace(at, length, from, other.at, other.length);
            break;
        }
        case 3: // another number
            text.replace(at, length, roll_.pick(numbers));
            break;
        case 4: // one less
            take_out(text, at, length);
            break;
        case 5: // one twice
            if (text.size() < longest)
                text.insert(at, value + ',');
            break;
        }
    }

    /// A word of the format as it can stand where the value stands.
    std::string worded(std::string const& value, bool is_json)
    {
        auto const& word = roll_.pick(words_);
        auto const is_name = word.find_first_of("\"{}[]\\") == std::string::npos;
        return is_name && (is_json || value.starts_with('"')) ? '"' + word + '"' : word;
    }

    /// A piece of JSON or CSV. A member of an object is an item, and so are its key and its value.
    struct part
    {
        std::size_t at;
        std::size_t length;
        enum
        {
            key,
            value,
            item
        } role;
    };

    static std::vector<part> parts_of(std::string_view text)
    {
        std::vector<part> parts;
        auto follows_key = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (between.find(text[i]) != std::string_view::npos)
                continue;
            auto const length = length_of_value(text, i);
            auto const colon = std::min(text.find_first_not_of(' ', i + length), text.size());
            if (text.substr(colon).starts_with(':')) {
                parts.push_back({i, length, part::key});
                auto const value = text.find_first_not_of(": ", colon);
                if (value != std::string_view::npos && between.find(text[value]) == between.npos)
                    parts.push_back({i, value + length_of_value(text, value) - i, part::item});
                follows_key = true;
            } else {
                parts.push_back({i, length, follows_key ? part::value : part::item});
                follows_key = false;
            }
            if (text[i] == '[' || text[i] == '{')
                follows_key = false; // what is inside is told next
            else
                i += length - 1;
        }
        return parts;
    }

    /// At least 1.
    static std::size_t length_of_value(std::string_view text, std::size_t at)
    {
        if (text[at] == '"') {
            auto end = at + 1;
            while (end < text.size() && text[end] != '"')
                end += text[end] == '\\' ? 2U : 1U;
            return std::min(end + 1, text.size()) - at;
        }
        if (text[at] != '[' && text[at] != '{')
            return std::min(text.find_first_of(between, at), text.size()) - at;
        auto end = at + 1;
        while (end < text.size() && text[end] != ']' && text[end] != '}')
            end += text[end] == '"' || text[end] == '[' || text[end] == '{'
                       ? length_of_value(text, end)
                       : 1;
        return std::min(end + 1, text.size()) - at;
    }

    /// Takes a part out, and the comma after it or else the one before it.
    static void take_out(std::string& text, std::size_t at, std::size_t length)
    {
        auto const next = text.find_first_not_of(" \n", at + length);
        auto const last = at > 0 ? text.find_last_not_of(" \n", at - 1) : std::string::npos;
        if (next != std::string::npos && text[next] == ',')
            text.erase(at, next + 1 - at);
        else if (last != std::string::npos && text[last] == ',')
            text.erase(last, at + length - last);
        else
            text.erase(at, length);
    }

    static constexpr std::string_view between = " \t\r\n,:;]}";
    static constexpr std::size_t longest = 1 << 15;
    static constexpr auto numbers = std::to_array<std::string_view>({"0",
                                                                     "-0",
                                                                     "-1",
                                                                     "1",
                                                                     "2",
                                                                     "7",
                                                                     "64",
                                                                     "65",
                                                                     "256",
                                                                     "1000",
                                                                     "1001",
                                                                     "12001",
                                                                     "400001",
                                                                     "2147483647",
                                                                     "2147483648",
                                                                     "-2147483649",
                                                                     "9223372036854775807",
                                                                     "-9223372036854775808",
                                                                     "18446744073709551616",
                                                                     "1e9",
                                                                     "0.5",
                                                                     "1E400",
                                                                     "0000"});

    std::vector<std::vector<std::string>> const& seeds_;
    std::vector<std::string> const& words_;
    testing_support::dice& roll_;
};

} // namespace finsam::fuzz
