// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>
#include <finsam/engine/compile.hpp>

#include "c/column_texts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam::c {

/// What people have a place in and wish for, as positions among the interventions (önskemål).
///
/// Shape: memory of its own, but for which lists are there.
class column_wishes
{
public:
    /// Looks at `placed` and `preferences`.
    ///
    /// Errors: every mistake into `found`. Throws `wrong_use`.
    /// Complexity: O(names + interventions).
    column_wishes(engine const& compiled, finsam_columns const& given, mistakes& found);

    /// Where each has a place, or nothing; empty if nobody has one.
    [[nodiscard]] std::vector<std::optional<std::uint32_t>> const& placed() const noexcept
    {
        return placed_;
    }

    /// The person's own list, or nothing. Precondition: there were no mistakes.
    [[nodiscard]] std::optional<std::span<std::uint32_t const>> preferences(std::size_t row) const;

private:
    void read_placed(column_texts const& names, mistakes& found);
    void read_list(std::string_view names, std::string const& pointer, mistakes& found);
    [[nodiscard]] std::optional<std::uint32_t> named(std::string_view id, std::string_view what,
                                                     std::string const& pointer,
                                                     mistakes& found) const;

    std::vector<intervention> const& all_;
    std::unordered_map<std::string_view, std::uint32_t> positions_{}; // among all
    std::vector<std::optional<std::uint32_t>> placed_{};
    std::optional<column_texts> lists_{};
    std::vector<std::uint32_t> wished_{}; // the lists of all, one after the other
    std::vector<std::size_t> ends_{0};    // list i is from ends_[i] up to ends_[i + 1]
};

} // namespace finsam::c
