// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

#include <string>

namespace finsam::detail {
namespace {

enum class colour
{
    red,
    green
};
BOOST_DESCRIBE_ENUM(colour, red, green)
struct base
{
    int first = 1;
};
BOOST_DESCRIBE_STRUCT(base, (), (first))
struct derived : base
{
    int second = 2;
};
BOOST_DESCRIBE_STRUCT(derived, (base), (second))

static_assert(value_named<colour>("green") == colour::green);
static_assert(!value_named<colour>("blue"));
static_assert(name_of(colour::red) == "red");
static_assert(names_of<colour>()[1] == "green");

TEST(Described, VisitsTheMembersOfBasesFirst)
{
    std::string seen;
    derived one;
    for_each_member<derived>([&](std::string_view name, auto member) {
        seen += std::string(name) + '=' + std::to_string(one.*member) + ' ';
    });
    EXPECT_EQ(seen, "first=1 second=2 ");
}

} // namespace
} // namespace finsam::detail
