// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/engine/truth.hpp>

#include "fact_group.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// Answers single questions about one row after the other (utfrågning).
///
/// For who asks few of many questions about each: a fact is looked up when something asks about it,
/// and a criterion is answered once a row, however many questions share it. `assessor` answers all
/// questions at less a question. Best asked in the order of the rows: facts are read for 64 at a
/// time.
///
/// What it needs is allocated when it is made, and nothing after that. The engine and the people
/// must live as long. One for each thread.
class interview
{
public:
    /// Precondition: the people have the engine's columns, and no row is added or replaced while it
    ///               lives.
    interview(engine const& compiled, people const& caseload);

    /// The questions that follow are about this row.
    ///
    /// Precondition: row < size of the people.
    void begin(std::size_t row);

    /// The answer to a question by its position in `engine::needs_groups()`, in
    /// `engine::interventions()`. Precondition: a row is begun.
    ///
    /// Complexity: O(criteria that nothing has asked about this row yet).
    [[nodiscard]] truth needs_group(std::size_t question)
    {
        return answer(sheet_->questions[question]);
    }
    [[nodiscard]] truth intervention(std::size_t question)
    {
        return answer(sheet_->questions[needs_groups_ + question]);
    }

private:
    /// A fact: a number of 64 rows at a time, or the members that the row has of a set.
    struct looked_up
    {
        fact_group numbers{};
        std::uint32_t row_number = 0; // when the members were looked up
        std::uint32_t words = 0;      // of `sets_`, where they begin
    };
    /// So many of the children must be met; turned round, they must not.
    struct demand
    {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t needed = 0;
        bool turned_round = false;
    };
    /// A demand that is being answered.
    struct step
    {
        std::uint32_t group = 0;
        std::uint32_t next = 0; // child
        std::uint32_t yes = 0;
        std::uint32_t no = 0;
    };

    [[nodiscard]] truth answer(std::uint32_t slot);
    [[nodiscard]] truth answer_test(std::uint32_t slot);
    [[nodiscard]] truth answer_group(std::uint32_t group);

    questionnaire const* sheet_;
    people const* caseload_;
    std::size_t needs_groups_;
    std::size_t row_ = 0;
    std::uint32_t row_number_ = 0; // counts the rows that were begun

    std::vector<std::uint32_t> column_of_;        // by test: position in `columns`
    std::vector<std::vector<std::int32_t>> code_; // by column, then by the people's number
    std::vector<looked_up> facts_;                // by column
    std::vector<std::uint64_t> sets_;
    std::vector<demand> demands_;        // by group
    std::vector<std::uint32_t> answers_; // by group: 4 · row number + answer
    std::vector<step> steps_;
};

} // namespace finsam
