// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/siphash.hpp>
#include <finsam/matching/priority.hpp>

#include "detail/in_ranges.hpp"

#include <boost/assert.hpp>

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

/// The smallest priority among the needs groups for which `counts` holds, for each person.
template<class Counts>
std::vector<std::optional<std::int64_t>> smallest(engine const& compiled,
                                                  eligibility const& eligible, Counts counts)
{
    std::vector<std::optional<std::int64_t>> tiers(eligible.people);
    for (std::size_t i = 0; i < compiled.needs_groups().size(); ++i) {
        auto const& group = compiled.agreed().needs_groups[compiled.needs_groups()[i].index];
        for (std::size_t row = 0; row < tiers.size(); ++row)
            if (counts(answer_of(eligible.needs_groups[i], row))
                && (!tiers[row] || group.priority < *tiers[row]))
                tiers[row] = group.priority;
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
    auto const tiers = smallest(compiled, eligible, [](truth one) { return one == truth::yes; });
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
    return smallest(compiled, eligible, [](truth one) { return one != truth::no; });
}

} // namespace finsam
