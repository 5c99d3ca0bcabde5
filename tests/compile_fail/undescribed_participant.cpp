// SPDX-License-Identifier: BSL-1.0
// expect: describe the type's members with BOOST_DESCRIBE_STRUCT
#include <finsam/engine/participant.hpp>

struct participant
{
    std::string municipality;
};
#ifdef MUST_COMPILE
BOOST_DESCRIBE_STRUCT(participant, (), (municipality))
#endif

bool compiles()
{
    return finsam::compile<participant>(finsam::plan{}, finsam::date{}).has_value();
}
