// SPDX-License-Identifier: BSL-1.0
// expect: one_of is for whole numbers, choices and codes
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::months>.one_of(1);
#else
criterion const one = field<&p::in_work>.one_of(true);
#endif
