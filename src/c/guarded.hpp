// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/finsam.h>
#include <finsam/io/results.hpp>
#include <finsam/model/diagnostic.hpp>

#include "c/handles.hpp"

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

/// The same, for a handle that will be handed out: it is NULL until then.
template<class T>
[[nodiscard]] T*& handed_out(T** argument, std::string_view name)
{
    auto& out = given(argument, name);
    out = nullptr;
    return out;
}

/// A text of the caller.
[[nodiscard]] inline std::string_view given_text(char const* text, std::size_t length,
                                                 std::string_view name)
{
    return {&given(text, name), length};
}

} // namespace finsam::c
