// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>
#include <finsam/model/plan.hpp>

#include "io/read_days.hpp"
#include "io/word_table.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

/// A person read from a record about which there is no doubt (säker uppgift).
///
/// It is given what stands in a record, key by key, and says of each whether it is sure that
/// `person_reader` would take it too, and as what. If it is not, the record is `person_reader`'s:
/// that alone knows what is wrong, and in what words. What was given is kept apart until the whole
/// record is known, and so is its every value from whoever has no consent.
///
/// Precondition of what takes text: `readable_after` bytes after its first may be read.
class sure_person
{
public:
    /// What a key of a record is.
    enum class role : std::uint8_t
    {
        id,
        consents,
        preferences,
        placed,
        boolean,
        integer,
        date,
        choice,
        set,
        code
    };
    struct key
    {
        role is{};
        bool may_be_none = false;
        std::uint32_t column = 0; ///< of a fact
    };

    /// Precondition: the vocabulary is that of the plan.
    sure_person(plan const& agreed, schema const& vocabulary);

    /// The number of a key, or -1.
    [[nodiscard]] std::int32_t number_of(char const* name, std::size_t length) const noexcept
    {
        return names_.find(name, length);
    }
    /// The numbers of all the keys, wherever they are kept.
    [[nodiscard]] std::vector<std::int32_t> numbers_of(std::vector<std::string> const& names) const;
    [[nodiscard]] key const& operator[](std::int32_t number) const noexcept
    {
        return keys_[static_cast<std::size_t>(number)];
    }

    /// Begins a record; what was given before is forgotten.
    void begin() noexcept;

    // Each says whether it is sure. A key that comes a second time never is.
    bool give_none(key const& of) noexcept
    {
        return of.may_be_none && first_time(of.column, fact_state::none);
    }
    bool give_number(key const& of, std::int32_t number) noexcept
    {
        numbers_[of.column] = number;
        return first_time(of.column, fact_state::value);
    }
    /// Ten characters.
    bool give_date(key const& of, char const* text) noexcept
    {
        return read_days(text, numbers_[of.column]) && first_time(of.column, fact_state::value);
    }
    bool give_choice(key const& of, char const* word, std::size_t length) noexcept
    {
        auto const number = values_[of.column].find(word, length);
        return number >= 0 && give_number(of, number);
    }
    bool give_code(key const& of, std::string_view text);
    bool give_id(std::string_view text);
    bool give_placed(char const* word, std::size_t length) noexcept;
    /// A list begins, of a set, of consents or of preferences; its items follow.
    bool give_list(key const& of) noexcept;
    bool give_item(key const& of, char const* word, std::size_t length);

    /// Whether all is there that a record needs.
    [[nodiscard]] bool is_whole() const noexcept
    {
        return !id_.empty() && (placed_ < 0 || states_[municipality_column] != fact_state::unknown);
    }
    [[nodiscard]] std::string_view id() const noexcept { return id_; }

    /// Adds the person, without what is withheld.
    ///
    /// Precondition: whole, and everything given since `begin` was sure.
    void append_to(people& all);

private:
    bool first_time(std::uint32_t column, fact_state state) noexcept
    {
        bool const first = states_[column] == fact_state::unknown;
        states_[column] = state;
        return first;
    }
    /// What may be known of a fact.
    [[nodiscard]] static fact_state told(fact_state state, bool with_consent) noexcept
    {
        return with_consent || state == fact_state::unknown ? state : fact_state::withheld;
    }
    [[nodiscard]] fact_state told(std::size_t column) const noexcept
    {
        return told(states_[column], consented_[holders_[column]] == record_);
    }

    // of the plan
    word_table names_;
    std::vector<key> keys_;
    std::vector<word_table> values_;      // a column, empty unless it has values
    std::vector<std::uint32_t> holders_;  // a column
    std::vector<std::uint32_t> words_of_; // a column, where its members begin, and their end
    std::vector<std::uint32_t> plain_, code_, set_; // columns by how they are kept
    std::uint32_t everybody_ = 0;                   // a holder whose consent is always there
    word_table holder_names_, interventions_;
    std::vector<bool> is_structural_; // an intervention

    // of the record
    std::uint64_t record_ = 0; // its number, which marks what it has had
    std::vector<fact_state> states_;
    std::vector<std::int32_t> numbers_;
    std::vector<std::uint64_t> members_;   // of all sets, a bit a value
    std::vector<std::string_view> codes_;  // a column
    std::vector<std::uint64_t> consented_; // a holder, the last record with their consent
    std::vector<std::uint64_t> wished_;    // an intervention, the last record that wished it
    std::vector<std::uint32_t> wishes_;
    std::string_view id_;
    std::int32_t placed_ = -1;
    bool has_consents_ = false, has_wishes_ = false;
};

} // namespace finsam::io
