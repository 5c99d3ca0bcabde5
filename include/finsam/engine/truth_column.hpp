// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/truth_word.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace finsam {

/// The answers of any number of people to one question, as two rails (svarskolumn).
///
/// Shape: bit i of word w of `yes` and of `no` is about person 64 w + i; lanes past the last person
///        are unknown, 0 in both. The memory is somebody else's.
// INVARIANT: the rails are equally long, and no bit is set in both
struct truth_column
{
    std::span<std::uint64_t const> yes{};
    std::span<std::uint64_t const> no{};

    friend bool operator==(truth_column const& a, truth_column const& b)
    {
        for (std::size_t i = 0; i < a.yes.size() && i < b.yes.size(); ++i)
            if (a.yes[i] != b.yes[i] || a.no[i] != b.no[i])
                return false;
        return a.yes.size() == b.yes.size();
    }
};

/// The answer of one person.
///
/// Precondition: person < 64 · column.yes.size().
[[nodiscard]] inline truth answer_of(truth_column const& column, std::size_t person)
{
    return answer_of(truth_word{.yes = column.yes[person / 64], .no = column.no[person / 64]},
                     static_cast<unsigned>(person % 64));
}

} // namespace finsam
