// SPDX-License-Identifier: BSL-1.0
#include "audit_pool.hpp"

#include <algorithm>

namespace finsam::audited {

std::int64_t free_seats(pool const& agreed, seats const& given)
{
    return std::max<std::int64_t>(0, agreed.count - given.incumbents);
}

pool_judge::pool_judge(engine const& compiled, place_list const& places, reading const& read,
                       turn_order before)
    : compiled_(compiled)
    , places_(places)
    , read_(read)
    , before_(before)
    , kind_of_company_(read.companies.size())
    , looked_at_(read.companies.size())
{}

void pool_judge::look_at(std::uint32_t place)
{
    place_ = place;
    holders_ = read_.holders.of(place);
    ++pool_number_;
    kinds_.assign(1, {}); // those who may use no reserve
    groups_.clear();
    auto const& agreed = places_[place];
    for (auto const& one : agreed.reserved) {
        auto& group = groups_.emplace_back(nothing); // not in force
        for (std::uint32_t i = 0; i < compiled_.needs_groups().size(); ++i)
            if (compiled_.agreed().needs_groups[compiled_.needs_groups()[i].index].id
                == one.needs_group)
                group = i;
    }
    sits_.clear();
    for (auto const row : holders_)
        sits_.push_back(kind_of(row));

    // Too many people for the seats is said once, and then there are as many seats as people. A
    // seat given to somebody who is no applicant at all is a seat less.
    auto const& given = read_.given[place];
    auto const strangers = given.given - static_cast<std::int64_t>(holders_.size());
    choose_.look_at(std::max(free_seats(agreed, given), given.given) - strangers, agreed.reserved,
                    kinds_);
}

/// Those who may use the same reserves are one kind.
std::uint32_t pool_judge::kind_of(std::size_t row)
{
    if (groups_.empty())
        return 0;
    auto const company = read_.company_of[row];
    if (looked_at_[company] != pool_number_) {
        looked_at_[company] = pool_number_;
        usable_reserves uses;
        for (std::size_t i = 0; i < groups_.size(); ++i)
            if (groups_[i] != nothing && read_.companies.is_in(company, groups_[i]))
                uses.push_back(i);
        auto const found = std::find(kinds_.begin(), kinds_.end(), uses);
        kind_of_company_[company] = static_cast<std::uint32_t>(found - kinds_.begin());
        if (found == kinds_.end())
            kinds_.push_back(std::move(uses));
    }
    return kind_of_company_[company];
}

void pool_judge::judge(std::uint32_t place, std::span<std::uint32_t> successor)
{
    look_at(place);
    auto const before = findings_.size();
    auto const sitting = choose_(sits_);
    for (std::size_t i = 0; i < sitting.size(); ++i)
        if (sitting[i] == seat::none) // only a hard reserve can say no
            findings_.push_back({finding_kind::reserve_ignored,
                                 holders_[i],
                                 places_.intervention(place),
                                 places_.pool_number(place),
                                 {}});
    welcome_.clear();
    for (auto const row : read_.wanting.of(place))
        check_wish(row);
    if (!successor.empty() && findings_.size() == before)
        find_successors(successor);
}

/// Somebody wants a seat in the pool. Would the pool, with them asking too, have chosen them?
void pool_judge::check_wish(std::uint32_t row)
{
    auto const kind = kind_of(row);
    if (welcome_.size() < kinds_.size())
        welcome_.resize(kinds_.size());
    auto& known = welcome_[kind];
    if (!known.is_known)
        known = {.is_known = true, .count = count_chosen(kind)};
    if (known.first == nothing || before_(row, known.first))
        known.first = row;
    // Whoever stands after the last holder before whom a newcomer is good enough is not.
    bool const is_refused =
        known.count == 0
        || (known.count <= holders_.size() && !before_(row, holders_[known.count - 1]));
    if (!is_refused)
        tell(row, kind);
}

/// They would. Instead of whom? The last in order who would have had to go.
void pool_judge::tell(std::uint32_t row, std::uint32_t kind)
{
    auto const position = static_cast<std::size_t>(
        std::upper_bound(holders_.begin(), holders_.end(), row, before_) - holders_.begin());
    auto& known = welcome_[kind].instead_of;
    if (known.empty())
        known.resize(holders_.size() + 1);
    if (!known[position]) {
        auto by = nothing;
        auto const taken = choose_with(position, kind);
        for (std::size_t i = 0; i < holders_.size(); ++i)
            if (taken[i < position ? i : i + 1] == seat::none)
                by = holders_[i];
        known[position] = by;
    }
    auto const by = *known[position];
    finding one{finding_kind::empty_seat,
                row,
                places_.intervention(place_),
                places_.pool_number(place_),
                {}};
    if (by != nothing) {
        one.kind = before_(row, by) ? finding_kind::passed_over : finding_kind::reserve_ignored;
        one.by = by;
    }
    findings_.push_back(one);
}

/// How many places in the order of the holders are good enough for a newcomer. By bisection: who
/// would be chosen would also be chosen standing further ahead.
std::size_t pool_judge::count_chosen(std::uint32_t kind)
{
    std::size_t low = 0, high = holders_.size() + 1;
    while (low < high) {
        auto const middle = (low + high) / 2;
        if (choose_with(middle, kind)[middle] != seat::none)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// What the pool gives its holders and a newcomer who stands before holder `position`.
std::span<seat const> pool_judge::choose_with(std::size_t position, std::uint32_t kind)
{
    auto const at = sits_.begin() + static_cast<std::ptrdiff_t>(position);
    applicants_.assign(sits_.begin(), at);
    applicants_.push_back(kind);
    applicants_.insert(applicants_.end(), at, sits_.end());
    return choose_(applicants_);
}

void pool_judge::find_successors(std::span<std::uint32_t> into)
{
    // Of those who may use the same reserves only the first in turn can come next.
    std::vector<std::uint32_t> first;
    for (auto const& one : welcome_)
        if (one.first != nothing)
            first.push_back(one.first);
    if (first.empty())
        return;
    std::sort(first.begin(), first.end(), before_);
    std::vector<std::uint32_t> asking, kinds;
    std::vector<char> holds;
    auto const ask = [&](std::uint32_t row, std::uint32_t kind, bool is_holder) {
        asking.push_back(row);
        kinds.push_back(kind);
        holds.push_back(is_holder ? 1 : 0);
    };
    auto waiting = first.begin();
    for (std::size_t i = 0; i < holders_.size(); ++i) {
        for (; waiting != first.end() && before_(*waiting, holders_[i]); ++waiting)
            ask(*waiting, kind_of(*waiting), false);
        ask(holders_[i], sits_[i], true);
    }
    for (; waiting != first.end(); ++waiting)
        ask(*waiting, kind_of(*waiting), false);

    // Who would come next depends on the leaver's kind and seat alone. Without somebody who has an
    // open seat the reserve set is what it was, and one open seat is free. Without somebody of the
    // reserve set it is what is left and, if there is one, the first in turn outside it who fits
    // in; whether they do, and how many hard seats the set then fills, only the kinds in it say.
    auto const held = choose_(kinds);
    std::vector<seat> const sits(held.begin(), held.end());
    auto next_of_open = not_sought;
    std::vector<std::uint32_t> next_of(kinds_.size(), not_sought); // the reserve set, by kind
    for (std::size_t leaving = 0; leaving < asking.size(); ++leaving) {
        if (holds[leaving] == 0)
            continue;
        auto& next = sits[leaving] == seat::open ? next_of_open : next_of[kinds[leaving]];
        if (next == not_sought) {
            auto const at = kinds.begin() + static_cast<std::ptrdiff_t>(leaving);
            applicants_.assign(kinds.begin(), at);
            applicants_.insert(applicants_.end(), at + 1, kinds.end());
            auto const taken = choose_(applicants_);
            next = nothing;
            for (std::size_t i = 0; i < taken.size() && next == nothing; ++i) {
                auto const one = i < leaving ? i : i + 1;
                if (holds[one] == 0 && taken[i] != seat::none)
                    next = asking[one];
            }
        }
        into[asking[leaving]] = next;
    }
}

} // namespace finsam::audited
