// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/diagnostic.hpp>

#include <string_view>
#include <vector>

namespace finsam::io {

/// Whether the text is a Swedish personal identity number or coordination number (personnummer,
/// samordningsnummer).
///
/// Ten or twelve digits with `-`, `+` or nothing before the last four, the check digit right, and a
/// day that exists; or a day from 60 to 91, as coordination numbers have, which need not be a day
/// of the calendar. Organisation numbers have months from 20 and are none of these.
///
/// Source: SFS 1991:481 18 §; SFS 2022:1697.
[[nodiscard]] bool is_personal_number(std::string_view text);

/// A mistake in the text of a record is told by the names of keys, which must not be personal
/// numbers either: takes them out of what was found (dölj personnummer).
void hide_personal_numbers(std::vector<diagnostic>& found);

} // namespace finsam::io
