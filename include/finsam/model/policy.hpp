// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/class.hpp>

#include <string_view>
#include <variant>

/// The policies by which places can be proposed. What each promises stands in `promises.hpp`, how
/// it is done at `match`. Documents write a policy as its `name`.
namespace finsam::policies {

/// People ask, and pools keep whom they would choose of all who have asked (stabil matchning).
struct stable
{
    static constexpr std::string_view name = "stable";

    friend bool operator==(stable const&, stable const&) = default;
};
BOOST_DESCRIBE_STRUCT(stable, (), ())

/// One by one in turn, each the first open seat on their list (en i taget i turordning).
struct serial
{
    static constexpr std::string_view name = "serial";

    friend bool operator==(serial const&, serial const&) = default;
};
BOOST_DESCRIBE_STRUCT(serial, (), ())

/// As many people as possible, those first who come first (så många som möjligt).
struct coverage
{
    static constexpr std::string_view name = "coverage";

    friend bool operator==(coverage const&, coverage const&) = default;
};
BOOST_DESCRIBE_STRUCT(coverage, (), ())

/// As many as possible of each tier in order, then places as early as possible in the lists of all
/// together (bästa passning).
struct fit
{
    static constexpr std::string_view name = "fit";

    friend bool operator==(fit const&, fit const&) = default;
};
BOOST_DESCRIBE_STRUCT(fit, (), ())

} // namespace finsam::policies

namespace finsam {

/// How places are proposed when they are scarce (princip för fördelning); `stable` unless said.
using policy = std::variant<policies::stable, policies::serial, policies::coverage, policies::fit>;

} // namespace finsam
