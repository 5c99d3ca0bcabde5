// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include "io/layout.hpp"
#include "io/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::io {

// A null plan stands for any plan.

/// The ids that a plan has; nothing for any plan.
using known_ids = std::optional<std::vector<std::string>>;

/// One of the ids, or any where they are not known.
void add_id(laid_out& out, known_ids const& ids);

/// Those of the interventions that people can have a place in, in plan order.
[[nodiscard]] known_ids individual_interventions(plan const* agreed);

/// The keywords of a person.
void add_person(laid_out& out, plan const* agreed, presence of_id);

/// The definitions that they refer to.
void define_for_person(laid_out& definitions, plan const* agreed);

} // namespace finsam::io
