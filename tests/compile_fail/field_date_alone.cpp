// SPDX-License-Identifier: BSL-1.0
// expect: only a boolean fact is a criterion by itself; compare this one
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::disability>;
#else
criterion const one = field<&p::birth_date>;
#endif
