// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rules/checking.hpp"

#include <string>

namespace finsam::checking {

/// A number or a parameter standing where one does; parameters are entered in the body.
void check_number(state& in, body& out, amount const& number, std::string const& pointer,
                  limits allowed);

/// A question about one fact: the fact, its comparator, the constant.
void check_leaf(state& in, body& out, leaf const& one, std::string const& at);

} // namespace finsam::checking
