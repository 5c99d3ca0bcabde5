// SPDX-License-Identifier: BSL-1.0
#include "audit_choice.hpp"

#include <algorithm>

namespace finsam::audited {
namespace {

/// People on distinct reserved seats; one more is let in if everyone can be given another seat so
/// that all have one (H. W. Kuhn, The Hungarian method, 1955: augmenting paths).
class seating
{
public:
    seating(std::vector<std::int64_t> seats, std::vector<usable_reserves> const& applicants)
        : seats_(std::move(seats))
        , applicants_(applicants)
        , sitting_(seats_.size())
        , closed_(seats_.size())
    {}

    bool admit(std::size_t applicant)
    {
        auto tried = closed_;
        if (find_seat(applicant, tried))
            return true;
        closed_ = std::move(tried); // where no seat was to be had, there never will be one
        return false;
    }

private:
    bool find_seat(std::size_t applicant, std::vector<bool>& tried)
    {
        for (auto const at : applicants_[applicant]) {
            if (tried[at])
                continue;
            tried[at] = true;
            if (std::int64_t(sitting_[at].size()) < seats_[at]) {
                sitting_[at].push_back(applicant);
                return true;
            }
            for (auto& other : sitting_[at])
                if (find_seat(other, tried)) {
                    other = applicant;
                    return true;
                }
        }
        return false;
    }

    std::vector<std::int64_t> seats_;
    std::vector<usable_reserves> const& applicants_;
    std::vector<std::vector<std::size_t>> sitting_; // by reserve
    std::vector<bool> closed_;                      // by reserve
};

} // namespace

std::vector<bool> chosen(std::int64_t free, std::vector<reserve> const& reserved,
                         std::vector<usable_reserves> const& applicants)
{
    // Reserves that exceed the free seats are cut from the last listed backwards.
    std::vector<std::int64_t> seats, hard_seats;
    auto left = free;
    for (auto const& one : reserved) {
        seats.push_back(std::min(one.count, left));
        hard_seats.push_back(one.hard ? seats.back() : 0);
        left -= seats.back();
    }

    // The reserve set: in order of priority, whoever still fits.
    std::vector<bool> taken(applicants.size());
    seating reserve_set(seats, applicants);
    std::int64_t open = free;
    for (std::size_t i = 0; i < applicants.size(); ++i)
        if (reserve_set.admit(i)) {
            taken[i] = true;
            --open;
        }

    // Hard seats stay empty as far as the reserve set cannot fill them.
    seating hard(hard_seats, applicants);
    for (auto const count : hard_seats)
        open -= count;
    for (std::size_t i = 0; i < applicants.size(); ++i)
        if (taken[i] && hard.admit(i))
            ++open;

    // What remains goes by priority to everyone else.
    for (std::size_t i = 0; i < applicants.size(); ++i)
        if (!taken[i] && open > 0) {
            taken[i] = true;
            --open;
        }
    return taken;
}

} // namespace finsam::audited
