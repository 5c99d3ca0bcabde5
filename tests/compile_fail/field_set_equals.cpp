// SPDX-License-Identifier: BSL-1.0
// expect: a set is not compared as a whole; use contains, contains_any or contains_all
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::taken>.contains(level::none);
#else
criterion const one = field<&p::taken> == level::none;
#endif
