// SPDX-License-Identifier: BSL-1.0
// expect: a fact is a bool, a whole number of at most 32 bits, a date, a std::string
#include <finsam/engine/participant.hpp>

struct participant
{
    std::string municipality;
#ifdef MUST_COMPILE
    int income;
#else
    double income;
#endif
};
BOOST_DESCRIBE_STRUCT(participant, (), (municipality, income))

bool compiles()
{
    return finsam::compile<participant>(finsam::plan{}, finsam::date{}).has_value();
}
