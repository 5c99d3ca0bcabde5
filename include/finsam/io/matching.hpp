// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/io/results.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/certificate.hpp>
#include <finsam/model/diagnostic.hpp>

#include <boost/describe/enum.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// A matching read from a document, its certificate too if there is one (matchningsdokument).
///
/// Of the matching there is what can be verified: mandate, policy, placements. Nothing else that
/// `to_json` writes of one is looked at, and the lists of those without a place are empty.
struct matching_document
{
    matching proposed{};
    std::optional<certificate> shown{};

    friend bool operator==(matching_document const&, matching_document const&) = default;
};

/// What must be known about a matching before the rest of its document can be read (huvud).
struct matching_heading
{
    std::string plan{};
    date as_of{};
    std::string mandate{};

    friend bool operator==(matching_heading const&, matching_heading const&) = default;
};

/// The heading of a matching from text. `name` stands for the file in diagnostics.
///
/// Errors: of the text, of these three keys, and nothing else.
/// Complexity: O(text).
[[nodiscard]] FINSAM_EXPORT result<matching_heading>
parse_matching_heading(std::string_view text, std::string_view name = "matching");

/// A matching from the text of `to_json` or `certificate_json`.
///
/// Errors: every mistake with line, column and pointer; at most 100 are listed, all are counted. A
///         person, an intervention, a pool or a reserve that does not exist; a plan, a day or a
///         policy that is not the engine's. Whether the mandate is one in force is for
///         `find_mandate` to say, and whether what is placed is lawful for `audit`.
/// Complexity: O(people + text).
[[nodiscard]] FINSAM_EXPORT result<matching_document>
parse_matching(engine const& compiled, people const& caseload, std::string_view text,
               std::string_view name = "matching");

/// The same from a file.
///
/// Errors: `unreadable` too.
[[nodiscard]] FINSAM_EXPORT result<matching_document>
read_matching(engine const& compiled, people const& caseload, std::filesystem::path const& file);

/// The document of a certificate (intyg): `{"plan", "as_of", "mandate", "policy", "placements",
/// "certificate"}` on one line without a line end. It tells waiting times of single people.
///
/// Precondition: `proposed` is of these people.
[[nodiscard]] FINSAM_EXPORT std::string certificate_json(engine const& compiled,
                                                         people const& caseload,
                                                         matching const& proposed,
                                                         certificate const& shown);

/// The same, a part after the other.
FINSAM_EXPORT void write_certificate(engine const& compiled, people const& caseload,
                                     matching const& proposed, certificate const& shown,
                                     text_sink to);

/// What became of the certificate of a matching (intygets utfall).
enum class verdict
{
    verified,
    refused
};
BOOST_DESCRIBE_ENUM(verdict, verified, refused)

/// What verifying a matching gave (verifiering).
struct verification
{
    std::vector<finding> findings{};
    std::optional<verdict> of_certificate{}; ///< nothing where there is none

    friend bool operator==(verification const&, verification const&) = default;
};

/// `audit` of the placements and `verify` of the certificate if there is one.
///
/// Precondition: the document is of these people.
[[nodiscard]] FINSAM_EXPORT verification verify(engine const& compiled, people const& caseload,
                                                matching_document const& made);

/// `{"ok", "findings", "certificate"}`, findings as in a matching's `"audit"`; the certificate is
/// `verified`, `refused` or `none`.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled, people const& caseload,
                                                verification const& made);

} // namespace finsam
