// SPDX-License-Identifier: BSL-1.0
#include "verify_doubts.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace finsam::audited {

void doubts::about_pool(std::uint32_t intervention, std::uint32_t pool)
{
    found_.push_back({finding_kind::wrong_certificate, {}, intervention, pool});
}

void doubts::about_pool(std::uint32_t number)
{
    about_pool(known_.pools()[number].intervention, known_.pools()[number].pool);
}

void doubts::about_person(std::size_t row, std::uint32_t number)
{
    if (number == survey::no_pool)
        return found_.push_back(
            {finding_kind::wrong_certificate, row, known_.held(row).intervention});
    auto const& pool = known_.pools()[number];
    found_.push_back({finding_kind::wrong_certificate, row, pool.intervention, pool.pool});
}

std::vector<finding> doubts::take()
{
    auto const by = [](finding const& one) {
        return std::tie(one.person, one.intervention, one.pool);
    };
    std::sort(found_.begin(), found_.end(),
              [&](finding const& a, finding const& b) { return by(a) < by(b); });
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
}

stated_turn turn_at(turn_mark const& mark)
{
    return {.tier = mark.tier, .buckets = mark.buckets, .lot = mark.tie};
}

bool is_before(stated_turn one, turn_mark const& mark)
{
    one.id = {};
    return served_before(one, turn_at(mark));
}

bool reaches(stated_turn one, turn_mark const& mark)
{
    one.id = {};
    return !served_before(turn_at(mark), one);
}

} // namespace finsam::audited
