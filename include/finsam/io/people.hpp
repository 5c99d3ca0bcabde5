// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include <boost/describe/enum.hpp>

#include <filesystem>
#include <string_view>

namespace finsam {

/// The format of a people file (filformat): JSON Lines or CSV (RFC 4180).
enum class people_format
{
    json_lines,
    csv
};
BOOST_DESCRIBE_ENUM(people_format, json_lines, csv)

/// People from a file, `.csv` or JSON Lines; facts without consent are erased (läs personer).
///
/// A snapshot (<finsam/io/snapshot.hpp>) is known by its first bytes, whatever the file's name.
///
/// Errors: every mistake with line, column and pointer; at most 100 are listed, all are counted.
///         The file is refused as a whole.
/// Precondition: the plan is checked.
/// Complexity: O(text).
[[nodiscard]] result<people> read_people(plan const& agreed, std::filesystem::path const& file);

/// The same from text. `name` stands for the file in diagnostics.
[[nodiscard]] result<people> parse_people(plan const& agreed, std::string_view text,
                                          people_format format, std::string_view name = "people");

} // namespace finsam
