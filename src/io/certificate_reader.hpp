// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/certificate.hpp>

#include "io/position_reader.hpp"

namespace finsam::io {

/// Reads the certificate of a matching by the plan's policy (intyg). What cannot be read has its
/// default; `in` is told why.
[[nodiscard]] certificate read_certificate(reader& in, node const& at, place const& here,
                                           plan const& agreed, position_reader& positions);

} // namespace finsam::io
