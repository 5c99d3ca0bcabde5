// SPDX-License-Identifier: BSL-1.0
#include "allocation/counted.hpp"

#include <cstdlib>
#include <new>

// A file of its own: a compiler that sees both sides of a pair takes malloc and free for a mistake.
namespace {
thread_local std::size_t counted = 0;
}

std::size_t finsam::testing_support::allocations() noexcept
{
    return counted;
}

void* operator new(std::size_t size)
{
    ++counted;
    if (void* const memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    ++counted;
    auto const step = static_cast<std::size_t>(alignment);
    if (void* const memory = std::aligned_alloc(step, (size + step - 1) / step * step))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
