// SPDX-License-Identifier: BSL-1.0
// expect: ask an engine about a person, an engine_for<T> about a T
#include <finsam/testing/matchers.hpp>

struct participant
{
    std::string municipality;
};
BOOST_DESCRIBE_STRUCT(participant, (), (municipality))

#ifdef MUST_COMPILE
using compiled = finsam::engine_for<participant>;
#else
using compiled = finsam::engine;
#endif

void expects(compiled const& engine, participant const& someone)
{
    EXPECT_THAT(engine, finsam::proposes("start").to(someone));
}
