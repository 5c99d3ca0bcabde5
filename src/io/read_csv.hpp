// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/csv.hpp"
#include "io/person_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::io {

/// The header row of a CSV file of people: the name of each column, empty for one not to be read.
struct csv_header
{
    std::vector<std::string> names{};
    bool has_id = false;
};

/// Errors: `unknown_key`, `duplicate_key`, `missing_key` without the column `id`.
[[nodiscard]] csv_header read_header(reader& in, csv_row const& row, person_reader const& people);

/// A row as the object that JSON Lines would have, so that both formats mean the same.
///
/// Errors: `bad_value` for text that is no number or no truth value where one must stand.
/// Precondition: as many fields as names.
[[nodiscard]] node to_object(reader& in, csv_row const& row, csv_header const& header,
                             person_reader const& people);

} // namespace finsam::io
