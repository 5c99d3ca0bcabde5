// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

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

struct still
{
    static constexpr std::string_view name = "still";

    friend bool operator==(still const&, still const&) = default;
};
BOOST_DESCRIBE_STRUCT(still, (), ())
struct moving
{
    static constexpr std::string_view name = "moving";

    friend bool operator==(moving const&, moving const&) = default;
};
BOOST_DESCRIBE_STRUCT(moving, (), ())
using motion = std::variant<still, moving>;

static_assert(value_named<colour>("green") == colour::green);
static_assert(!value_named<colour>("blue"));
static_assert(name_of(colour::red) == "red");
static_assert(names_of<colour>()[1] == "green");

// A variant of structs that say their names has values as an enum has.
static_assert(value_named<motion>("moving") == motion{moving{}});
static_assert(!value_named<motion>("red"));
static_assert(name_of(motion{still{}}) == "still");
static_assert(names_of<motion>()[1] == "moving");
static_assert(position_of(motion{moving{}}) == 1);
static_assert(!enumerated<still> && !enumerated<base> && !enumerated<std::variant<still, base>>);

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
