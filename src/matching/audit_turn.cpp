// SPDX-License-Identifier: BSL-1.0
#include "audit_turn.hpp"

#include <finsam/engine/assessor.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <chrono>
#include <string>
#include <tuple>
#include <vector>

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

std::vector<std::uint64_t> little_endian_words(std::string const& bytes)
{
    std::vector<std::uint64_t> words(bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        words[i / 8] += std::uint64_t{static_cast<unsigned char>(bytes[i])} << (i % 8 * 8);
    return words;
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

} // namespace

std::uint64_t lot_of(plan const& agreed, std::string_view id)
{
    auto const seed =
        agreed.matching && agreed.matching->seed ? *agreed.matching->seed : std::string(32, '0');
    auto const key = little_endian_words(bytes_of(seed));

    // The message is filled up with zeros to whole words, and its last byte is its length.
    std::string message(id);
    message.resize(id.size() / 8 * 8 + 7, '\0');
    message.push_back(static_cast<char>(id.size() % 256));

    auto const text = little_endian_words("uespemos"
                                          "modnarod"
                                          "arenegyl"
                                          "setybdet");
    std::uint64_t v[4] = {key[0] ^ text[0], key[1] ^ text[1], key[0] ^ text[2], key[1] ^ text[3]};
    for (auto const word : little_endian_words(message)) {
        v[3] ^= word;
        sip_rounds(v, 2);
        v[0] ^= word;
    }
    v[2] ^= 0xff;
    sip_rounds(v, 4);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

answers answers_about(engine const& compiled, person const& someone)
{
    assessor one(compiled);
    one.ask(someone);
    auto const groups = one.needs_groups(), interventions = one.interventions();
    return {{groups.begin(), groups.end()}, {interventions.begin(), interventions.end()}};
}

turn turn_of(engine const& compiled, person const& someone, answers const& found)
{
    turn one{.lot = lot_of(compiled.agreed(), someone.id), .id = someone.id};

    for (std::size_t i = 0; i < found.needs_groups.size(); ++i) {
        auto const tier = compiled.agreed().needs_groups[compiled.needs_groups()[i].index].priority;
        if (found.needs_groups[i] == truth::yes)
            one.tier = one.tier ? std::min(*one.tier, tier) : tier;
    }

    auto const& since = someone.facts[waiting_since_column];
    if (since.state == fact_state::value) {
        using namespace std::chrono;
        auto const waited = sys_days{compiled.as_of()} - sys_days{days{since.number}};
        auto const bucket =
            compiled.agreed().matching ? compiled.agreed().matching->waiting_bucket_days : 1;
        if (waited > days{0})
            one.buckets = waited.count() / bucket;
    }
    return one;
}

bool served_before(turn const& a, turn const& b)
{
    return std::tuple(!a.tier, a.tier, -a.buckets, a.lot, a.id)
           < std::tuple(!b.tier, b.tier, -b.buckets, b.lot, b.id);
}

} // namespace finsam::audited
