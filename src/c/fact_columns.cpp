// SPDX-License-Identifier: BSL-1.0
#include "c/fact_columns.hpp"

#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/rules/schema.hpp>

#include "c/column_texts.hpp"
#include "c/column_values.hpp"
#include "c/growing.hpp"
#include "io/person_reader.hpp"
#include "io/utf8.hpp"
#include "rules/limits.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>
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

/// What is on record about each person; empty if everybody has a value.
///
/// Returns: nothing if the bits cannot be read.
std::optional<std::vector<fact_state>> states_of(fact_declaration const& about,
                                                 finsam_column const& given, std::size_t people,
                                                 consents const& consented,
                                                 std::string const& pointer, mistakes& found)
{
    auto const before = found.count();
    auto const valid =
        read_bits(given.valid, given.valid_length, people, true, pointer + "/valid", found);
    auto const none =
        read_bits(given.none, given.none_length, people, false, pointer + "/none", found);
    if (found.count() > before)
        return {};
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

/// Returns: nothing if the texts cannot be read.
std::optional<std::vector<std::string>> read_codes(finsam_column const& given,
                                                   std::string const& name, mistakes& found)
{
    auto const texts = read_texts(given.codes, {}, name + "/codes", found);
    if (!texts)
        return {};
    std::vector<std::string> codes;
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < texts->size(); ++i) {
        auto const code = texts->is_there(i) ? (*texts)[i] : std::string_view{};
        auto const pointer = [&] { return "/" + name + "/codes/" + std::to_string(i); };
        if (auto const length = io::count_characters(code);
            length < 1 || length > checking::longest_code)
            found.complain(diagnostic_code::bad_value, pointer(),
                           "a code must have 1 to 32 characters", "each number has a code");
        else if (!seen.insert(code).second)
            found.complain(diagnostic_code::duplicate_id, pointer(),
                           "another code above is the same", "each code has one number");
        codes.emplace_back(code);
    }
    return codes;
}

} // namespace

fact_columns read_facts(engine const& compiled, finsam_columns const& given, mistakes& found)
{
    fact_columns facts;
    auto const consented = read_consents(compiled, given, found);
    auto const count = given.column_count;
    auto const* const first = count == 0 ? nullptr : &c::given(given.columns, "columns");
    std::vector<own_column> own;
    std::vector<fact_state> nothing_known;
    for (std::size_t i = 0; i < count; ++i) {
        auto const name = "columns/" + std::to_string(i);
        auto const before = found.count();
        auto const column = read_structure(first, i, "/columns");
        auto& one = own.emplace_back(
            own_column{.fact = given_text(column.fact, column.fact_length, name + "/fact"),
                       .values = read_values(column, name)});
        auto& states = facts.states.emplace_back();
        auto& codes = facts.codes.emplace_back();
        auto const at = find_column(compiled.facts(), one.fact);
        if (at == municipality_column && !facts.municipality)
            facts.municipality = i;
        if (!at || column.value_count != given.people)
            continue; // `fit_columns` tells
        auto const& about = compiled.facts().columns[*at];
        auto known = states_of(about, column, given.people, consented, "/" + name, found);
        auto listed = std::optional<std::vector<std::string>>(std::in_place);
        if (about.kind == fact_kind::code)
            listed = read_codes(column, name, found);
        else if (column.codes != nullptr)
            found.complain(diagnostic_code::wrong_kind, "/" + name + "/codes",
                           "`" + about.name + "` has no codes", "leave them NULL");
        if (known)
            one.states = states = std::move(*known);
        if (listed)
            one.codes = codes = std::move(*listed);
        if (known && listed)
            check_values(about, one, "/" + name, found);
        if (found.count() == before)
            continue;
        // Whether it is given twice or of another kind is still asked, its values are not.
        nothing_known.assign(given.people, fact_state::unknown);
        one.states = nothing_known;
        one.codes = {};
    }
    if (auto fitted = fit_columns(compiled, given.people, std::move(own)))
        facts.fitted = std::move(*fitted);
    else
        for (auto const& one : fitted.error().list)
            found.complain(one.code, "/columns" + one.pointer, one.message, one.hint);
    return facts;
}

} // namespace finsam::c
