// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>

#include <functional>
#include <string_view>

namespace finsam::io {

/// Hands over the bytes of a snapshot in their order, in pieces of any length.
void write_snapshot(people const& caseload, std::function<void(std::string_view)> const& take);

} // namespace finsam::io
