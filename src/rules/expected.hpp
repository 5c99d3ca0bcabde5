// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace finsam::checking {

/// What should stand at a place, in words, and how it is written there (det väntade).
struct expected
{
    std::string_view what; ///< as in "`count` must be a whole number"
    std::string_view how;  ///< a hint: what to write
};

/// The values that documents are made of. They are all here so that each is told of in the same
/// words wherever it is missed.
namespace wanted {

inline constexpr expected text{"text", "write it in quotation marks"};
inline constexpr expected truth{"`true` or `false`",
                                "write the word itself, without quotation marks"};
inline constexpr expected number{"a whole number", "write its digits, without quotation marks"};
inline constexpr expected day{"a date as text", "write it as `\"YYYY-MM-DD\"`"};
inline constexpr expected list{"a list",
                               "write what it lists between `[` and `]`, also if it is but one"};
inline constexpr expected object{"an object", "write its keys and values between `{` and `}`"};

inline constexpr expected words{"text, or an object with `sv` and `en`",
                                R"(write `"…"` or `{"sv": "…", "en": "…"}`)"};
inline constexpr expected cited{"text, or an object with `source`",
                                R"(write `"…"` or `{"source": "…", "provision": "…"}`)"};
inline constexpr expected amount{"a whole number or an object with `parameter`",
                                 R"(write its digits or `{"parameter": "…"}`)"};
inline constexpr expected counted{"an object with `count` and `of`",
                                  R"(write `{"count": …, "of": […]}`)"};
inline constexpr expected anniversary{"an object with `years`, `months` or `days`",
                                      R"(write it as `{"years": …}`)"};

inline constexpr expected plan{"a plan, an object", object.how};
inline constexpr expected person{"a person, an object", object.how};
inline constexpr expected criterion{
    "a criterion, an object",
    R"(write one as `{"fact": "…", "is": …}`, a rule's name as `{"rule": "…"}`)"};

inline constexpr expected word_or_number{"text or a whole number",
                                         "write text in quotation marks, a number without them"};
inline constexpr expected words_or_numbers{"text or whole numbers", word_or_number.how};
inline constexpr expected only_numbers{"whole numbers only", number.how};
inline constexpr expected any_constant{
    "text, a whole number, `true` or `false`",
    "write text in quotation marks, a number, `true` and `false` without them"};

} // namespace wanted

/// How a number is written that has a fraction or an exponent and should be whole.
inline constexpr std::string_view how_whole = "write it without a fraction and without an exponent";

} // namespace finsam::checking
