// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>

#include <cstddef>

namespace finsam::c {

/// How large a structure was in 0.1, the least that any caller has (första storlek).
///
/// Units: bytes, up to the end of the last member that it had then. A member that is added later
///        leaves this as it is.
template<class Structure>
inline constexpr std::size_t first_size = 0;

template<>
inline constexpr std::size_t first_size<finsam_options> = offsetof(finsam_options, exact)
                                                          + sizeof(finsam_options::exact);
template<>
inline constexpr std::size_t first_size<finsam_texts> = offsetof(finsam_texts, valid_length)
                                                        + sizeof(finsam_texts::valid_length);
template<>
inline constexpr std::size_t first_size<finsam_column> = offsetof(finsam_column, codes)
                                                         + sizeof(finsam_column::codes);
template<>
inline constexpr std::size_t first_size<finsam_consent> = offsetof(finsam_consent, given_length)
                                                          + sizeof(finsam_consent::given_length);
template<>
inline constexpr std::size_t first_size<finsam_columns> = offsetof(finsam_columns, preferences)
                                                          + sizeof(finsam_columns::preferences);

// What was compiled with 0.1 has these: no member may come before the last, leave or change its
// size.
static_assert(first_size<finsam_options> == 2 * sizeof(std::size_t) + 8);
static_assert(first_size<finsam_texts> == 4 * sizeof(std::size_t) + 3 * sizeof(void*));
static_assert(first_size<finsam_column> == 5 * sizeof(std::size_t) + 6 * sizeof(void*));
static_assert(first_size<finsam_consent> == 3 * sizeof(std::size_t) + 2 * sizeof(void*));
static_assert(first_size<finsam_columns> == 4 * sizeof(std::size_t) + 5 * sizeof(void*));

} // namespace finsam::c
