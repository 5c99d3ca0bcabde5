// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include "io/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam::io {

/// Reads where something stands in the plan: an intervention by its id, a pool by its number (läge
/// i planen). What cannot be read is 0 or nothing, and `in` is told.
///
/// Precondition: `in` and the plan live longer.
class position_reader
{
public:
    position_reader(reader& in, plan const& agreed);

    [[nodiscard]] std::optional<std::uint32_t> intervention(node const& at, place const& here);

    [[nodiscard]] std::uint32_t pool(node const& at, place const& here,
                                     std::optional<std::uint32_t> intervention);

    /// A position in a list of so many.
    [[nodiscard]] std::uint32_t position(node const& at, place const& here, std::size_t count,
                                         std::string_view of);

    /// A whole number that is not below the least; it, if not.
    [[nodiscard]] std::uint64_t number(node const& at, place const& here, std::uint64_t least);

private:
    reader& in_;
    plan const& plan_;
    std::unordered_map<std::string_view, std::size_t> positions_;
    std::vector<std::string_view> interventions_;
};

} // namespace finsam::io
