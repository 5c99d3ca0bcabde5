// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/piece.hpp>
#include <finsam/model/plan.hpp>
#include <finsam/rules/schema.hpp>

#include "io/snapshot_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace finsam::io {

/// For each column the number of each code in a snapshot.
using code_numbers = std::vector<std::vector<std::int32_t>>;

[[nodiscard]] inline std::string_view bytes_of(piece const& one)
{
    return {reinterpret_cast<char const*>(one.memory.words()), one.memory.size()};
}

/// What there is to know of a piece besides its memory. Whether somebody has none or withholds
/// something is not written: the planes say it.
void write_details(byte_writer& out, piece const& one, code_numbers const& numbers);

/// What pieces of the people of a plan may say (gränser).
struct piece_limits
{
    /// Precondition: the vocabulary is the plan's and stays as long as this is used.
    piece_limits(plan const& agreed, schema const& facts);

    schema const& vocabulary;
    std::vector<std::size_t> codes;        ///< a column, how many there are
    std::uint32_t interventions = 0;       ///< all of them
    std::vector<std::uint32_t> structural; ///< those in which nobody has a place
};

/// Reads what `write_details` wrote.
///
/// Returns: a piece without memory whose `parts()` are `size` bytes long, every place and number of
///          which lies within the limits; or nothing if that is not what is written.
[[nodiscard]] std::optional<piece> read_details(byte_reader& in, std::size_t rows, std::size_t size,
                                                piece_limits const& limits);

/// Whether all that stands in the memory of a piece lies within the limits too, so that no later
/// access leaves it and the planes say about each person what the row says. Completes the piece by
/// what the planes say.
///
/// That ids are unique is not looked at: nothing breaks by it, and the checksum tells that they are
/// those that were written.
///
/// Complexity: O(memory), about one more pass over it.
[[nodiscard]] bool check_contents(piece& one, piece_limits const& limits);

/// What is found out about a piece.
enum class verdict : unsigned char
{
    right,
    altered, ///< its sum is another
    absurd   ///< its sum is right, its contents are not
};

/// Looks at the sum and the contents of each piece, on several threads where there are many.
///
/// Returns: one a piece, the same with any number of threads.
[[nodiscard]] std::vector<verdict> verdicts_on(std::vector<piece>& pieces,
                                               std::vector<std::uint64_t> const& sums,
                                               piece_limits const& limits);

} // namespace finsam::io
