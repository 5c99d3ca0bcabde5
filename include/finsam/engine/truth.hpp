// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <iosfwd>

namespace finsam {

/// The answer to a question about a person: no, unknown or yes (nej, okänt, ja).
///
/// A fact that is not on record makes an answer `unknown`, never `no`. The order
/// no < unknown < yes is the whole meaning: "and" is the smaller answer, "or" the
/// larger one, "not" the mirror image.
///
/// Example: `(truth::no && truth::unknown) == truth::no`; one failed condition settles it.
/// Source:  S. C. Kleene, Introduction to Metamathematics (1952), § 64, strong tables.
enum class truth : std::uint8_t
{
    no,
    unknown,
    yes
};
BOOST_DESCRIBE_ENUM(truth, no, unknown, yes)

[[nodiscard]] constexpr truth operator&&(truth a, truth b) noexcept
{
    return a < b ? a : b;
}
[[nodiscard]] constexpr truth operator||(truth a, truth b) noexcept
{
    return a < b ? b : a;
}
[[nodiscard]] constexpr truth operator!(truth a) noexcept
{
    return truth(2 - int(a));
}

/// Writes the answer's name.
FINSAM_EXPORT std::ostream& operator<<(std::ostream& out, truth answer);

} // namespace finsam
