// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/period.hpp>
#include <finsam/model/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace invented {

/// Values from `low` to `high`, both included (intervall).
///
/// Units: a number itself, a date as days since 1970-01-01, any other value as its position in
///        `variable::words`.
struct span
{
    std::int64_t low = 0, high = 0;
};

/// That a variable has one of these values; for a set, that it contains one (villkor).
struct condition
{
    std::size_t variable = 0; ///< drawn earlier
    std::vector<span> any{};
};

/// How likely some values are. Units: `share` in millionths.
struct likely
{
    std::uint32_t share = 0;
    bool none = false;
    span values{};
};

/// The values of those who meet the conditions (fall).
struct value_case
{
    std::vector<condition> when{};
    std::vector<likely> values{};
};

/// How many of those who meet the conditions have one value of a set. Units: millionths.
struct share_case
{
    std::vector<condition> when{};
    std::uint32_t share = 0;
};

/// What the values of a variable are written as (skrivsätt).
enum class written
{
    number,
    date,
    boolean,
    word,
    set,
    list ///< a set in a random order
};

/// Something drawn for each person (variabel).
///
/// One value is drawn by the first of `cases` whose conditions are met; of a set, each word by
/// itself by the first fitting of its own.
struct variable
{
    std::string key{};
    written as = written::word;
    bool hidden = false;       ///< drawn for the sake of others, not one of the plan's facts
    std::uint32_t unknown = 0; ///< millionths left out
    std::vector<std::string> words{};
    std::vector<value_case> cases{};
    std::vector<std::vector<share_case>> each{}; ///< one a word
};

/// How often each fact of a plan is what, for inventing people (marginalfördelningar).
struct marginals
{
    finsam::plan plan{};
    finsam::date as_of{};
    std::string prefix{}; ///< of the ids
    std::size_t people = 0;
    std::uint64_t seed = 0;
    std::vector<variable> variables{}; ///< in the order in which they are drawn
    std::size_t municipality = 0;      ///< positions in `variables`
    std::size_t placed = 0;
    /// Whether a pool of the intervention serves the municipality; by word of `placed`, then by
    /// word of `municipality`.
    std::vector<std::vector<bool>> served{};
};

/// Reads a file of marginals and the plan that it names (läs marginaler).
///
/// Errors: throws `std::runtime_error` with the first mistake and its place, `document_error` with
///         those of the plan.
[[nodiscard]] marginals read_marginals(std::filesystem::path const& file);

} // namespace invented
