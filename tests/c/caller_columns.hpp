// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>
#include <finsam/engine/compile.hpp>

#include "support/random_plan.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace finsam::testing_support {

/// A person with all that is on record, and those who may tell it.
struct consenting
{
    person facts{};
    std::vector<std::string> consents{};
};

/// People of a plan, with wishes without duplicates and places in its individual interventions.
inline std::vector<consenting> random_consenting(dice& roll, engine const& compiled,
                                                 std::size_t count)
{
    auto const& all = compiled.agreed().interventions;
    std::vector<consenting> rows;
    for (std::size_t i = 0; i < count; ++i) {
        auto& [someone, consents] = rows.emplace_back();
        someone = random_person(roll, compiled.facts(), "p" + std::to_string(i));
        if (roll.chance(2)) {
            auto& wishes = someone.preferences.emplace();
            for (std::uint32_t one = 0; one < all.size(); ++one)
                if (roll.chance(2))
                    wishes.insert(
                        wishes.begin() + static_cast<std::ptrdiff_t>(roll(wishes.size() + 1)), one);
        }
        auto const place = static_cast<std::uint32_t>(roll(all.size()));
        if (roll.chance(9) && all[place].kind == intervention_kind::individual
            && someone.facts[municipality_column].state == fact_state::value)
            someone.placed = place;
        for (auto const& holder : holders_of(compiled.agreed()))
            if (roll.chance(2))
                consents.push_back(holder);
    }
    return rows;
}

/// Rows as a caller in C has them in columns.
class caller_columns
{
public:
    caller_columns(engine const& compiled, std::vector<consenting> const& rows)
        : people_(rows.size())
    {
        auto const& agreed = compiled.agreed();
        std::vector<std::optional<std::string>> names, places, wishes;
        for (auto const& [someone, consents] : rows) {
            names.emplace_back(someone.id);
            auto& place = places.emplace_back();
            if (someone.placed)
                place = agreed.interventions[*someone.placed].id;
            auto& list = wishes.emplace_back();
            if (someone.preferences) {
                list.emplace();
                for (auto const one : *someone.preferences)
                    *list += (list->empty() ? "" : ";") + agreed.interventions[one].id;
            }
        }
        auto const* const ids = add(names);
        auto const* const placed = add(places);
        auto const* const preferences = add(wishes);
        for (auto const& holder : holders_of(agreed))
            add_consent(holder, rows);
        for (std::size_t i = 0; i < compiled.facts().columns.size(); ++i)
            add_column(i, compiled.facts().columns[i], rows);
        table_ = {.size = sizeof table_,
                  .people = people_,
                  .ids = ids,
                  .columns = columns_.data(),
                  .column_count = columns_.size(),
                  .consents = consents_.data(),
                  .consent_count = consents_.size(),
                  .placed = placed,
                  .preferences = preferences};
    }

    caller_columns(caller_columns const&) = delete; // the table looks at what is here

    [[nodiscard]] finsam_columns const& table() const { return table_; }

private:
    template<class IsSet>
    std::vector<std::uint8_t> const& add_bits(IsSet const& is_set)
    {
        auto& bits = bits_.emplace_back((people_ + 7) / 8);
        for (std::size_t i = 0; i < people_; ++i)
            if (is_set(i))
                bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1u << i % 8);
        return bits;
    }

    finsam_texts const* add(std::vector<std::optional<std::string>> const& all)
    {
        auto& characters = characters_.emplace_back();
        auto& offsets = offsets_.emplace_back(1, 0);
        std::vector<std::uint8_t> valid((all.size() + 7) / 8);
        for (std::size_t i = 0; i < all.size(); ++i) {
            // Where nothing is said there may stand anything.
            characters += all[i].value_or("\xFF");
            offsets.push_back(static_cast<std::int64_t>(characters.size()));
            if (all[i])
                valid[i / 8] = static_cast<std::uint8_t>(valid[i / 8] | 1u << i % 8);
        }
        auto const& bits = bits_.emplace_back(std::move(valid));
        return &texts_.emplace_back(finsam_texts{.size = sizeof(finsam_texts),
                                                 .characters = characters.data(),
                                                 .length = characters.size(),
                                                 .offsets = offsets.data(),
                                                 .offset_count = offsets.size(),
                                                 .valid = bits.data(),
                                                 .valid_length = bits.size()});
    }

    void add_consent(std::string const& holder, std::vector<consenting> const& rows)
    {
        auto const& name = characters_.emplace_back(holder);
        auto const& bits = add_bits([&](std::size_t i) {
            return std::ranges::find(rows[i].consents, holder) != rows[i].consents.end();
        });
        consents_.push_back({.size = sizeof(finsam_consent),
                             .holder = name.data(),
                             .holder_length = name.size(),
                             .given = bits.data(),
                             .given_length = bits.size()});
    }

    void add_column(std::size_t at, fact_declaration const& about,
                    std::vector<consenting> const& rows)
    {
        auto const cell_of = [&](std::size_t i) -> cell const& { return rows[i].facts.facts[at]; };
        auto const is = [&](fact_state state) {
            return [&, state](std::size_t i) { return cell_of(i).state == state; };
        };
        auto const& name = characters_.emplace_back(about.name);
        auto const& valid = add_bits(is(fact_state::value));
        auto const& none = add_bits(is(fact_state::none));
        finsam_column column{.size = sizeof(finsam_column),
                             .fact = name.data(),
                             .fact_length = name.size(),
                             .values = nullptr,
                             .value_size = sizeof(std::int32_t),
                             .value_count = people_,
                             .valid = valid.data(),
                             .valid_length = valid.size(),
                             .none = none.data(),
                             .none_length = none.size(),
                             .codes = nullptr};
        if (about.kind == fact_kind::set) {
            auto& words = words_.emplace_back();
            for (std::size_t i = 0; i < people_; ++i)
                words.push_back(cell_of(i).members.empty() ? ~std::uint64_t{0}
                                                           : cell_of(i).members[0]);
            column.values = words.data();
            column.value_size = sizeof(std::uint64_t);
        } else if (about.kind == fact_kind::boolean) {
            auto& bytes = bits_.emplace_back();
            for (std::size_t i = 0; i < people_; ++i)
                bytes.push_back(static_cast<std::uint8_t>(
                    cell_of(i).state == fact_state::value ? cell_of(i).number : 77));
            column.values = bytes.data();
            column.value_size = 1;
        } else {
            auto& numbers = numbers_.emplace_back();
            std::vector<std::optional<std::string>> codes;
            for (std::size_t i = 0; i < people_; ++i) {
                auto const& one = cell_of(i);
                if (one.state != fact_state::value) {
                    numbers.push_back(-7);
                } else if (about.kind != fact_kind::code) {
                    numbers.push_back(one.number);
                } else {
                    auto const found = std::ranges::find(codes, std::optional(one.code));
                    numbers.push_back(static_cast<std::int32_t>(found - codes.begin()));
                    if (found == codes.end())
                        codes.emplace_back(one.code);
                }
            }
            column.values = numbers.data();
            if (about.kind == fact_kind::code)
                column.codes = add(codes);
        }
        columns_.push_back(column);
    }

    std::size_t people_;
    // What is added to a deque stays where it is.
    std::deque<std::string> characters_{};
    std::deque<std::vector<std::int64_t>> offsets_{};
    std::deque<std::vector<std::uint8_t>> bits_{};
    std::deque<std::vector<std::int32_t>> numbers_{};
    std::deque<std::vector<std::uint64_t>> words_{};
    std::deque<finsam_texts> texts_{};
    std::vector<finsam_column> columns_{};
    std::vector<finsam_consent> consents_{};
    finsam_columns table_{};
};

} // namespace finsam::testing_support
