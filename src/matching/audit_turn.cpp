// SPDX-License-Identifier: BSL-1.0
#include "audit_turn.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <chrono>
#include <string>

namespace finsam::audited {
namespace {

// The names of the paper's figure 2.1: a SipRound is two of these halves.
void half_round(std::uint64_t& a, std::uint64_t& b, std::uint64_t& c, std::uint64_t& d, int s,
                int t)
{
    a += b;
    c += d;
    b = std::rotl(b, s) ^ a;
    d = std::rotl(d, t) ^ c;
    a = std::rotl(a, 32);
}

void sip_rounds(std::uint64_t (&v)[4], int count)
{
    while (count-- > 0) {
        half_round(v[0], v[1], v[2], v[3], 13, 16);
        half_round(v[2], v[1], v[0], v[3], 17, 21);
    }
}

/// Up to eight bytes as a number, the first byte lowest.
std::uint64_t little_endian(std::string_view bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        word += std::uint64_t{static_cast<unsigned char>(bytes[i])} << i * 8;
    return word;
}

std::string bytes_of(std::string const& hexadecimal)
{
    std::string bytes(hexadecimal.size() / 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        unsigned value = 0;
        auto const* first = hexadecimal.data() + 2 * i;
        std::from_chars(first, first + 2, value, 16);
        bytes[i] = static_cast<char>(value);
    }
    return bytes;
}

std::array<std::uint64_t, 2> key_of(plan const& agreed)
{
    auto const seed =
        agreed.matching && agreed.matching->seed ? *agreed.matching->seed : std::string(32, '0');
    auto const bytes = bytes_of(seed);
    std::string_view const all = bytes;
    return {little_endian(all.substr(0, 8)), little_endian(all.substr(8, 8))};
}

} // namespace

lottery::lottery(plan const& agreed)
    : key_(key_of(agreed))
{}

std::uint64_t lottery::lot(std::string_view id) const
{
    std::uint64_t v[4] = {key_[0] ^ little_endian("uespemos"), key_[1] ^ little_endian("modnarod"),
                          key_[0] ^ little_endian("arenegyl"), key_[1] ^ little_endian("setybdet")};
    auto const take = [&](std::uint64_t word) {
        v[3] ^= word;
        sip_rounds(v, 2);
        v[0] ^= word;
    };
    auto left = id;
    for (; left.size() >= 8; left.remove_prefix(8))
        take(little_endian(left.substr(0, 8)));
    // The message is filled up with zeros to whole words, and its last byte is its length.
    take(little_endian(left) + (std::uint64_t{id.size() % 256} << 56));
    v[2] ^= 0xff;
    sip_rounds(v, 4);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

turn_book::turn_book(engine const& compiled)
    : lottery_(compiled.agreed())
    , today_(std::chrono::sys_days{compiled.as_of()}.time_since_epoch().count())
{
    if (compiled.agreed().matching)
        bucket_days_ = compiled.agreed().matching->waiting_bucket_days;
    std::vector<std::int64_t> tiers;
    for (auto const& one : compiled.needs_groups())
        tiers.push_back(compiled.agreed().needs_groups[one.index].priority);
    auto sorted = tiers;
    std::sort(sorted.begin(), sorted.end());
    for (auto const one : tiers)
        tiers_.push_back(static_cast<std::uint32_t>(
            std::lower_bound(sorted.begin(), sorted.end(), one) - sorted.begin()));
    no_tier_ = static_cast<std::uint32_t>(sorted.size());
}

std::int64_t turn_book::buckets(std::optional<std::int32_t> waiting_since) const
{
    return waiting_since && *waiting_since < today_ ? (today_ - *waiting_since) / bucket_days_ : 0;
}

turn turn_book::of(std::string_view id, std::optional<std::int32_t> waiting_since,
                   std::uint32_t best_tier) const
{
    // Days are numbers of 32 bits, and so many at most lie between two of them.
    constexpr std::int64_t most = 0xFFFFFFFF;
    return {.first = (std::uint64_t{best_tier} << 32)
                     + static_cast<std::uint64_t>(most - buckets(waiting_since)),
            .lot = lot(id)};
}

} // namespace finsam::audited
