// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace finsam {

/// How bad a diagnostic is (allvar): an error refuses the document, a warning does not.
enum class severity
{
    error,
    warning
};
BOOST_DESCRIBE_ENUM(severity, error, warning)

/// What a diagnostic is about (kod).
enum class diagnostic_code
{
    // the text
    unreadable,
    syntax,
    too_deep,
    duplicate_key,
    // the shape
    unknown_key,
    missing_key,
    wrong_type,
    bad_value,
    // what it says together
    duplicate_id,
    dangling_id,
    cycle,
    wrong_kind,
    overlap,
    not_in_force,
    not_allowed,
    personal_number,
    no_mandate,
    // the act and its practice
    missing_party,
    uncovered_area,
    single_party,
    unequal_shares,
    cost_exceeds_contributions,
    no_coordinator,
    unsatisfiable,
    always_met,
    capacity_test_in_ips,
    no_places,
    unused,
    reserve_exceeds_places,
    no_seed,
    not_honest
};
BOOST_DESCRIBE_ENUM(diagnostic_code, unreadable, syntax, too_deep, duplicate_key, unknown_key,
                    missing_key, wrong_type, bad_value, duplicate_id, dangling_id, cycle,
                    wrong_kind, overlap, not_in_force, not_allowed, personal_number, no_mandate,
                    missing_party, uncovered_area, single_party, unequal_shares,
                    cost_exceeds_contributions, no_coordinator, unsatisfiable, always_met,
                    capacity_test_in_ips, no_places, unused, reserve_exceeds_places, no_seed,
                    not_honest)

/// One mistake in a document, with its place and a hint (anmärkning).
///
/// Units: line and column count from 1, the column in characters; both are 0 where there is no
///        document behind the value. `pointer` is a JSON Pointer (RFC 6901).
struct diagnostic
{
    finsam::severity severity = severity::error;
    diagnostic_code code{};
    std::string file{};
    std::size_t line = 0;
    std::size_t column = 0;
    std::string pointer{};
    std::string message{};
    std::string hint{};

    friend bool operator==(diagnostic const&, diagnostic const&) = default;
};
BOOST_DESCRIBE_STRUCT(diagnostic, (), (severity, code, file, line, column, pointer, message, hint))

/// Every mistake found at once, in document order (anmärkningar).
///
/// `list` may be cut short where a file has very many; `errors` and `warnings` count them all.
struct diagnostics
{
    std::vector<diagnostic> list{};
    std::size_t errors = 0;
    std::size_t warnings = 0;

    friend bool operator==(diagnostics const&, diagnostics const&) = default;
};
BOOST_DESCRIBE_STRUCT(diagnostics, (), (list, errors, warnings))

/// Adds one and counts it.
FINSAM_EXPORT void add(diagnostics& found, diagnostic one);

/// The diagnostic as one line: `FILE:LINE:COLUMN: severity: code: POINTER: message; hint`.
///
/// The pointer to a whole document is empty: `plan.json:1:1: error: missing_key: : ...`. What has
/// no place in a document has neither line nor pointer.
[[nodiscard]] FINSAM_EXPORT std::string to_line(diagnostic const& one);

/// All of them, a line each, and how many were not listed.
[[nodiscard]] FINSAM_EXPORT std::string to_lines(diagnostics const& all);

/// Thrown by `.value()` of a result that holds diagnostics; `what()` lists them all (dokumentfel).
class FINSAM_EXPORT document_error : public std::runtime_error
{
public:
    explicit document_error(diagnostics all);

    [[nodiscard]] diagnostics const& found() const noexcept { return found_; }

private:
    diagnostics found_;
};

/// A value, or every reason why there is none (resultat).
template<class T>
using result = boost::system::result<T, diagnostics>;

[[noreturn]] FINSAM_EXPORT void throw_exception_from_error(diagnostics const& all,
                                                           boost::source_location const& where);

} // namespace finsam
