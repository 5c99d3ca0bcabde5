// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/finsam.h>
#include <finsam/io/results.hpp>
#include <finsam/model/diagnostic.hpp>

#include "c/handles.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace finsam::c {

/// The call does not fit the header (felaktigt anrop).
struct wrong_use
{
    std::string argument{}; ///< its pointer, "/plan"
    std::string message{};
    std::string hint{};
};

/// What is told when there is no memory to tell anything; nobody owns it.
extern finsam_result no_memory_result;

/// Hands out a document.
void give(finsam_result** result, std::string document);

/// The status and the document of the exception being handled. Precondition: there is one.
///
/// Errors: throws `std::bad_alloc`.
[[nodiscard]] finsam_status told(finsam_result** result);

/// Does the work of a function of the C interface: no exception comes out (skyddat anrop).
///
/// `work` hands out what it made last of all, when nothing can fail any more.
template<class Work>
finsam_status guarded(finsam_result** result, Work const& work) noexcept
{
    if (result == nullptr)
        return finsam_wrong_use;
    *result = nullptr;
    try {
        try {
            work();
            return finsam_done;
        } catch (...) {
            return told(result);
        }
    } catch (...) {
        *result = &no_memory_result;
        return finsam_no_memory;
    }
}

/// The same for a function that also hands out a handle: it is NULL until then, whatever is wrong.
template<class Handle, class Work>
finsam_status guarded(Handle** made, finsam_result** result, Work const& work) noexcept
{
    if (made != nullptr)
        *made = nullptr;
    return guarded(result, work);
}

/// What a pointer of the caller points at. `name` is the argument's, or the path to a member.
///
/// Errors: `wrong_use` for NULL.
template<class T>
[[nodiscard]] T& given(T* argument, std::string_view name)
{
    if (argument == nullptr)
        throw wrong_use{"/" + std::string(name), "`" + std::string(name) + "` is NULL",
                        "it must point at something"};
    return *argument;
}

/// Numbers of the caller, which must lie where the machine may read them.
///
/// Errors: `wrong_use` for NULL and for an address that such numbers cannot have.
template<class Number>
[[nodiscard]] Number const* given_numbers(Number const* first, std::string_view name)
{
    // Looked at before it is a reference, which must not be misaligned.
    if (reinterpret_cast<std::uintptr_t>(first) % alignof(Number) != 0)
        throw wrong_use{"/" + std::string(name),
                        "`" + std::string(name) + "` do not lie where such numbers may",
                        "their address is a multiple of " + std::to_string(alignof(Number))};
    return &given(first, name);
}

/// A text of the caller.
[[nodiscard]] inline std::string_view given_text(char const* text, std::size_t length,
                                                 std::string_view name)
{
    return {&given(text, name), length};
}

} // namespace finsam::c
