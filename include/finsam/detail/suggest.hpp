// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/plain_text.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::detail {

/// The least number of letters put in, taken out, changed or swapped with the next one.
///
/// Complexity: O(a · b).
/// Source: F. J. Damerau, A technique for computer detection and correction of spelling errors
///         (1964); restricted form.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

/// A word with small letters of a to z (gemener).
[[nodiscard]] inline std::string in_small_letters(std::string_view word)
{
    std::string small(word);
    for (auto& letter : small)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return small;
}

/// The candidate that was most likely meant, or empty: at most a third of the letters wrong, and
/// not all of them. Small letters and capitals are the same.
///
/// Words longer than 64 bytes are nobody's misspelling of an id.
template<class Candidates>
[[nodiscard]] std::string suggestion(std::string_view word, Candidates const& candidates)
{
    std::string best;
    if (word.size() > 64)
        return best;
    auto const small = in_small_letters(word);
    auto const limit = std::max<std::size_t>(1, word.size() / 3) + 1;
    // Of those that are equally near the one with the same capitals.
    std::pair nearest{limit, std::size_t{0}};
    for (std::string_view const candidate : candidates) {
        if (candidate.size() > word.size() + limit || word.size() > candidate.size() + limit)
            continue;
        auto const distance = edit_distance(small, in_small_letters(candidate));
        if (distance > nearest.first || distance >= std::max(word.size(), candidate.size()))
            continue;
        if (std::pair const here{distance, edit_distance(word, candidate)}; here < nearest) {
            nearest = here;
            best = candidate;
        }
    }
    return best;
}

/// "`a`, `b`, `c`", at most twelve of them.
template<class Words>
[[nodiscard]] std::string listed(Words const& words)
{
    std::string text;
    std::size_t count = 0;
    for (std::string_view const word : words) {
        if (++count > 12)
            return text + ", …";
        text += (text.empty() ? "" : ", ") + in_backticks(word);
    }
    return text;
}

/// The hint for a word that is not among the candidates: "did you mean `x`?" or the list of them.
template<class Candidates>
[[nodiscard]] std::string hint_for(std::string_view word, Candidates const& candidates,
                                   std::string_view what)
{
    if (auto const best = suggestion(word, candidates); !best.empty())
        return "did you mean " + in_backticks(best) + "?";
    auto const all = listed(candidates);
    return all.empty() ? "there are no " + std::string(what)
                       : "the " + std::string(what) + " are " + all;
}

} // namespace finsam::detail
