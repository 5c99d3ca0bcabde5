// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/truth.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finsam {

/// Answers every question about one person after the other, without reasons (bedömare).
///
/// What it needs is allocated when it is made, and nothing after that. Needs no mandate. The
/// engine must live as long. One for each thread.
///
/// Example:
///     assessor ask(compiled);
///     for (std::size_t row = 0; row < caseload.size(); ++row)
///         use(ask.interventions(caseload, row));
class FINSAM_EXPORT assessor
{
public:
    explicit assessor(engine const& compiled);
    explicit assessor(engine&&) = delete; // it would not live long enough

    /// Precondition: the person has the engine's columns, withheld facts erased.
    /// Complexity: O(criteria in force).
    void ask(person const& someone);
    /// The same about a row; no person is made of it.
    ///
    /// Precondition: the people have the engine's columns; row < caseload.size().
    void ask(people const& caseload, std::size_t row);

    /// The answers about whom was asked last, in the order of the engine's questions.
    [[nodiscard]] std::span<truth const> needs_groups() const noexcept
    {
        return std::span{questions_}.first(needs_groups_);
    }
    [[nodiscard]] std::span<truth const> interventions() const noexcept
    {
        return std::span{questions_}.subspan(needs_groups_);
    }
    /// The answer of a node of the engine's program about them.
    [[nodiscard]] truth at(std::uint32_t node) const { return answers_[sheet_->slots[node]]; }

    /// Asks, and gives the answers to one kind of question. They last until somebody else is asked
    /// about.
    [[nodiscard]] std::span<truth const> needs_groups(person const& someone)
    {
        ask(someone);
        return needs_groups();
    }
    [[nodiscard]] std::span<truth const> needs_groups(people const& caseload, std::size_t row)
    {
        ask(caseload, row);
        return needs_groups();
    }
    [[nodiscard]] std::span<truth const> interventions(person const& someone)
    {
        ask(someone);
        return interventions();
    }
    [[nodiscard]] std::span<truth const> interventions(people const& caseload, std::size_t row)
    {
        ask(caseload, row);
        return interventions();
    }

private:
    template<class Facts>
    void answer(Facts const& about);
    template<class Facts>
    void answer_column(asked_column const& column, Facts const& about);
    void answer_about_number(asked_column const& column, std::int32_t number);
    void answer_about_set(asked_column const& column);
    void answer_groups();

    questionnaire const* sheet_;
    std::size_t needs_groups_;
    std::vector<truth> answers_;   // by slot
    std::vector<truth> questions_; // needs groups, then interventions
    std::vector<std::uint64_t> set_;
};

} // namespace finsam
