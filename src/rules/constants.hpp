// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/fact_declaration.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace finsam {

/// The position of a value among those of a choice or a set.
///
/// Precondition: the fact has the value.
[[nodiscard]] std::int64_t position_of(fact_declaration const& fact, std::string_view value);

/// The number that one constant of a boolean, an integer, a choice or a date stands for.
///
/// Precondition: it fits the fact and is no parameter.
[[nodiscard]] std::int64_t number_of(fact_declaration const& fact, constant const& value);

/// The leaf with each of its numbers as `number_on(amount)` gives it: no parameter is left.
template<class Number>
[[nodiscard]] leaf in_numbers(leaf asked, Number const& number_on)
{
    if (auto* number = std::get_if<amount>(&asked.value))
        *number = number_on(std::as_const(*number));
    if (auto* time = std::get_if<anniversary>(&asked.value))
        time->count = number_on(std::as_const(time->count));
    if (auto* numbers = std::get_if<std::vector<amount>>(&asked.value))
        for (auto& number : *numbers)
            number = number_on(std::as_const(number));
    return asked;
}

} // namespace finsam
