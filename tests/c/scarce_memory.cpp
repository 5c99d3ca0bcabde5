// SPDX-License-Identifier: BSL-1.0
#include "c/scarce_memory.hpp"

#include <cstdlib>
#include <limits>
#include <new>

// A file of its own: a compiler that sees both sides of a pair takes malloc and free for a mistake.
namespace {

constexpr auto plenty = std::numeric_limits<std::size_t>::max();
thread_local std::size_t left = plenty;

void* allocate(std::size_t alignment, std::size_t size)
{
    if (left == 0)
        throw std::bad_alloc();
    if (left != plenty)
        --left;
    size = (size + alignment - 1) / alignment * alignment;
    if (void* const memory = alignment > alignof(std::max_align_t)
                                 ? std::aligned_alloc(alignment, size)
                                 : std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}

void* allocate_or_not(std::size_t size) noexcept
{
    try {
        return allocate(1, size);
    } catch (std::bad_alloc const&) {
        return nullptr;
    }
}

} // namespace

void finsam::testing_support::allow_allocations(std::size_t count) noexcept
{
    left = count;
}

void finsam::testing_support::allow_all_allocations() noexcept
{
    left = plenty;
}

// Every form of them: a sanitizer has its own, and must not see one of each kind.
void* operator new(std::size_t size)
{
    return allocate(1, size);
}
void* operator new[](std::size_t size)
{
    return allocate(1, size);
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate(static_cast<std::size_t>(alignment), size);
}
void* operator new[](std::size_t size, std::align_val_t alignment)
{
    return allocate(static_cast<std::size_t>(alignment), size);
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept
{
    return allocate_or_not(size);
}
void* operator new[](std::size_t size, std::nothrow_t const&) noexcept
{
    return allocate_or_not(size);
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::nothrow_t const&) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::nothrow_t const&) noexcept
{
    std::free(memory);
}
