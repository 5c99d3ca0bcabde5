// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/truth.hpp>

#include "io/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// What is expected of one needs group or intervention; what is empty is not looked at.
struct expected_answer
{
    std::size_t position = 0; ///< among the engine's questions
    truth answer{};
    std::optional<std::vector<std::string>> missing{};
    std::optional<std::vector<std::string>> withheld{};
    std::optional<std::vector<std::string>> reasons{};
};

/// One case of a case file (fall).
struct test_case
{
    std::string name{};
    person someone{};
    std::vector<expected_answer> interventions{};
    std::vector<expected_answer> needs_groups{};
    std::optional<std::optional<std::int64_t>> tier{}; ///< empty inside: in no needs group
};

/// What a case file says before its cases.
struct case_heading
{
    std::optional<std::string> plan{};
    std::optional<date> as_of{};
    std::size_t as_of_at = 0; ///< where it stands
};

/// Reads the keys of the file itself; what is wrong goes into `in`.
[[nodiscard]] case_heading read_heading(io::reader& in);

/// Reads the cases; what is wrong goes into `in`, and they are then of no use.
[[nodiscard]] std::vector<test_case> read_cases(io::reader& in, engine const& compiled);

} // namespace finsam
