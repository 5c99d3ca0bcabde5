// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What users of the library call; the rest is hidden in it (exporteras).
///
/// The same in a static library as in a shared one, so nobody has to define anything. A shared
/// library that takes a static finsam in keeps it to itself by `-Wl,--exclude-libs,libfinsam.a`.
#define FINSAM_EXPORT __attribute__((visibility("default")))
