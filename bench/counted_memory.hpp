// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <malloc.h>
#include <new>

/// How much memory stands allocated, the most that did, and how often each thread has asked for
/// some (minne i bruk). For what is measured and for tests.
///
/// Included by one file of a program only: it replaces the program's operator new.
namespace counted_memory {

inline std::atomic<std::size_t> now{0};
inline std::atomic<std::size_t> most{0};
inline thread_local std::size_t allocations = 0; // of this thread

inline void* count(void* memory)
{
    if (memory == nullptr)
        throw std::bad_alloc();
    ++allocations;
    auto const all = now += ::malloc_usable_size(memory);
    for (auto before = most.load(); before < all && !most.compare_exchange_weak(before, all);) {
    }
    return memory;
}

inline void release(void* memory) noexcept
{
    if (memory != nullptr)
        now -= ::malloc_usable_size(memory);
    std::free(memory);
}

/// The most that stood allocated at once during the work, beside what stood there before.
///
/// Units: bytes.
template<class Work>
[[nodiscard]] std::size_t peak(Work const& work)
{
    auto const before = now.load();
    most = before;
    work();
    return most - before;
}

} // namespace counted_memory

void* operator new(std::size_t size)
{
    return counted_memory::count(std::malloc(size == 0 ? 1 : size));
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    auto const step = static_cast<std::size_t>(alignment);
    return counted_memory::count(std::aligned_alloc(step, (size + step - 1) / step * step));
}
void operator delete(void* memory) noexcept
{
    counted_memory::release(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    counted_memory::release(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    counted_memory::release(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    counted_memory::release(memory);
}
