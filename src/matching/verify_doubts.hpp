// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/audit.hpp>
#include <finsam/matching/certificate.hpp>

#include "verify_survey.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam::audited {

/// Of what a certificate does not prove what it should (invändningar).
class doubts
{
public:
    explicit doubts(survey const& known)
        : known_(known)
    {}

    void about_pool(std::uint32_t intervention, std::uint32_t pool);
    void about_pool(std::uint32_t number);
    /// About their place in the pool, or where they are if it does not exist.
    void about_person(std::size_t row, std::uint32_t number);

    /// Each once, in order.
    [[nodiscard]] std::vector<finding> take();

private:
    survey const& known_;
    std::vector<finding> found_;
};

[[nodiscard]] stated_turn turn_at(turn_mark const& mark);
/// Whether the turn is before the mark's, so far as the mark tells.
[[nodiscard]] bool is_before(stated_turn one, turn_mark const& mark);
/// Whether the turn is the mark's or before it.
[[nodiscard]] bool reaches(stated_turn one, turn_mark const& mark);

/// What `certificate` says of each policy, checked line by line and person by person.
void check_cutoffs(survey const& known, std::vector<pool_cutoff> const& lines, doubts& told);
void check_closings(survey const& known, std::vector<pool_closing> const& lines, doubts& told);
void check_prices(survey const& known, std::vector<pool_price> const& lines, doubts& told);

} // namespace finsam::audited
