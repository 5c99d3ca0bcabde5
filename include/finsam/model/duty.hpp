// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>

namespace finsam {

/// What a member has undertaken (åtagande): finance, run the intervention, provide a service or a
/// fact, refer people, coordinate, decide about a benefit, follow up.
///
/// `decide` is a member's own duty under its own law; nothing in this library decides.
enum class duty
{
    finance,
    run,
    provide,
    refer,
    coordinate,
    decide,
    follow_up
};
BOOST_DESCRIBE_ENUM(duty, finance, run, provide, refer, coordinate, decide, follow_up)

/// A member or another organisation with its duty in an intervention (ansvar).
struct responsibility
{
    std::string member{};
    finsam::duty duty{};

    friend bool operator==(responsibility const&, responsibility const&) = default;
};
BOOST_DESCRIBE_STRUCT(responsibility, (), (member, duty))

} // namespace finsam
