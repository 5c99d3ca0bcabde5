// SPDX-License-Identifier: BSL-1.0
// expect: municipality_code
#include <finsam/model/municipality_code.hpp>

#ifdef MUST_COMPILE
constexpr finsam::municipality_code one{"0136"};
#else
constexpr finsam::municipality_code one{"013a"};
#endif
