// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace finsam {

/// A language that people are addressed in (språk).
enum class language
{
    sv,
    en
};
BOOST_DESCRIBE_ENUM(language, sv, en)

/// Words meant for people, in Swedish, English or both (text).
///
/// A document that gives one string means the same words in both languages.
struct text
{
    std::optional<std::string> sv{};
    std::optional<std::string> en{};

    friend bool operator==(text const&, text const&) = default;
};
BOOST_DESCRIBE_STRUCT(text, (), (sv, en))

/// The same words in both languages, as a document's plain string gives them.
[[nodiscard]] inline text same_text(std::string words)
{
    return {words, std::move(words)};
}

/// The words in the language asked for, else in the other one, else nothing.
[[nodiscard]] inline std::string_view in_language(text const& words, language wanted)
{
    auto const& first = wanted == language::sv ? words.sv : words.en;
    auto const& second = wanted == language::sv ? words.en : words.sv;
    return first ? *first : second ? *second : std::string_view{};
}

} // namespace finsam
