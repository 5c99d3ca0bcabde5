// SPDX-License-Identifier: BSL-1.0
// expect: only whole numbers, ordered choices and dates have an order
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::diagnosis> == "F20";
#else
criterion const one = field<&p::diagnosis> < "F20";
#endif
