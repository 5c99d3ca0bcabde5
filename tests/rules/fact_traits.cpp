// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/fact_traits.hpp>

#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

namespace finsam {
namespace {

enum class benefit
{
    sickness_benefit,
    activity_compensation
};
BOOST_DESCRIBE_ENUM(benefit, sickness_benefit, activity_compensation)
enum class not_described
{
    a
};

static_assert(fact_traits<bool>::kind == fact_kind::boolean);
static_assert(fact_traits<int>::kind == fact_kind::integer);
static_assert(fact_traits<std::uint16_t>::kind == fact_kind::integer);
static_assert(fact_traits<date>::kind == fact_kind::date);
static_assert(fact_traits<std::string>::kind == fact_kind::code);
static_assert(fact_traits<municipality_code>::kind == fact_kind::code);
static_assert(fact_traits<flag_set<benefit>>::kind == fact_kind::set);
static_assert(fact_traits<std::optional<flag_set<benefit>>>::kind == fact_kind::set);
static_assert(fact_traits<benefit>::kind == fact_kind::choice);
static_assert(fact_traits<std::set<benefit>>::kind == fact_kind::set);
static_assert(fact_traits<std::optional<std::set<benefit>>>::kind == fact_kind::set);

// A number that a column cannot hold, and what is not described, can be no fact.
static_assert(!fact_member<long long>);
static_assert(!fact_member<unsigned>);
static_assert(!fact_member<double>);
static_assert(!fact_member<not_described>);

TEST(FactTraits, GiveTheNamesOfADescribedEnumAsValues)
{
    EXPECT_EQ(fact_traits<std::set<benefit>>::values(),
              (std::vector<std::string>{"sickness_benefit", "activity_compensation"}));
}

} // namespace
} // namespace finsam
