// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/engine/compile.hpp>

#include "io/document.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// Where a question stands among those an engine is asked, or why it cannot be asked (fråga).
struct found_question
{
    std::optional<std::size_t> position{};
    diagnostic_code code{};
    std::string message{};
    std::string hint{};
};

/// Finds a needs group or an intervention by its id.
///
/// `things` is the plan's list, `asked` the engine's questions about it, `what` the list's name.
template<class Things>
[[nodiscard]] found_question find_question(Things const& things, std::vector<question> const& asked,
                                           std::string_view what, std::string const& id, date as_of)
{
    auto const found = std::ranges::find(
        asked, id, [&](question const& one) { return std::string_view{things[one.index].id}; });
    if (found != asked.end())
        return {.position = static_cast<std::size_t>(found - asked.begin())};

    auto const known = std::ranges::find_if(things, [&](auto const& one) { return one.id == id; });
    if (known == things.end()) {
        std::vector<std::string> ids;
        for (auto const& one : asked)
            ids.push_back(things[one.index].id);
        return {.code = diagnostic_code::dangling_id,
                .message = io::in_backticks(id) + " is not among the " + std::string(what)
                           + " of the plan",
                .hint = detail::hint_for(id, ids, what)};
    }
    if (in_force(known->period, as_of))
        return {.code = diagnostic_code::bad_value,
                .message = io::in_backticks(id) + " is a structural intervention",
                .hint = "it is aimed at no single person; leave it out"};
    return {.code = diagnostic_code::not_in_force,
            .message = io::in_backticks(id) + " is not in force on " + detail::to_string(as_of),
            .hint = "leave it out, or choose a day in its period"};
}

} // namespace finsam
