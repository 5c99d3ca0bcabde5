// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/own_columns.hpp>
#include <finsam/engine/people.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
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

/// The pieces of somebody's own columns, each sliced when it is asked for and then forgotten.
class passing_pieces
{
public:
    passing_pieces(engine const& compiled, own_columns const& columns)
        : compiled_(compiled)
        , columns_(columns)
        , codes_(compiled.facts().columns.size())
        , asked_(codes_.size())
    {
        for (std::size_t column = 0; column < codes_.size(); ++column)
            if (auto const* given = columns.of(column))
                for (auto const& code : given->codes)
                    (void)codes_[column].add(code);
        for (auto const& one : compiled.asked().tests)
            asked_[one.column] = true;
    }

    [[nodiscard]] std::size_t people_asked() const { return columns_.people(); }
    [[nodiscard]] std::size_t size() const
    {
        return (columns_.people() + piece_rows - 1) / piece_rows;
    }
    [[nodiscard]] std::vector<code_list> const& codes() const { return codes_; }

    struct reader
    {
        explicit reader(passing_pieces const& all)
            : from(all)
            , rows(all.compiled_.facts())
        {}

        [[nodiscard]] piece const& operator[](std::size_t index)
        {
            auto const first = index * piece_rows;
            auto const count = std::min(piece_rows, from.columns_.people() - first);
            rows.clear();
            rows.add_rows(count);
            for (std::size_t column = 0; column < from.asked_.size(); ++column)
                if (auto const* given = from.columns_.of(column); given && from.asked_[column])
                    std::visit(
                        [&](auto const& values) {
                            rows.fill(column, values.subspan(first, count),
                                      given->states.empty() ? given->states
                                                            : given->states.subspan(first, count));
                        },
                        given->values);
            return now = rows.slice(scratch);
        }
        [[nodiscard]] static piece const* ahead(std::size_t) { return nullptr; }

        passing_pieces const& from;
        staging rows;
        std::vector<std::uint64_t> scratch{};
        piece now{};
    };

private:
    engine const& compiled_;
    own_columns const& columns_;
    std::vector<code_list> codes_;
    std::vector<bool> asked_;
};

} // namespace finsam
