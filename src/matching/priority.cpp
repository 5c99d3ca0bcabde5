// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/siphash.hpp>
#include <finsam/matching/priority.hpp>

#include "detail/in_ranges.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <numeric>

namespace finsam {
namespace {

std::uint8_t hexadecimal(char digit)
{
    if (digit >= '0' && digit <= '9')
        return static_cast<std::uint8_t>(digit - '0');
    BOOST_ASSERT((digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F'));
    return static_cast<std::uint8_t>((digit | 0x20) - 'a' + 10);
}

/// The plan's seed; byte 0 is the first two digits.
detail::siphash_key key_of(plan const& agreed)
{
    detail::siphash_key key{};
    if (!agreed.matching || !agreed.matching->seed)
        return key;
    auto const& digits = *agreed.matching->seed;
    BOOST_ASSERT(digits.size() == 2 * key.size());
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::uint8_t>(hexadecimal(digits[2 * i]) << 4
                                           | hexadecimal(digits[2 * i + 1]));
    return key;
}

/// The smallest priority among the needs groups that count for each person: `counting(answers,
/// word)` has a bit for each of the 64 people of a word for whom a group does.
template<class Counting>
std::vector<std::optional<std::int64_t>> smallest(engine const& compiled,
                                                  eligibility const& eligible, Counting counting)
{
    auto const& groups = compiled.needs_groups();
    auto const priority_of = [&](std::size_t i) {
        return compiled.agreed().needs_groups[groups[i].index].priority;
    };
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, priority_of);

    // From the smallest priority on, so that each person is written once.
    std::vector<std::optional<std::int64_t>> tiers(eligible.people);
    std::vector<std::uint64_t> left((tiers.size() + 63) / 64, ~std::uint64_t{0});
    if (tiers.size() % 64 != 0)
        left.back() >>= 64 - tiers.size() % 64;
    for (auto const i : order) {
        auto const priority = priority_of(i);
        for (std::size_t word = 0; word < left.size(); ++word) {
            auto here = counting(eligible.needs_groups[i], word) & left[word];
            left[word] ^= here;
            for (; here != 0; here &= here - 1)
                tiers[word * 64 + static_cast<std::size_t>(std::countr_zero(here))] = priority;
        }
    }
    return tiers;
}

} // namespace

bool before(priority const& a, priority const& b)
{
    if (a.tier != b.tier)
        return a.tier && (!b.tier || *a.tier < *b.tier);
    if (a.waited != b.waited)
        return a.waited > b.waited;
    if (a.tie != b.tie)
        return a.tie < b.tie;
    return a.id < b.id;
}

std::uint64_t tie_number(plan const& agreed, std::string_view id)
{
    return detail::siphash_2_4(key_of(agreed), id);
}

std::vector<priority> priorities(engine const& compiled, people const& caseload,
                                 eligibility const& eligible, std::size_t threads)
{
    BOOST_ASSERT(eligible.people == caseload.size());
    auto const tiers = smallest(
        compiled, eligible, [](truth_column const& of, std::size_t word) { return of.yes[word]; });
    auto const key = key_of(compiled.agreed());
    auto const bucket = compiled.agreed().matching.value_or(matching_terms{}).waiting_bucket_days;
    auto const today = detail::to_days(compiled.as_of());
    auto const since = caseload.column(waiting_since_column);

    std::vector<priority> all(caseload.size());
    threads = detail::threads_for(all.size() / detail::rows_a_thread, threads);
    detail::in_ranges(all.size(), threads, [&](std::size_t, std::size_t first, std::size_t last) {
        for (auto row = first; row < last; ++row) {
            // Unknown, none and a day that has not come are a wait of no days.
            if (since.states[row] == fact_state::value && since.numbers[row] < today)
                all[row].waited = (std::int64_t{today} - since.numbers[row]) / bucket;
            all[row].tier = tiers[row];
            all[row].id = caseload.id(row);
            all[row].tie = detail::siphash_2_4(key, all[row].id);
        }
    });
    return all;
}

std::vector<std::optional<std::int64_t>> best_tiers(engine const& compiled,
                                                    eligibility const& eligible)
{
    return smallest(compiled, eligible,
                    [](truth_column const& of, std::size_t word) { return ~of.no[word]; });
}

} // namespace finsam
