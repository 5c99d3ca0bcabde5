// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/finsam.h>
#include <finsam/model/text.hpp>

#include <cstddef>

namespace finsam::c {

/// `finsam_options` as what they mean (val).
struct wanted_options
{
    std::size_t threads = 0;
    language spoken = language::sv;
    bool exact = false;
};

/// Reads the options of a call; NULL is all 0.
///
/// Errors: throws `wrong_use`.
[[nodiscard]] wanted_options read_options(finsam_options const* options);

} // namespace finsam::c
