// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace finsam {

/// Writes people as a snapshot: their bit planes as they stand in memory, ready to be mapped
/// (ögonblicksbild).
///
/// The same people give the same bytes, however they were read. Withheld facts are in it no more
/// than they are in the people. It belongs to the machine's order of bytes and to the facts and
/// interventions of the plan: it is read quickly many times, not kept for years.
///
/// Precondition: what a people file could say, `id`s of 1 to 64 characters among it.
/// Errors: throws `std::filesystem::filesystem_error` if it cannot be written; a file that was
///         there is then as it was.
/// Complexity: O(memory of the people).
FINSAM_EXPORT void write_snapshot(people const& caseload, std::filesystem::path const& file);

/// The bytes of a snapshot.
[[nodiscard]] FINSAM_EXPORT std::string to_snapshot(people const& caseload);

/// People from a snapshot: the file is mapped, checked, and used where it lies (läs
/// ögonblicksbild).
///
/// Nothing in it is trusted: the checksums find what was damaged, and every size and position is
/// checked besides, since anybody can make a checksum.
///
/// Errors: `unreadable`; `syntax` for what is no snapshot, cut short or altered; `bad_value` for
///         one of other facts than the plan's, of another version or another order of bytes.
/// Precondition: the plan is checked. Nobody writes into the file as long as the people live;
///               replacing it by another file, as `write_snapshot` does, is no harm.
/// Complexity: O(file), not much more than reading it once from memory; several threads where the
///             people are many.
[[nodiscard]] FINSAM_EXPORT result<people> read_snapshot(plan const& agreed,
                                                         std::filesystem::path const& file);

/// The same from bytes, which are copied. `name` stands for the file in diagnostics.
[[nodiscard]] FINSAM_EXPORT result<people>
parse_snapshot(plan const& agreed, std::string_view bytes, std::string_view name = "people");

/// Whether bytes begin as every snapshot does, of any version.
[[nodiscard]] FINSAM_EXPORT bool is_snapshot(std::string_view bytes) noexcept;

} // namespace finsam
