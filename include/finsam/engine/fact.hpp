// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <utility>

namespace finsam {

/// What is on record about a fact (uppgiftens läge).
///
/// `none`: known that there is none. `withheld`: recorded by a holder to whose disclosure the
/// person has not consented; its value is erased before anything looks at it.
enum class fact_state : std::uint8_t
{
    unknown,
    none,
    value,
    withheld
};
BOOST_DESCRIBE_ENUM(fact_state, unknown, none, value, withheld)

/// The state of a fact that is known to be none: `fact<date> sick_since = none;`
struct none_type
{};
inline constexpr none_type none{};

/// A fact about a person in the user's own type: unknown, none or a T (uppgift).
///
/// Default is unknown. Whether a value is withheld is said by the person's consents, not here.
template<class T>
class fact
{
public:
    using value_type = T;

    constexpr fact() = default;
    constexpr fact(none_type)
        : state_{fact_state::none}
    {}
    constexpr fact(T value)
        : state_{fact_state::value}
        , value_{std::move(value)}
    {}

    [[nodiscard]] constexpr fact_state state() const noexcept { return state_; }

    /// Precondition: state() is `value`.
    [[nodiscard]] constexpr T const& value() const noexcept { return value_; }

    friend bool operator==(fact const&, fact const&) = default;

private:
    fact_state state_ = fact_state::unknown;
    T value_{}; // default while there is none, so that equal facts are equal
};

} // namespace finsam
