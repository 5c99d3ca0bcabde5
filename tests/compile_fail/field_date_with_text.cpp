// SPDX-License-Identifier: BSL-1.0
// expect: a date is compared with a date
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::birth_date> < 2000y / May / 5;
#else
criterion const one = field<&p::birth_date> < "2000-05-05";
#endif
