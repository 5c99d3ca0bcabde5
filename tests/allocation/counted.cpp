// SPDX-License-Identifier: BSL-1.0
#include "allocation/counted.hpp"

// A file of its own: a compiler that sees both sides of a pair takes malloc and free for a mistake.
#include "../../bench/counted_memory.hpp"

std::size_t finsam::testing_support::allocations() noexcept
{
    return counted_memory::allocations;
}
