// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace finsam::io {

/// Where a walk through a document stands; written out only when a mistake is found.
///
/// The places above must outlive it, as they do when a walk makes them on the stack.
struct place
{
    place const* above = nullptr;
    std::string_view key{};
    std::size_t index = 0;
    bool is_item = false; ///< of an array

    [[nodiscard]] place member(std::string_view name) const { return {this, name, 0, false}; }
    [[nodiscard]] place item(std::size_t number) const { return {this, {}, number, true}; }
};

/// One token of a JSON Pointer with its slash (RFC 6901).
[[nodiscard]] std::string pointer_token(std::string_view key);

/// The JSON Pointer of the place; the outermost value's is empty.
[[nodiscard]] std::string to_pointer(place const& here);

} // namespace finsam::io
