// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/model/policy.hpp>

#include <boost/mp11/algorithm.hpp>

#include <vector>

namespace finsam::testing_support {

/// Each policy that there is, in order.
[[nodiscard]] inline std::vector<policy> every_policy()
{
    std::vector<policy> all;
    boost::mp11::mp_for_each<detail::values_of<policy>>(
        [&](auto one) { all.push_back(one.value); });
    return all;
}

} // namespace finsam::testing_support
