// SPDX-License-Identifier: BSL-1.0
// expect: a whole number is compared with a whole number or a parameter
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::months> >= 12;
#else
criterion const one = field<&p::months> >= "12";
#endif
