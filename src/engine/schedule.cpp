// SPDX-License-Identifier: BSL-1.0
#include "schedule.hpp"

#include "detail/pack.hpp"

#include <algorithm>
#include <utility>

namespace finsam {
namespace {

/// So many tests of one column's numbers are made one after the other: they are looked at together.
constexpr std::size_t together = detail::numbers_job::most;

/// Puts what is made of a circuit in an order, question by question but for tests that come with
/// others of their column, and gives each result a register until its last use.
class scheduling
{
public:
    explicit scheduling(circuit& made)
        : made_(made)
        , test_done_(made.tests.size())
        , gate_done_(made.gates.size())
        , last_use_(made.tests.size() + made.gates.size())
    {}

    void run()
    {
        for (std::size_t q = 0; q < made_.questions.size(); ++q) {
            visit(made_.questions[q]);
            made_.steps.push_back({circuit_step::what::question, static_cast<std::uint32_t>(q)});
        }
        gather_columns();
        for (now_ = 0; now_ < made_.steps.size(); ++now_)
            use_all(made_.steps[now_]);
        give_registers();
    }

private:
    [[nodiscard]] static bool is_constant(wire one)
    {
        return one == wire::always || one == wire::never;
    }

    /// What the question asks for and is not made yet, in the order in which the gates were made:
    /// both rails of an inner criterion stand together there, before those of the outer one, so
    /// that a test does not wait long for whoever asks for it.
    void visit(rails wanted)
    {
        std::vector<std::size_t> cone;
        std::vector<wire> open{wanted.yes, wanted.no};
        while (!open.empty()) {
            auto const one = open.back();
            open.pop_back();
            if (!is_gate(one) || gate_done_[gate_of(one)])
                continue;
            gate_done_[gate_of(one)] = true;
            cone.push_back(gate_of(one));
            auto const& here = made_.gates[gate_of(one)];
            for (std::uint32_t k = 0; k < here.count; ++k)
                open.push_back(made_.wires[here.first + k]);
        }
        std::sort(cone.begin(), cone.end());
        for (auto const g : cone) {
            auto const& here = made_.gates[g];
            for (std::uint32_t k = 0; k < here.count; ++k)
                test(made_.wires[here.first + k]);
            made_.steps.push_back({circuit_step::what::gate, static_cast<std::uint32_t>(g)});
        }
        test(wanted.yes);
        test(wanted.no);
    }

    /// The test of a wire, unless it is another thing or made already.
    void test(wire one)
    {
        if (is_constant(one) || is_gate(one))
            return;
        auto const index = static_cast<std::size_t>(one) / 2;
        if (test_done_[index])
            return;
        test_done_[index] = true;
        made_.steps.push_back({circuit_step::what::test, static_cast<std::uint32_t>(index)});
    }

    [[nodiscard]] bool is_gate(wire one) const
    {
        return !is_constant(one) && static_cast<std::size_t>(one) >= made_.first_gate();
    }
    [[nodiscard]] std::size_t gate_of(wire one) const
    {
        return static_cast<std::size_t>(one) - made_.first_gate();
    }

    [[nodiscard]] bool is_about_number(circuit_step const& step) const
    {
        if (step.kind != circuit_step::what::test)
            return false;
        auto const kind = made_.tests[step.index].kind;
        return kind == test_kind::in_range || kind == test_kind::one_of_numbers
               || kind == test_kind::one_of_codes;
    }

    /// Has each test of a number bring the next ones of its column with it.
    void gather_columns()
    {
        std::size_t columns = 0;
        for (auto const& one : made_.tests)
            columns = std::max<std::size_t>(columns, one.column + 1);
        std::vector<std::vector<std::size_t>> of_column(columns); // steps, the last one first
        for (auto s = made_.steps.size(); s > 0; --s)
            if (is_about_number(made_.steps[s - 1]))
                of_column[made_.tests[made_.steps[s - 1].index].column].push_back(s - 1);
        std::vector<circuit_step> ordered;
        ordered.reserve(made_.steps.size());
        std::vector<bool> brought(made_.steps.size());
        for (std::size_t s = 0; s < made_.steps.size(); ++s) {
            if (brought[s])
                continue;
            if (!is_about_number(made_.steps[s])) {
                ordered.push_back(made_.steps[s]);
                continue;
            }
            auto& waiting = of_column[made_.tests[made_.steps[s].index].column];
            for (std::size_t k = 0; k < together && !waiting.empty(); ++k) {
                ordered.push_back(made_.steps[waiting.back()]);
                brought[waiting.back()] = true;
                waiting.pop_back();
            }
        }
        made_.steps = std::move(ordered);
    }

    /// What holds the wire's bits: both rails of a test are told from one plane.
    [[nodiscard]] std::size_t holder_of(wire one) const
    {
        return is_gate(one) ? made_.tests.size() + gate_of(one) : static_cast<std::size_t>(one) / 2;
    }

    /// The step that is now asks for the wire.
    void use(wire one)
    {
        if (!is_constant(one))
            last_use_[holder_of(one)] = now_;
    }
    void use_all(circuit_step const& step)
    {
        if (step.kind == circuit_step::what::gate) {
            auto const& here = made_.gates[step.index];
            for (std::uint32_t k = 0; k < here.count; ++k)
                use(made_.wires[here.first + k]);
        } else if (step.kind == circuit_step::what::question) {
            use(made_.questions[step.index].yes);
            use(made_.questions[step.index].no);
        }
    }

    void give_registers()
    {
        std::vector<std::uint32_t> free;
        std::vector<std::vector<std::uint32_t>> freed_after(made_.steps.size());
        auto const give = [&](std::size_t holder) {
            if (free.empty())
                free.push_back(static_cast<std::uint32_t>(made_.registers++));
            auto const into = free.back();
            free.pop_back();
            // What nobody asks for is not made, but its place is.
            freed_after[std::max(last_use_[holder], now_)].push_back(into);
            return into;
        };
        for (now_ = 0; now_ < made_.steps.size(); ++now_) {
            auto& step = made_.steps[now_];
            if (step.kind == circuit_step::what::test)
                step.into = give(step.index);
            else if (step.kind == circuit_step::what::gate)
                step.into = give(made_.tests.size() + step.index);
            free.insert(free.end(), freed_after[now_].begin(), freed_after[now_].end());
        }
    }

    circuit& made_;
    std::vector<bool> test_done_;
    std::vector<bool> gate_done_;
    std::vector<std::size_t> last_use_; // step that asks last, tests first, then gates
    std::size_t now_ = 0;
};

} // namespace

void schedule(circuit& made)
{
    scheduling(made).run();
}

} // namespace finsam
