// SPDX-License-Identifier: BSL-1.0
#include "io/sure_person.hpp"

#include <finsam/rules/schema.hpp>

#include "io/person_reader.hpp"
#include "io/personal_number.hpp"
#include "io/utf8.hpp"
#include "rules/limits.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace finsam::io {
namespace {

sure_person::role role_of(fact_kind kind)
{
    switch (kind) {
    case fact_kind::boolean:
        return sure_person::role::boolean;
    case fact_kind::integer:
        return sure_person::role::integer;
    case fact_kind::date:
        return sure_person::role::date;
    case fact_kind::choice:
        return sure_person::role::choice;
    case fact_kind::set:
        return sure_person::role::set;
    case fact_kind::code:
        return sure_person::role::code;
    }
    return {};
}

/// Whether a text means what it looks like and has no more characters than it may.
bool is_short_and_plain(std::string_view text, std::size_t most)
{
    bool plain = true, ascii = true;
    for (char const c : text) {
        plain &= static_cast<unsigned char>(c) >= 0x20 && c != '\\' && c != '"';
        ascii &= static_cast<unsigned char>(c) < 0x80;
    }
    if (!plain || text.empty())
        return false;
    if (ascii)
        return text.size() <= most;
    return first_bad_utf8(text) == std::string_view::npos && count_characters(text) <= most;
}

/// No personal number has a letter of a pseudonym, and none is this short.
bool may_be_personal_number(std::string_view text)
{
    return text.size() >= 10 && std::ranges::none_of(text, [](char c) {
               auto const letter = static_cast<unsigned char>(c | 0x20);
               return (letter >= 'a' && letter <= 'z') || c == '_';
           });
}

} // namespace

sure_person::sure_person(plan const& agreed, schema const& vocabulary)
    : states_(vocabulary.columns.size())
    , numbers_(vocabulary.columns.size())
    , codes_(vocabulary.columns.size())
{
    std::vector<std::string_view> names, interventions;
    auto const holders = holders_of(agreed);
    for (auto const& one : agreed.interventions) {
        interventions.push_back(one.id);
        is_structural_.push_back(one.kind == intervention_kind::structural);
    }

    // Behind the holders who may be named stand one who is nobody and one whose consent all give.
    auto const nobody = static_cast<std::uint32_t>(holders.size());
    everybody_ = nobody + 1;
    for (auto const& column : vocabulary.columns) {
        auto const at = static_cast<std::uint32_t>(names.size());
        keys_.push_back({role_of(column.kind), may_be_none(column), at});
        names.push_back(column.name);
        values_.emplace_back(
            std::vector<std::string_view>(column.values.begin(), column.values.end()));
        holders_.push_back(column.holder ? static_cast<std::uint32_t>(
                               std::ranges::find(holders, *column.holder) - holders.begin())
                                         : everybody_);
        words_of_.push_back(static_cast<std::uint32_t>(members_.size()));
        if (column.kind == fact_kind::set)
            members_.resize(members_.size() + (column.values.size() + 63) / 64);
        (column.kind == fact_kind::set    ? set_
         : column.kind == fact_kind::code ? code_
                                          : plain_)
            .push_back(at);
    }
    words_of_.push_back(static_cast<std::uint32_t>(members_.size()));
    for (auto const& [name, is] :
         {std::pair{"id", role::id}, std::pair{"consents", role::consents},
          std::pair{"preferences", role::preferences}, std::pair{"placed", role::placed}}) {
        keys_.push_back({.is = is});
        names.emplace_back(name);
    }
    names_ = word_table(names);
    holder_names_ = word_table({holders.begin(), holders.end()});
    interventions_ = word_table(interventions);
    consented_.resize(holders.size() + 2);
    wished_.resize(interventions.size());
}

std::vector<std::int32_t> sure_person::numbers_of(std::vector<std::string> const& names) const
{
    std::vector<std::int32_t> numbers;
    for (auto const& name : names) {
        auto const padded = name + std::string(readable_after, ' ');
        numbers.push_back(number_of(padded.data(), name.size()));
    }
    return numbers;
}

void sure_person::begin() noexcept
{
    consented_[everybody_] = ++record_;
    std::ranges::fill(states_, fact_state::unknown);
    wishes_.clear();
    id_ = {};
    placed_ = -1;
    has_consents_ = has_wishes_ = false;
}

bool sure_person::give_code(key const& of, std::string_view text)
{
    codes_[of.column] = text;
    return is_short_and_plain(text, checking::longest_code)
           && first_time(of.column, fact_state::value);
}

bool sure_person::give_id(std::string_view text)
{
    bool const first = id_.empty();
    id_ = text;
    return first && is_short_and_plain(text, longest_person_id)
           && (!may_be_personal_number(text) || !is_personal_number(text));
}

bool sure_person::give_placed(char const* word, std::size_t length) noexcept
{
    bool const first = placed_ < 0;
    placed_ = interventions_.find(word, length);
    return first && placed_ >= 0 && !is_structural_[static_cast<std::size_t>(placed_)];
}

bool sure_person::give_list(key const& of) noexcept
{
    if (of.is == role::consents || of.is == role::preferences) {
        auto& has = of.is == role::consents ? has_consents_ : has_wishes_;
        bool const first = !has;
        has = true;
        return first;
    }
    for (auto word = words_of_[of.column]; word < words_of_[of.column + 1]; ++word)
        members_[word] = 0;
    return first_time(of.column, fact_state::value);
}

bool sure_person::give_item(key const& of, char const* word, std::size_t length)
{
    if (of.is == role::set) {
        auto const value = values_[of.column].find(word, length);
        if (value < 0)
            return false;
        auto& bits = members_[words_of_[of.column] + static_cast<std::uint32_t>(value) / 64];
        auto const bit = std::uint64_t{1} << value % 64;
        bool const first = (bits & bit) == 0;
        bits |= bit;
        return first;
    }
    if (of.is == role::consents) {
        auto const holder = holder_names_.find(word, length);
        if (holder >= 0)
            consented_[static_cast<std::size_t>(holder)] = record_;
        return holder >= 0;
    }
    auto const wish = interventions_.find(word, length);
    if (wish < 0 || wished_[static_cast<std::size_t>(wish)] == record_)
        return false;
    wished_[static_cast<std::size_t>(wish)] = record_;
    wishes_.push_back(static_cast<std::uint32_t>(wish));
    return true;
}

void sure_person::append_to(people& all)
{
    auto& to = all.writing();
    to.begin();
    // Who has what cannot be foreseen, so that nothing here branches on it where it need not; and
    // what is written may be anything of ours, as far as the compiler knows.
    auto const row = to.row();
    auto const* const numbers = numbers_.data();
    auto const* const states = states_.data();
    auto const* const holders = holders_.data();
    auto const* const consented = consented_.data();
    auto const record = record_;
    for (auto const column : plain_) {
        auto const state = told(states[column], consented[holders[column]] == record);
        row.set(column, state, state == fact_state::value ? numbers[column] : 0);
    }
    for (auto const column : code_) {
        auto const state = told(column);
        if (state == fact_state::value)
            to.set_number(column, all.position_of(column, codes_[column]));
        to.set_state(column, state);
    }
    for (auto const column : set_) {
        auto const state = told(column);
        if (state == fact_state::value)
            to.set_members(column, members_.data() + words_of_[column]);
        to.set_state(column, state);
    }
    to.finish(id_,
              has_wishes_ ? std::optional{std::span<std::uint32_t const>{wishes_}} : std::nullopt,
              placed_ < 0 ? std::nullopt : std::optional{static_cast<std::uint32_t>(placed_)});
    all.settle();
}

} // namespace finsam::io
