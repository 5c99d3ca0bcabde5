// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/person.hpp>
#include <finsam/model/plan.hpp>
#include <finsam/rules/schema.hpp>

#include "io/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

/// Units: characters.
inline constexpr std::size_t longest_person_id = 64;

/// Reads one person of a plan from a JSON object; facts without consent are erased (läs person).
///
/// No message repeats anything that the object says about the person.
class person_reader
{
public:
    /// Precondition: the plan is checked and outlives the reader.
    explicit person_reader(plan const& agreed);

    [[nodiscard]] schema const& vocabulary() const { return schema_; }

    /// What stands under the key: a column of the vocabulary, or nothing if it is no fact.
    [[nodiscard]] std::optional<std::size_t> column_of(std::string_view key) const;

    /// Whether it is a fact's name or a reserved key; if not, `in` is told at the offset.
    bool is_known(reader& in, std::string_view key, std::size_t offset, place const& here) const;

    /// Errors: into `in`; the person is then of no use.
    /// Complexity: O(object).
    [[nodiscard]] person read(reader& in, node const& object, place const& here,
                              bool id_required = true) const;

private:
    void read_wishes(reader& in, node const& at, place const& here, person& out) const;
    std::vector<std::string> read_consents(reader& in, node const& at, place const& here) const;
    void read_placed(reader& in, node const& at, place const& here, person& someone) const;
    std::optional<std::uint32_t> intervention_named(reader& in, node const& at,
                                                    place const& here) const;

    plan const& plan_;
    schema schema_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<std::string> interventions_;
    std::vector<std::string> holders_; // parties and others
    std::vector<std::string> keys_;    // all of them, for hints
};

inline constexpr std::string_view hint_for_id = "it is a pseudonym, different for each person";

/// What is wanted of a person, told to who wrote `null` where it does not say that there is none.
[[nodiscard]] inline expected or_nothing(node const& at, expected const& wanted)
{
    if (at.kind == json_kind::null)
        return {wanted.what, "leave it out where nothing is on record"};
    return wanted;
}

/// Whether people may have it recorded that there is none.
[[nodiscard]] bool may_be_none(fact_declaration const& column);

/// Reads a fact of the kind of its column.
[[nodiscard]] cell read_cell(reader& in, node const& at, place const& here,
                             fact_declaration const& column);

} // namespace finsam::io
