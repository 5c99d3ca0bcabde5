// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
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

/// Whoever wants to be told how much of a file has been read (förlopp).
///
/// Units: bytes. A file in which two ids seem to be the same is read twice, and told so.
struct reading_progress
{
    void (*tell)(void* whom, std::uintmax_t read, std::uintmax_t all) = nullptr;
    void* whom = nullptr;
};

/// People from a file, `.csv` or JSON Lines; facts without consent are erased (läs personer).
///
/// A snapshot (<finsam/io/snapshot.hpp>) is known by its first bytes, whatever the file's name.
///
/// Errors: every mistake with line, column and pointer; at most 100 are listed, all are counted.
///         The file is refused as a whole.
/// Precondition: the plan is checked.
/// Complexity: O(text), and memory for the people alone: the text is not kept. What cannot be read
///             twice, a pipe, is kept whole. A long text is read by at most so many threads, 0 for
///             as many as the machine has: people and mistakes are the same with any number.
[[nodiscard]] FINSAM_EXPORT result<people> read_people(plan const& agreed,
                                                       std::filesystem::path const& file,
                                                       reading_progress shown = {},
                                                       std::size_t threads = 0);

/// The same from text. `name` stands for the file in diagnostics.
[[nodiscard]] FINSAM_EXPORT result<people> parse_people(plan const& agreed, std::string_view text,
                                                        people_format format,
                                                        std::string_view name = "people",
                                                        std::size_t threads = 0);

} // namespace finsam
