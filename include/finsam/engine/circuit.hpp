// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/program.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// Something that is true or not of each person: a rail of a test, or what a gate makes of some
/// (ledning).
///
/// Shape: 2 t and 2 t + 1 are the yes and no rails of test t, 2 · tests + g is gate g; the two
///        constants stand last.
enum class wire : std::uint32_t
{
    always = 0xFFFFFFFE,
    never = 0xFFFFFFFF
};

/// What a gate makes of its wires. There is no "not": it swaps the rails of an answer.
enum class gate_kind : std::uint8_t
{
    all,
    any,
    at_least
};

/// Shape: `first` and `count` are a range of `circuit::wires`, ascending and at least two of them.
struct gate
{
    gate_kind kind{};
    std::uint32_t needed = 0; ///< of an `at_least`, at least 2 and fewer than all
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// An answer as two wires: definitely yes, definitely no. Unknown is neither.
struct rails
{
    wire yes = wire::never;
    wire no = wire::never;

    friend bool operator==(rails, rails) = default;
};

/// What is done for a piece of people, in this order.
struct circuit_step
{
    enum class what : std::uint8_t
    {
        test,    ///< both rails of a test; those of one column often stand together
        gate,    ///< one gate
        question ///< a question's rails are ready
    };
    what kind{};
    std::uint32_t index = 0;
    std::uint32_t into = 0; ///< register of a test or a gate
};

/// All questions of a program as one shared graph on two rails (krets).
///
/// Equal parts are there once, whatever rules they come from; `all` inside `all` and `any` inside
/// `any` are one gate unless somebody else asks for the inner one. A code among several is a test a
/// code, so that rules about the same municipality share it.
///
/// Shape: gates stand after what they ask for. `questions` are needs groups, then interventions.
struct circuit
{
    std::vector<test> tests{};
    std::vector<gate> gates{};
    std::vector<wire> wires{};
    std::vector<rails> questions{};
    std::vector<circuit_step> steps{};
    std::size_t registers = 0; ///< that are in use at the same time

    [[nodiscard]] std::size_t first_gate() const noexcept { return 2 * tests.size(); }
};

/// Complexity: O(n log n) in nodes and children of the program.
[[nodiscard]] FINSAM_EXPORT circuit make_circuit(program const& lowered);

} // namespace finsam
