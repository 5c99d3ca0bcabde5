// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/circuit.hpp>
#include <finsam/engine/piece.hpp>
#include <finsam/engine/plane_memory.hpp>

#include "detail/pack.hpp"
#include "leaf_plan.hpp"
#include "pending_comparisons.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// One rail of a question's answers about a piece: a plane, or the same for everybody (svar).
struct rail_answer
{
    enum class form : std::uint8_t
    {
        nobody,
        everybody,
        some
    };
    form what = form::nobody;
    detail::plane bits = nullptr;
};

/// Runs a circuit over one piece of people after the other (körning).
///
/// What is the same for everybody in a piece is found first, from the ends of its domains; then
/// what is still asked for is made, in the circuit's order. So a piece without residents of an
/// intervention's municipalities costs that intervention nothing.
///
/// One for each thread.
class piece_run
{
public:
    piece_run(circuit const& asked, column_tests const& tests, detail::pack const& loops);

    /// Answers all questions about the people of a piece. `take(question, yes, no)` gets each
    /// question's rails in the order of the circuit's steps; lanes past the last person are of no
    /// meaning, and the planes last until it returns. `next` is the piece that will be asked after
    /// it, or null: the memory brings its planes meanwhile.
    template<class Take>
    void operator()(piece const& here, piece const* next, Take take)
    {
        prepare(here);
        look_ahead(next);
        for (auto const& step : asked_.steps) {
            fetch_ahead();
            switch (step.kind) {
            case circuit_step::what::test:
                run_test(step);
                break;
            case circuit_step::what::gate:
                pending_.make(words_);
                run_gate(step);
                break;
            case circuit_step::what::question:
                pending_.make(words_);
                take(step.index, answer_of(asked_.questions[step.index].yes, told_yes_),
                     answer_of(asked_.questions[step.index].no, told_no_));
                break;
            }
        }
    }

private:
    enum class level : std::uint8_t
    {
        never,
        always,
        varies
    };
    /// Who of the people of the piece has a value in a column, is known to have none, or is either.
    struct column_states
    {
        level valid = level::never, none = level::never, known = level::never;
        detail::plane made_valid = nullptr; // where some is withheld and it was asked for
    };
    /// Registers that are not the circuit's: zeros, ones and room for both rails of an answer.
    static constexpr std::size_t same_for_all = 4;

    void prepare(piece const& here);
    /// What varies among the gates, and what of all is asked for, by what varies among the tests.
    void find_wanted();
    /// The planes of the next piece that will be asked for.
    void look_ahead(piece const* next);
    /// Has the memory bring some of them.
    void fetch_ahead()
    {
        for (std::size_t k = 0; k < ahead_a_step_ && ahead_at_ < ahead_.size(); ++k, ++ahead_at_)
            for (std::size_t word = 0; word < piece_rows / 64; word += 8)
                __builtin_prefetch(ahead_[ahead_at_] + word, 0, 2);
    }
    void run_test(circuit_step const& step);
    void look(circuit_step const& step, leaf_plan const& leaf, std::size_t column);
    void run_gate(circuit_step const& step);
    /// `into` has room for a rail that is told from two planes.
    [[nodiscard]] rail_answer answer_of(wire one, std::uint64_t* into) const;
    [[nodiscard]] level level_of(wire one) const;
    [[nodiscard]] level level_of_gate(gate const& one) const;
    void ask(wire one);
    void level_states(std::size_t column);
    /// Where those are said. Precondition: the level is not `never`.
    [[nodiscard]] detail::plane valid_bits(std::size_t column);
    [[nodiscard]] detail::difference none_bits(std::size_t column) const;
    [[nodiscard]] detail::plane known_bits(std::size_t column) const;
    [[nodiscard]] detail::plane bits_at(plane_at at) const;
    [[nodiscard]] std::uint64_t* reg(std::size_t index)
    {
        return registers_.own() + index * (piece_rows / 64);
    }

    circuit const& asked_;
    column_tests const& tests_;
    detail::pack const& loops_;
    piece const* here_ = nullptr;
    std::size_t words_ = 0;
    leaf_planner planner_;
    std::vector<leaf_plan> leaves_;
    std::vector<level> levels_;          // by wire
    std::vector<level> levels_before_;   // of the tests of the piece before
    std::vector<char> wanted_;           // by wire
    std::vector<detail::difference> at_; // by wire, where its bits are; `less` may be null
    std::vector<column_states> states_;
    std::vector<detail::plane> inputs_; // of one gate at a time, as the next
    std::vector<detail::difference> differences_;
    pending_comparisons pending_;
    std::vector<detail::plane> ahead_;
    std::size_t ahead_at_ = 0;
    std::size_t ahead_a_step_ = 0;
    std::vector<bool> column_used_;
    // From a line of the cache on, as the planes of pieces: else each access is to two lines. First
    // those of the circuit, then what is the same for all pieces, then who has a value in the
    // columns where something is withheld.
    plane_memory registers_;
    std::size_t made_ = 0;
    detail::plane zeros_ = nullptr;
    detail::plane ones_ = nullptr;
    std::uint64_t* told_yes_ = nullptr;
    std::uint64_t* told_no_ = nullptr;
};

} // namespace finsam
