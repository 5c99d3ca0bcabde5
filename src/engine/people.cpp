// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include <boost/assert.hpp>

#include <utility>

namespace finsam {

people::people(schema vocabulary)
    : schema_(std::move(vocabulary))
    , columns_(schema_.columns.size())
{
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (schema_.columns[i].kind == fact_kind::set)
            columns_[i].words_per_row = (schema_.columns[i].values.size() + 63) / 64;
}

void people::append(person const& someone)
{
    BOOST_ASSERT(someone.facts.size() == columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto& into = columns_[i];
        auto const& fact = someone.facts[i];
        into.states.push_back(fact.state);
        switch (schema_.columns[i].kind) {
        case fact_kind::boolean:
        case fact_kind::integer:
        case fact_kind::date:
        case fact_kind::choice:
            into.numbers.push_back(fact.number);
            break;
        case fact_kind::code: {
            std::int32_t position = 0;
            if (fact.state == fact_state::value) {
                position = static_cast<std::int32_t>(into.dictionary.size());
                if (auto const [known, is_new] = into.positions.emplace(fact.code, position);
                    is_new)
                    into.dictionary.push_back(fact.code);
                else
                    position = known->second;
            }
            into.numbers.push_back(position);
            break;
        }
        case fact_kind::set:
            for (std::size_t word = 0; word < into.words_per_row; ++word)
                into.members.push_back(word < fact.members.size() ? fact.members[word] : 0);
            break;
        }
    }
    ids_.push_back(someone.id);
    if (someone.preferences)
        wishes_.insert(wishes_.end(), someone.preferences->begin(), someone.preferences->end());
    wishes_end_.push_back(wishes_.size());
    has_wishes_.push_back(someone.preferences.has_value());
    placed_.push_back(someone.placed ? std::int64_t{*someone.placed} : -1);
}

std::optional<std::uint32_t> people::placed(std::size_t row) const
{
    if (placed_[row] < 0)
        return {};
    return static_cast<std::uint32_t>(placed_[row]);
}

std::optional<std::span<std::uint32_t const>> people::preferences(std::size_t row) const
{
    if (!has_wishes_[row])
        return {};
    auto const first = row == 0 ? 0 : wishes_end_[row - 1];
    return std::span{wishes_}.subspan(first, wishes_end_[row] - first);
}

cell people::fact(std::size_t row, std::size_t index) const
{
    auto const& from = columns_[index];
    cell one{.state = from.states[row]};
    if (one.state != fact_state::value)
        return one;
    switch (schema_.columns[index].kind) {
    case fact_kind::boolean:
    case fact_kind::integer:
    case fact_kind::date:
    case fact_kind::choice:
        one.number = from.numbers[row];
        break;
    case fact_kind::code:
        one.code = from.dictionary[static_cast<std::size_t>(from.numbers[row])];
        break;
    case fact_kind::set: {
        auto const first =
            from.members.begin() + static_cast<std::ptrdiff_t>(row * from.words_per_row);
        one.members.assign(first, first + static_cast<std::ptrdiff_t>(from.words_per_row));
        break;
    }
    }
    return one;
}

person people::row(std::size_t row) const
{
    person someone{.id = ids_[row]};
    someone.facts.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i)
        someone.facts.push_back(fact(row, i));
    if (auto const wishes = preferences(row))
        someone.preferences.emplace(wishes->begin(), wishes->end());
    someone.placed = placed(row);
    return someone;
}

} // namespace finsam
