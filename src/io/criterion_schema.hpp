// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/layout.hpp"

namespace finsam::io {

/// Adds the definitions of a criterion, and of what it refers to, to those of a schema.
void define_criterion(laid_out& definitions);

} // namespace finsam::io
