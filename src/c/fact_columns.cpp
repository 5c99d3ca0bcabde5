// SPDX-License-Identifier: BSL-1.0
#include "c/fact_columns.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/rules/schema.hpp>

#include "c/column_texts.hpp"
#include "c/growing.hpp"
#include "io/person_reader.hpp"
#include "io/utf8.hpp"
#include "rules/limits.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace finsam::c {
namespace {

using consents = std::map<std::string_view, column_bits, std::less<>>;

consents read_consents(engine const& compiled, finsam_columns const& given, mistakes& found)
{
    consents all;
    if (given.consent_count == 0)
        return all;
    auto const* const first = &c::given(given.consents, "consents");
    auto const holders = holders_of(compiled.agreed());
    for (std::size_t i = 0; i < given.consent_count; ++i) {
        auto const name = "consents/" + std::to_string(i);
        auto const one = read_structure(first, i, "/consents");
        auto const holder = given_text(one.holder, one.holder_length, name + "/holder");
        auto const* const bits = &c::given(one.given, name + "/given");
        if (std::ranges::find(holders, holder) == holders.end())
            found.complain(diagnostic_code::dangling_id, "/" + name,
                           detail::in_backticks(holder)
                               + " is neither a party nor another organisation of the plan",
                           detail::hint_for(holder, holders, "holders of facts"));
        else if (!all.emplace(holder, read_bits(bits, one.given_length, given.people, false,
                                                "/" + name + "/given", found))
                      .second)
            found.complain(diagnostic_code::duplicate_id, "/" + name,
                           detail::in_backticks(holder) + " stands there twice",
                           "leave one of them out");
    }
    return all;
}

/// The values of a column, as what the caller says that they are.
auto values_of(finsam_column const& given, std::string const& name)
{
    decltype(own_column::values) values;
    auto const read = [&]<class Number>(Number const* first) {
        if (given.value_count == 0)
            first = nullptr;
        else if (reinterpret_cast<std::uintptr_t>(first) % alignof(Number) != 0)
            throw wrong_use{"/" + name + "/values", "the values do not lie where such numbers may",
                            "their address is a multiple of their size"};
        values = std::span<Number const>{first, given.value_count};
    };
    auto const* const memory =
        given.value_count == 0
            ? nullptr
            : &c::given(static_cast<char const*>(given.values), name + "/values");
    switch (given.value_size) {
    case 1:
        read(reinterpret_cast<std::uint8_t const*>(memory));
        return values;
    case 4:
        read(reinterpret_cast<std::int32_t const*>(memory));
        return values;
    case 8:
        read(reinterpret_cast<std::uint64_t const*>(memory));
        return values;
    default:
        throw wrong_use{"/" + name + "/value_size",
                        "no value has " + std::to_string(given.value_size) + " bytes",
                        "it is 1, 4 or 8"};
    }
}

/// What is on record about each person; nothing if everybody has a value.
std::vector<fact_state> states_of(fact_declaration const& about, finsam_column const& given,
                                  std::size_t people, consents const& consented,
                                  std::string const& pointer, mistakes& found)
{
    auto const valid =
        read_bits(given.valid, given.valid_length, people, true, pointer + "/valid", found);
    auto const none =
        read_bits(given.none, given.none_length, people, false, pointer + "/none", found);
    auto may_tell = column_bits(true);
    if (about.holder) {
        auto const consent = consented.find(*about.holder);
        may_tell = consent == consented.end() ? column_bits(false) : consent->second;
    }
    std::vector<fact_state> states;
    if (valid.is_one_for_all() && none.is_one_for_all() && may_tell.is_one_for_all()
        && (people == 0 || may_tell[0]))
        return states;
    states.reserve(people);
    for (std::size_t i = 0; i < people; ++i) {
        if (!valid[i] && !none[i]) {
            states.push_back(fact_state::unknown);
        } else if (!may_tell[i]) {
            states.push_back(fact_state::withheld);
        } else {
            if (none[i] && given.valid != nullptr && valid[i])
                found.complain(diagnostic_code::bad_value, pointer + "/none/" + std::to_string(i),
                               "there is a value, and it is known that there is none",
                               "set one of the two bits");
            else if (none[i] && !io::may_be_none(about))
                found.complain(diagnostic_code::wrong_type, pointer + "/none/" + std::to_string(i),
                               "`" + about.name + "` is never none",
                               "set neither bit where it is not on record");
            states.push_back(none[i] ? fact_state::none : fact_state::value);
        }
    }
    return states;
}

std::vector<std::string> read_codes(finsam_column const& given, std::string const& name,
                                    mistakes& found)
{
    std::vector<std::string> codes;
    auto const texts = read_texts(given.codes, {}, name + "/codes", found);
    if (!texts)
        return codes;
    for (std::size_t i = 0; i < texts->size(); ++i) {
        auto const code = texts->is_there(i) ? (*texts)[i] : std::string_view{};
        if (auto const length = io::count_characters(code);
            length < 1 || length > checking::longest_code)
            found.complain(diagnostic_code::bad_value, "/" + name + "/codes/" + std::to_string(i),
                           "a code must have 1 to 32 characters", "each number has a code");
        codes.emplace_back(code);
    }
    return codes;
}

/// Dates as the format has them: of others nothing could be told.
void check_dates(own_column const& given, std::string const& pointer, mistakes& found)
{
    using namespace std::chrono;
    constexpr auto first = detail::to_days(year{1} / January / 1);
    constexpr auto last = detail::to_days(year{9999} / December / 31);
    auto const* const days = std::get_if<std::span<std::int32_t const>>(&given.values);
    if (days == nullptr)
        return; // bytes are days of 1970
    for (std::size_t i = 0; i < days->size(); ++i)
        if ((given.states.empty() || given.states[i] == fact_state::value)
            && ((*days)[i] < first || (*days)[i] > last))
            found.complain(diagnostic_code::bad_value, pointer + "/values/" + std::to_string(i),
                           "`" + std::string(given.fact) + "` is not a date of the calendar",
                           "dates go from 0001-01-01 to 9999-12-31, in days since 1970-01-01");
}

/// The position that a diagnostic of `fit_columns` begins with.
std::size_t column_in(std::string_view pointer)
{
    std::size_t column = 0;
    std::from_chars(pointer.data() + 1, pointer.data() + pointer.size(), column);
    return column;
}

} // namespace

fact_columns read_facts(engine const& compiled, finsam_columns const& given, mistakes& found)
{
    auto const consented = read_consents(compiled, given, found);
    auto const count = given.column_count;
    auto const* const first = count == 0 ? nullptr : &c::given(given.columns, "columns");
    std::vector<own_column> own;
    std::vector<std::size_t> stood; // where each of them stands in `columns`
    std::vector<std::vector<fact_state>> states;
    std::vector<std::vector<std::string>> codes;
    for (std::size_t i = 0; i < count; ++i) {
        auto const name = "columns/" + std::to_string(i);
        auto const before = found.count();
        auto const column = read_structure(first, i, "/columns");
        own_column one{.fact = given_text(column.fact, column.fact_length, name + "/fact"),
                       .values = values_of(column, name)};
        states.emplace_back();
        codes.emplace_back();
        if (auto const at = find_column(compiled.facts(), one.fact);
            at && column.value_count == given.people) {
            auto const& about = compiled.facts().columns[*at];
            states.back() = states_of(about, column, given.people, consented, "/" + name, found);
            if (about.kind == fact_kind::code)
                codes.back() = read_codes(column, name, found);
            else if (column.codes != nullptr)
                found.complain(diagnostic_code::wrong_kind, "/" + name + "/codes",
                               "`" + about.name + "` has no codes", "leave them NULL");
            one.states = states.back();
            one.codes = codes.back();
            if (about.kind == fact_kind::date)
                check_dates(one, "/" + name, found);
        }
        if (found.count() > before)
            continue;
        own.push_back(std::move(one));
        stood.push_back(i);
    }
    auto fitted = fit_columns(compiled, given.people, std::move(own));
    if (!fitted)
        for (auto const& one : fitted.error().list)
            found.complain(one.code, "/columns/" + std::to_string(stood[column_in(one.pointer)]),
                           one.message, one.hint);
    found.refuse_if_any();
    return {.states = std::move(states), .codes = std::move(codes), .fitted = std::move(*fitted)};
}

} // namespace finsam::c
