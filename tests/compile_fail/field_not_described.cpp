// SPDX-License-Identifier: BSL-1.0
// expect: describe the member with BOOST_DESCRIBE_STRUCT to use it as a field
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::months> == 1;
#else
criterion const one = field<&p::not_described> == 1;
#endif
