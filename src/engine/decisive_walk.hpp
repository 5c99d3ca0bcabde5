// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/assessor.hpp>
#include <finsam/engine/program.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace finsam {

/// Whether a child with this answer decided its parent's.
[[nodiscard]] constexpr bool decides(node_kind kind, truth parent, truth child)
{
    switch (kind) {
    case node_kind::leaf:
    case node_kind::rule:
        return true;
    case node_kind::all_of:
    case node_kind::any_of:
    case node_kind::at_least_of:
        return child == parent;
    case node_kind::none_of:
        return child == !parent;
    }
    return false;
}

/// Follows the children that decided, from a question's root down to the leaves (avgörande led).
///
/// One for each thread; its memory is kept from one walk to the next.
class decisive_walk
{
public:
    explicit decisive_walk(program const& lowered)
        : lowered_(lowered)
        , seen_(lowered.nodes.size())
    {}

    /// `visit(node, cite)` gets each leaf in document order with the nearest citation on the way
    /// walked, or null, and says whether to go on.
    ///
    /// A leaf or rule reached a second time is not visited again: what it leads to depends on its
    /// answer alone. That keeps the walk linear in the program, and an explicit stack keeps long
    /// chains of rules off the machine's.
    template<class Visit>
    void operator()(assessor const& answers, std::uint32_t root, Visit visit)
    {
        open_.push_back({root, nullptr});
        while (!open_.empty()) {
            auto const [at, above] = open_.back();
            open_.pop_back();
            if (seen_[at] != 0)
                continue;
            seen_[at] = 1;
            touched_.push_back(at);
            auto const& here = lowered_.nodes[at];
            auto const& own = lowered_.written[at].cite;
            auto const* const cite = own ? &*own : above;
            if (here.kind == node_kind::leaf) {
                if (!visit(at, cite))
                    break;
                continue;
            }
            auto const given = answers.at(at);
            for (std::uint32_t k = here.count; k > 0; --k) // last first: the stack turns them round
                if (auto const child = lowered_.children[here.first + k - 1];
                    decides(here.kind, given, answers.at(child)))
                    open_.push_back({child, cite});
        }
        open_.clear();
        for (auto const at : touched_)
            seen_[at] = 0;
        touched_.clear();
    }

private:
    struct step
    {
        std::uint32_t node;
        std::string const* above; // the nearest citation on the way walked
    };

    program const& lowered_;
    std::vector<char> seen_;
    std::vector<step> open_;
    std::vector<std::uint32_t> touched_;
};

} // namespace finsam
