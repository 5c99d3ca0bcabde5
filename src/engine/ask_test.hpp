// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/questionnaire.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace finsam {

[[nodiscard]] inline truth yes_if(bool holds)
{
    return truth(2 * int{holds});
}

/// The answer to a test about a number, or about a code by its number in the column's list
/// (svar på en fråga om ett tal).
[[nodiscard]] inline truth answer_about(questionnaire const& sheet, asked_test const& asked,
                                        std::int32_t number)
{
    // Both comparisons are always made: a processor guesses people's numbers badly.
    bool const within = (asked.low <= number) & (number <= asked.high);
    if (asked.how == asked_test::look::in_range)
        return yes_if(within);
    if (asked.how == asked_test::look::among_bits) {
        auto const bit =
            within ? static_cast<std::uint32_t>(number) - static_cast<std::uint32_t>(asked.low) : 0;
        return yes_if(within & (sheet.words[asked.first + bit / 64] >> bit % 64 & 1));
    }
    auto const first = sheet.numbers.begin() + asked.first;
    return yes_if(std::binary_search(first, first + asked.count, number));
}

/// The answer to a test about a set. Precondition: `set` has the words of its column.
[[nodiscard]] inline truth answer_about(questionnaire const& sheet, asked_test const& asked,
                                        std::span<std::uint64_t const> set)
{
    if (asked.how == asked_test::look::counts) {
        int count = 0;
        for (auto const word : set)
            count += std::popcount(word);
        return yes_if(count >= asked.low);
    }
    std::uint64_t found = 0, lacking = 0;
    for (std::uint32_t i = 0; i < asked.count; ++i) {
        auto const wanted = sheet.words[asked.first + i];
        found |= wanted & set[i];
        lacking |= wanted & ~set[i];
    }
    return yes_if(asked.how == asked_test::look::shares ? found != 0 : lacking == 0);
}

} // namespace finsam
