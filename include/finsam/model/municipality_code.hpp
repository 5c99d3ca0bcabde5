// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>

namespace finsam {

/// The four digits that name a municipality (kommunkod); the first two name its county.
///
/// A wrong one does not compile: `municipality_code{"0136"}`. The default, `0000`, names none: as
/// a fact it is not on record.
/// Source: Statistics Sweden, codes of counties and municipalities.
class municipality_code
{
public:
    constexpr municipality_code() = default;

    /// The code that a literal says.
    consteval municipality_code(char const (&literal)[5])
        : municipality_code(parse({literal, 4}).value()) // a throw here is the compiler's error
    {}

    /// The code that a text says, or nothing.
    [[nodiscard]] static constexpr std::optional<municipality_code> parse(std::string_view text)
    {
        municipality_code made;
        if (text.size() != made.digits_.size())
            return {};
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] < '0' || text[i] > '9')
                return {};
            made.digits_[i] = text[i];
        }
        return made;
    }

    [[nodiscard]] constexpr std::string_view digits() const noexcept
    {
        return {digits_.data(), digits_.size()};
    }
    [[nodiscard]] constexpr std::string_view county() const noexcept
    {
        return digits().substr(0, 2);
    }

    friend constexpr auto operator<=>(municipality_code const&, municipality_code const&) = default;

private:
    std::array<char, 4> digits_{'0', '0', '0', '0'};
};

} // namespace finsam
