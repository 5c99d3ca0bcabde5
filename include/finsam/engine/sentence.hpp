// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/assess.hpp>
#include <finsam/model/text.hpp>

#include <string>
#include <string_view>

namespace finsam {

/// A reason as a sentence a case officer would say (skäl i klartext).
///
/// Made from the labels of the plan where there are some. Never tells the value of a withheld fact:
/// it is not there to be told.
///
/// Example: "har inte fyllt 30 år: födelsedatum 1999-05-05".
[[nodiscard]] FINSAM_EXPORT std::string sentence(engine const& compiled, person const& someone,
                                                 reason const& why, language spoken);

/// The same at the end of a text, for whoever tells many.
FINSAM_EXPORT void append_sentence(std::string& text, engine const& compiled, person const& someone,
                                   reason const& why, language spoken);

/// The reasons for an intervention's answer as lines of text; empty if none in force has the id.
[[nodiscard]] FINSAM_EXPORT std::string explain(engine const& compiled, person const& someone,
                                                std::string_view intervention, language spoken);

} // namespace finsam
