// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/engine/own_columns.hpp>

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

namespace finsam {
namespace {

/// How many different values a column can have, counted from 0; any number if it is nothing.
std::optional<std::uint64_t> values_of(fact_declaration const& about, own_column const& given)
{
    switch (about.kind) {
    case fact_kind::boolean:
        return 2;
    case fact_kind::choice:
        return about.values.size();
    case fact_kind::code:
        return given.codes.size();
    case fact_kind::set:
        if (about.values.size() < 64)
            return std::uint64_t{1} << about.values.size();
        return {};
    case fact_kind::integer:
    case fact_kind::date:
        return {};
    }
    return {};
}

/// Whether every person who has a value has one below the limit. A negative number is above every
/// limit.
template<class Number>
bool all_below(std::span<Number const> values, std::span<fact_state const> states,
               std::uint64_t limit)
{
    using unsigned_number = std::make_unsigned_t<std::remove_const_t<Number>>;
    if (limit > std::numeric_limits<unsigned_number>::max())
        return true;
    auto const end = static_cast<unsigned_number>(limit);
    // No branch and no wider type than the column's: as many at once as a register holds.
    unsigned_number beyond = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const counts =
            static_cast<unsigned_number>(states.empty() || states[i] == fact_state::value ? 1 : 0);
        auto const above =
            static_cast<unsigned_number>(static_cast<unsigned_number>(values[i]) >= end ? 1 : 0);
        beyond = static_cast<unsigned_number>(beyond | (counts & above));
    }
    return beyond == 0;
}

std::string told(fact_kind kind)
{
    return std::string(detail::name_of(kind));
}

} // namespace

result<own_columns> fit_columns(engine const& compiled, std::size_t people,
                                std::vector<own_column> columns)
{
    diagnostics found;
    own_columns fitted;
    fitted.people_ = people;
    fitted.places_.assign(compiled.facts().columns.size(), -1);
    std::vector<std::string_view> names;
    for (auto const& one : compiled.facts().columns)
        names.emplace_back(one.name);
    auto const complain = [&](diagnostic_code code, std::size_t at, std::string message,
                              std::string hint) {
        add(found, {.code = code,
                    .pointer = "/" + std::to_string(at),
                    .message = std::move(message),
                    .hint = std::move(hint)});
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& given = columns[i];
        auto const name = "the column " + detail::in_backticks(given.fact);
        auto const column = find_column(compiled.facts(), given.fact);
        if (!column) {
            complain(diagnostic_code::dangling_id, i, name + " is no fact of the plan",
                     detail::hint_for(given.fact, names, "facts"));
            continue;
        }
        if (fitted.places_[*column] >= 0) {
            complain(diagnostic_code::duplicate_id, i, name + " is given twice",
                     "leave one of them out");
            continue;
        }
        fitted.places_[*column] = static_cast<std::ptrdiff_t>(i);
        auto const& about = compiled.facts().columns[*column];
        bool const in_words = std::holds_alternative<std::span<std::uint64_t const>>(given.values);
        if (in_words != (about.kind == fact_kind::set) || (in_words && about.values.size() > 64)) {
            complain(diagnostic_code::wrong_kind, i,
                     name + " is of kind `" + told(about.kind)
                         + "`, which does not stand in such memory",
                     "a set of at most 64 values stands in 64-bit words, all else in bytes or "
                     "32-bit numbers");
            continue;
        }
        auto const length =
            std::visit([](auto const& values) { return values.size(); }, given.values);
        if (length != people || (!given.states.empty() && given.states.size() != people)) {
            complain(diagnostic_code::bad_value, i, name + " is not as long as there are people",
                     "one value a person, and one state unless everybody has a value");
            continue;
        }
        auto codes = std::vector<std::string_view>(given.codes.begin(), given.codes.end());
        std::ranges::sort(codes);
        if (std::ranges::adjacent_find(codes) != codes.end()) {
            complain(diagnostic_code::duplicate_id, i, name + " lists a code twice",
                     "each code has one number");
            continue;
        }
        if (auto const limit = values_of(about, given);
            limit
            && !std::visit(
                [&](auto const& values) { return all_below(values, given.states, *limit); },
                given.values))
            complain(diagnostic_code::bad_value, i,
                     name + " has numbers that are none of its values",
                     "they are counted from 0 in the order of the plan, those of a code in the "
                     "order of `codes`");
    }
    if (found.errors > 0)
        return found;
    fitted.given_ = std::move(columns);
    return fitted;
}

} // namespace finsam
