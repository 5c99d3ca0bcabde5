// SPDX-License-Identifier: BSL-1.0
// expect: a boolean and a set are never none
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::months>.is_none();
#else
criterion const one = field<&p::taken>.is_none();
#endif
