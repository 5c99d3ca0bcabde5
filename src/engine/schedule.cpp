// SPDX-License-Identifier: BSL-1.0
#include "schedule.hpp"

#include <algorithm>

namespace finsam {
namespace {

/// Puts what is made of a circuit in an order, questions as early as they can be answered, and
/// gives each result a register until its last use.
class scheduling
{
public:
    explicit scheduling(circuit& made)
        : made_(made)
        , test_done_(made.tests.size())
        , gate_done_(made.gates.size())
        , last_use_(made.first_gate() + made.gates.size())
    {}

    void run()
    {
        for (std::size_t q = 0; q < made_.questions.size(); ++q) {
            visit(made_.questions[q]);
            use(made_.questions[q].yes);
            use(made_.questions[q].no);
            made_.steps.push_back({circuit_step::what::question, static_cast<std::uint32_t>(q)});
        }
        give_registers();
    }

private:
    [[nodiscard]] static bool is_constant(wire one)
    {
        return one == wire::always || one == wire::never;
    }

    /// What the question asks for and is not made yet, in the order in which the gates were made:
    /// both rails of an inner criterion stand together there, before those of the outer one, so
    /// that neither rail of a test waits long for whoever asks for it.
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
            for (std::uint32_t k = 0; k < here.count; ++k)
                use(made_.wires[here.first + k]);
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

    /// The step about to be added asks for the wire.
    void use(wire one)
    {
        if (!is_constant(one))
            last_use_[static_cast<std::size_t>(one)] = made_.steps.size();
    }

    void give_registers()
    {
        std::vector<std::uint32_t> free;
        std::vector<std::vector<std::uint32_t>> freed_after(made_.steps.size());
        auto const give = [&](std::size_t wire_index) {
            if (free.empty())
                free.push_back(static_cast<std::uint32_t>(made_.registers++));
            auto const into = free.back();
            free.pop_back();
            // A rail that nobody asks for is not made, but its place is.
            freed_after[std::max(last_use_[wire_index], now_)].push_back(into);
            return into;
        };
        for (now_ = 0; now_ < made_.steps.size(); ++now_) {
            auto& step = made_.steps[now_];
            if (step.kind == circuit_step::what::test) {
                step.into = give(2 * std::size_t{step.index});
                step.into_no = give(2 * std::size_t{step.index} + 1);
            } else if (step.kind == circuit_step::what::gate) {
                step.into = give(made_.first_gate() + step.index);
            }
            free.insert(free.end(), freed_after[now_].begin(), freed_after[now_].end());
        }
    }

    circuit& made_;
    std::vector<bool> test_done_;
    std::vector<bool> gate_done_;
    std::vector<std::size_t> last_use_; // step that asks last, by wire
    std::size_t now_ = 0;
};

} // namespace

void schedule(circuit& made)
{
    scheduling(made).run();
}

} // namespace finsam
