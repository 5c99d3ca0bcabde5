// SPDX-License-Identifier: BSL-1.0
//
// For processors that do not have what avx512.cpp is compiled for.
#include "stores.hpp"

namespace by_hand {

bool can_run()
{
    return false;
}
void count_bytes(byte_store const&, counts&) {}
void count_planes(plane_store const&, counts&) {}

} // namespace by_hand
