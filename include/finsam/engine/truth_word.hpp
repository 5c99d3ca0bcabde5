// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/truth.hpp>

#include <cstdint>

namespace finsam {

/// The answers of sixty-four people to one question, as two rails (svar för 64 personer).
///
/// Shape: bit i of `yes` and of `no` is about person i; unknown is neither.
// INVARIANT: (yes & no) == 0
struct truth_word
{
    std::uint64_t yes = 0;
    std::uint64_t no = 0;

    friend constexpr bool operator==(truth_word, truth_word) = default;
};

[[nodiscard]] constexpr truth_word operator&&(truth_word a, truth_word b) noexcept
{
    return {a.yes & b.yes, a.no | b.no};
}
[[nodiscard]] constexpr truth_word operator||(truth_word a, truth_word b) noexcept
{
    return {a.yes | b.yes, a.no & b.no};
}
[[nodiscard]] constexpr truth_word operator!(truth_word a) noexcept
{
    return {a.no, a.yes};
}

/// The answer of one of the sixty-four.
///
/// Precondition: person < 64.
[[nodiscard]] constexpr truth answer_of(truth_word word, unsigned person) noexcept
{
    return (word.yes >> person & 1) != 0  ? truth::yes
           : (word.no >> person & 1) != 0 ? truth::no
                                          : truth::unknown;
}

} // namespace finsam
