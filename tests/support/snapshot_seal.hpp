// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/snapshot_format.hpp"

#include <string>

namespace finsam::testing_support {

/// Makes the size and the sums of a snapshot right again, as somebody would who changes it on
/// purpose. What can no longer be found in it is left as it is.
inline void seal_again(std::string& bytes)
{
    using namespace io;
    snapshot_header header;
    if (bytes.size() < sizeof header)
        return;
    std::memcpy(&header, bytes.data(), sizeof header);
    header.size = bytes.size();
    if (header.pieces > bytes.size() / sizeof(snapshot_entry) || header.details > bytes.size()
        || first_piece(header) > bytes.size())
        return;
    auto at = first_piece(header);
    for (std::size_t i = 0; i < header.pieces; ++i) {
        auto* const place = bytes.data() + sizeof header + i * sizeof(snapshot_entry);
        snapshot_entry entry;
        std::memcpy(&entry, place, sizeof entry);
        if (entry.size > bytes.size() - at)
            break;
        entry.sum = detail::checksum(std::string_view(bytes).substr(at, entry.size), i);
        std::memcpy(place, &entry, sizeof entry);
        at += entry.size;
    }
    auto const between =
        std::string_view(bytes).substr(sizeof header, first_piece(header) - sizeof header);
    header.sum = sum_of(header, between);
    std::memcpy(bytes.data(), &header, sizeof header);
}

} // namespace finsam::testing_support
