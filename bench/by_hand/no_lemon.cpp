// SPDX-License-Identifier: BSL-1.0
#include "lemon.hpp"

namespace finsam::bench {

bool has_lemon()
{
    return false;
}

std::int64_t lemon_greatest_sum(weighted_lists const&)
{
    return 0;
}

} // namespace finsam::bench
