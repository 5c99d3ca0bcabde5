// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/described_member.hpp>

#include "support/field_participant.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace finsam {
namespace {

using testing_support::level;
using p = testing_support::field_participant;

TEST(DescribedMember, HasTheNameUnderWhichItIsDescribed)
{
    EXPECT_EQ(detail::described_name<&p::months>(), "months");
    // One of several with the same type.
    EXPECT_EQ(detail::described_name<&p::taken>(), "taken");
    EXPECT_EQ(detail::described_name<&p::in_work>(), "in_work");
    EXPECT_EQ(detail::described_name<&p::not_described>(), "");
}

template<class Member, class Inner>
constexpr bool holds = std::is_same_v<typename detail::inner<Member>::type, Inner>;

TEST(DescribedMember, IsAboutWhatIsInsideItsWrappers)
{
    EXPECT_TRUE((holds<int, int>));
    EXPECT_TRUE((holds<fact<int>, int>));
    EXPECT_TRUE((holds<std::optional<level>, level>));
    EXPECT_TRUE((holds<std::set<level>, level>));
    EXPECT_TRUE((holds<fact<std::set<level>>, level>));
    EXPECT_TRUE((holds<flag_set<level>, level>));
    // Text is no wrapper of letters.
    EXPECT_TRUE((holds<std::string, std::string>));
}

} // namespace
} // namespace finsam
