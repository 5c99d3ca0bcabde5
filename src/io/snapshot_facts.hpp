// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/rules/schema.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace finsam::io {

/// What the planes of people mean: names, kinds, values, orders and holders of all facts, in order;
/// the values of `completed` are the interventions that wishes and places number (uppgifternas
/// betydelse).
[[nodiscard]] std::string meaning_of(schema const& vocabulary);

/// A digest of it: other facts have another one.
[[nodiscard]] std::array<std::uint64_t, 2> digest_of(std::string_view meaning);

/// In which way the facts of a snapshot are not those of the plan: the first difference.
///
/// Returns: a part of a sentence; empty if what is stored cannot be understood, or says the same.
[[nodiscard]] std::string first_difference(std::string_view stored_meaning, schema const& plans);

} // namespace finsam::io
