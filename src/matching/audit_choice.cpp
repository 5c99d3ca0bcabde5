// SPDX-License-Identifier: BSL-1.0
#include "audit_choice.hpp"

#include <algorithm>
#include <numeric>

namespace finsam::audited {

void chooser::seating::clear(std::vector<std::int64_t> const& seats,
                             std::vector<usable_reserves> const& kinds)
{
    seats_ = &seats;
    kinds_ = &kinds;
    sitting_.assign(seats.size() * kinds.size(), 0);
    taken_.assign(seats.size(), 0);
    closed_.assign(seats.size(), 0);
}

bool chooser::seating::admit(std::uint32_t kind)
{
    tried_ = closed_;
    if (find_seat(kind))
        return true;
    closed_.swap(tried_); // where no seat was to be had, there never will be one
    return false;
}

bool chooser::seating::find_seat(std::uint32_t kind)
{
    auto const kinds = static_cast<std::uint32_t>(kinds_->size());
    for (auto const at : (*kinds_)[kind]) {
        if (tried_[at] != 0)
            continue;
        tried_[at] = 1;
        auto* const sitting = sitting_.data() + at * kinds;
        if (taken_[at] < (*seats_)[at]) {
            ++taken_[at];
            ++sitting[kind];
            return true;
        }
        for (std::uint32_t other = 0; other < kinds; ++other)
            if (sitting[other] != 0 && find_seat(other)) {
                --sitting[other];
                ++sitting[kind];
                return true;
            }
    }
    return false;
}

void chooser::look_at(std::int64_t free, std::vector<reserve> const& reserved,
                      std::vector<usable_reserves> const& kinds)
{
    free_ = free;
    kinds_ = &kinds;
    // Reserves that exceed the free seats are cut from the last listed backwards.
    seats_.clear();
    hard_seats_.clear();
    auto left = free;
    for (auto const& one : reserved) {
        seats_.push_back(std::min(one.count, left));
        hard_seats_.push_back(one.hard ? seats_.back() : 0);
        left -= seats_.back();
    }
}

std::span<seat const> chooser::operator()(std::span<std::uint32_t const> applicants)
{
    given_.assign(applicants.size(), seat::none);
    auto open = free_;
    if (!seats_.empty()) {
        // The reserve set: in order of priority, whoever still fits.
        reserve_set_.clear(seats_, *kinds_);
        for (std::size_t i = 0; i < applicants.size(); ++i)
            if (reserve_set_.admit(applicants[i])) {
                given_[i] = seat::reserved;
                --open;
            }

        // Hard seats stay empty as far as the reserve set cannot fill them.
        auto const hard_seats =
            std::accumulate(hard_seats_.begin(), hard_seats_.end(), std::int64_t{0});
        if (hard_seats != 0) {
            open -= hard_seats;
            hard_.clear(hard_seats_, *kinds_);
            for (std::size_t i = 0; i < applicants.size(); ++i)
                if (given_[i] == seat::reserved && hard_.admit(applicants[i]))
                    ++open;
        }
    }

    // What remains goes by priority to everyone else.
    for (auto& one : given_)
        if (one == seat::none && open > 0) {
            one = seat::open;
            --open;
        }
    return given_;
}

std::vector<bool> chosen(std::int64_t free, std::vector<reserve> const& reserved,
                         std::vector<usable_reserves> const& applicants)
{
    // Everybody a kind of their own.
    std::vector<std::uint32_t> kinds(applicants.size());
    std::iota(kinds.begin(), kinds.end(), 0U);
    chooser choose;
    choose.look_at(free, reserved, applicants);
    std::vector<bool> taken;
    for (auto const one : choose(kinds))
        taken.push_back(one != seat::none);
    return taken;
}

} // namespace finsam::audited
