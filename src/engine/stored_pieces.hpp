// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finsam {

/// The pieces of some people, those that are still rows sliced for the occasion.
class stored_pieces
{
public:
    explicit stored_pieces(people const& caseload)
        : caseload_(caseload)
    {
        std::vector<std::uint64_t> scratch;
        if (caseload.tail().rows() != 0)
            last_ = caseload.tail().slice(scratch);
    }

    [[nodiscard]] std::size_t people_asked() const { return caseload_.size(); }
    [[nodiscard]] std::size_t size() const { return caseload_.pieces().size() + (last_ ? 1 : 0); }
    [[nodiscard]] std::vector<code_list> const& codes() const { return caseload_.codes(); }

    /// One for each thread.
    struct reader
    {
        stored_pieces const& from;
        [[nodiscard]] piece const& operator[](std::size_t index) const
        {
            auto const& full = from.caseload_.pieces();
            return index < full.size() ? full[index] : *from.last_;
        }
        [[nodiscard]] piece const* ahead(std::size_t index) const { return &(*this)[index]; }
    };

private:
    people const& caseload_;
    std::optional<piece> last_;
};

} // namespace finsam
