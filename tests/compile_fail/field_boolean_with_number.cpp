// SPDX-License-Identifier: BSL-1.0
// expect: a boolean is compared with true or false
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::in_work> == true;
#else
criterion const one = field<&p::in_work> == 1;
#endif
