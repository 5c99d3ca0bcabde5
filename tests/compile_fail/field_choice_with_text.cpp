// SPDX-License-Identifier: BSL-1.0
// expect: a choice or a set is compared with a value of its own enum
#include <finsam/rules/field.hpp>

#include "../support/field_participant.hpp"

using namespace finsam;
using namespace std::chrono;
using testing_support::level;
using p = testing_support::field_participant;

#ifdef MUST_COMPILE
criterion const one = field<&p::education> == level::compulsory;
#else
criterion const one = field<&p::education> == "compulsory";
#endif
