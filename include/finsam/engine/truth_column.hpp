// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/truth_word.hpp>

#include <cstddef>
#include <vector>

namespace finsam {

/// The answers of any number of people to one question (svarskolumn).
///
/// Shape: word i holds people 64 i to 64 i + 63; lanes past the last person are unknown.
struct truth_column
{
    std::vector<truth_word> words;

    friend bool operator==(truth_column const&, truth_column const&) = default;
};

/// The answer of one person.
///
/// Precondition: person < 64 · column.words.size().
[[nodiscard]] inline truth answer_of(truth_column const& column, std::size_t person)
{
    return answer_of(column.words[person / 64], static_cast<unsigned>(person % 64));
}

} // namespace finsam
