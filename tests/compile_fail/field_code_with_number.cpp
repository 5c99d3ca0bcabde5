// SPDX-License-Identifier: BSL-1.0
// expect: a code is compared with text
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::municipality> == "0136";
#else
criterion const one = field<&p::municipality> == 136;
#endif
