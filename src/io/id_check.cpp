// SPDX-License-Identifier: BSL-1.0
#include "io/id_check.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace finsam::io {
namespace {

/// Sorts by the highest 33 bits, three times eleven; of hashes these alone are nearly all
/// different.
void sort_roughly(std::vector<std::uint64_t>& hashes)
{
    if (hashes.size() < 2048)
        return std::sort(hashes.begin(), hashes.end());
    std::vector<std::uint64_t> other(hashes.size());
    for (unsigned const lowest : {31U, 42U, 53U}) {
        auto const digit = [lowest](std::uint64_t hash) { return hash >> lowest & 2047; };
        std::array<std::size_t, 2049> first{};
        for (auto const hash : hashes)
            ++first[digit(hash) + 1];
        for (std::size_t i = 1; i < first.size(); ++i)
            first[i] += first[i - 1];
        for (auto const hash : hashes)
            other[first[digit(hash)]++] = hash;
        hashes.swap(other);
    }
}

} // namespace

std::uint64_t hash_of(std::string_view text) noexcept
{
    std::uint64_t hash = text.size();
    while (!text.empty()) {
        std::uint64_t eight = 0;
        auto const some = std::min(text.size(), sizeof eight);
        std::memcpy(&eight, text.data(), some);
        text.remove_prefix(some);
        hash = (hash ^ eight) * 0x9E3779B97F4A7C15;
        hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
    }
    return hash;
}

std::vector<std::uint64_t> repeated_among(std::vector<std::uint64_t> hashes)
{
    constexpr unsigned unsorted_bits = 31;
    sort_roughly(hashes);
    std::vector<std::uint64_t> repeated;
    for (auto first = hashes.begin(); first != hashes.end();) {
        auto const end = std::find_if(first, hashes.end(), [&](std::uint64_t hash) {
            return hash >> unsorted_bits != *first >> unsorted_bits;
        });
        std::sort(first, end);
        for (auto at = std::adjacent_find(first, end); at != end;
             at = std::adjacent_find(at, end)) {
            repeated.push_back(*at);
            at = std::upper_bound(at, end, *at);
        }
        first = end;
    }
    return repeated;
}

} // namespace finsam::io
