// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "detail/pack.hpp"

#include <cstddef>
#include <cstdint>

namespace finsam {

/// A leaf about a number, as it is compared (jämförelse).
///
/// It is met where the number is the constant if `equal`, else where an odd number of the
/// constants, which ascend from 1, is at or below it; written is who meets it, or who of
/// `turned_within` does not, if that is not null.
struct number_leaf
{
    detail::plane const* planes = nullptr; ///< lowest bit first, at one place for all of a column
    std::size_t planes_count = 0;
    std::uint32_t const* constants = nullptr;
    std::size_t constants_count = 0;
    bool equal = false;
    detail::plane turned_within = nullptr;
    std::uint64_t* into = nullptr;
};

/// Comparisons that wait for others of their column, to be made together (väntande jämförelser).
class pending_comparisons
{
public:
    explicit pending_comparisons(detail::pack const& loops)
        : loops_(loops)
    {}

    /// Makes them now. Whoever reads what leaves were to be written into asks for this before.
    void make(std::size_t words)
    {
        if (job_.comparisons_count != 0) {
            loops_.compare(job_, words);
            job_.comparisons_count = 0;
        }
    }

    /// Precondition: as long as leaves of one column are pending, `words` is the same, and so is
    ///               what they are turned within.
    void add(number_leaf const& leaf, std::size_t words)
    {
        constexpr auto most = detail::numbers_job::most;
        auto& count = job_.comparisons_count;
        bool written = false;
        for (std::size_t k = 0; k < leaf.constants_count; ++k) {
            // A leaf of few comparisons is not cut: it would be written and read once more.
            auto const more =
                k == 0 && leaf.constants_count <= most ? leaf.constants_count : std::size_t{1};
            if (count + more > most || job_.planes != leaf.planes || job_.equal != leaf.equal)
                make(words);
            if (count == 0) {
                job_.equal = leaf.equal;
                job_.planes = leaf.planes;
                job_.count = leaf.planes_count;
            }
            if (leaf.turned_within != nullptr)
                job_.valid = leaf.turned_within;
            bool const last = k + 1 == leaf.constants_count;
            bool const cut = !last && count + 1 == most;
            job_.comparisons[count] = {.constant = leaf.constants[k],
                                       .joined = k != 0 && count != 0,
                                       .again = written,
                                       .turned = last && leaf.turned_within != nullptr,
                                       .out = last || cut ? leaf.into : nullptr};
            written = written || cut;
            ++count;
        }
    }

private:
    detail::pack const& loops_;
    detail::numbers_job job_;
};

} // namespace finsam
