// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/period.hpp>
#include <finsam/model/text.hpp>

#include <boost/describe/enum.hpp>

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace finsam::cli {

/// What a result is written as (format).
enum class format
{
    text,
    json
};
BOOST_DESCRIBE_ENUM(format, text, json)

/// What the command is asked to do.
enum class subcommand
{
    check,
    assess,
    match,
    verify,
    why,
    gaps,
    places,
    costs,
    snapshot,
    test,
    schema
};
BOOST_DESCRIBE_ENUM(subcommand, check, assess, match, verify, why, gaps, places, costs, snapshot,
                    test, schema)

/// What a schema is of (slag av dokument).
enum class document_kind
{
    plan,
    people,
    cases
};
BOOST_DESCRIBE_ENUM(document_kind, plan, people, cases)

/// What the user asked for (val).
///
/// A subcommand finds here what its usage line names, and leaves the rest alone.
struct options
{
    cli::subcommand subcommand{};
    document_kind kind{};
    std::filesystem::path plan{}; ///< empty where a schema is for any plan
    std::filesystem::path people{};
    std::filesystem::path matching{};
    std::vector<std::filesystem::path> cases{};
    std::optional<date> as_of{};
    std::string mandate{};
    std::optional<std::string> person{};
    std::string intervention{};
    std::optional<std::filesystem::path> write{};
    std::optional<std::filesystem::path> certificate{};
    bool exact = false;
    cli::format format = format::text;
    finsam::language language = language::sv;
    std::optional<std::filesystem::path> output{};
    bool quiet = false;
};

/// The command was not used as its help says; `what()` is a sentence in the user's language.
class wrong_usage : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// What is wanted is to be told something: the help or the version.
struct telling
{
    std::string text;
};

/// Reads the command line.
///
/// Errors: throws `wrong_usage`, and `telling` instead of returning when that is what is asked for.
[[nodiscard]] options read_options(int count, char const* const* arguments);

} // namespace finsam::cli
