// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <random>

namespace invented {

/// Draws that come out the same on every machine (tärning).
///
/// Of the library's random numbers only the engine's own output is fixed by the standard, so the
/// draws are made from it by whole-number arithmetic: no distribution, no floating point.
class dice
{
public:
    explicit dice(std::uint64_t seed)
        : engine_{seed}
    {}

    /// A whole number from `low` to `high`, both included, each as likely.
    ///
    /// Precondition: low <= high, and not all 2⁶⁴ numbers.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        auto const range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        // Numbers from an incomplete last round are thrown again: the rest would favour the low.
        auto const whole_rounds = std::mt19937_64::max() - std::mt19937_64::max() % range;
        auto drawn = engine_();
        while (drawn >= whole_rounds)
            drawn = engine_();
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn % range);
    }

    /// Yes in so many of a million throws.
    bool happens(std::uint32_t millionths) { return between(0, 999'999) < millionths; }

private:
    std::mt19937_64 engine_;
};

} // namespace invented
