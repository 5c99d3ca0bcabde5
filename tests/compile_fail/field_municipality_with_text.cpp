// SPDX-License-Identifier: BSL-1.0
// expect: a municipality is compared with a municipality_code
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::home> == municipality_code{"0136"};
#else
criterion const one = field<&p::home> == "0136";
#endif
