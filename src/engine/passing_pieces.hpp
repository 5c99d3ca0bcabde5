// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/own_columns.hpp>
#include <finsam/engine/piece.hpp>

#include "column_rows.hpp"
#include "staging_group.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// The pieces of somebody's own columns, each sliced where it lies when it is asked for and then
/// forgotten (egna kolumner, stycke för stycke). They have planes and nothing else.
class passing_pieces
{
public:
    passing_pieces(engine const& compiled, own_columns const& columns);

    [[nodiscard]] std::size_t people_asked() const { return columns_.people(); }
    [[nodiscard]] std::size_t size() const
    {
        return (columns_.people() + piece_rows - 1) / piece_rows;
    }
    [[nodiscard]] std::vector<code_list> const& codes() const { return codes_; }

    /// One for each thread.
    class reader
    {
    public:
        explicit reader(passing_pieces const& all)
            : from_(all)
        {}

        /// Lasts until the next is asked for.
        [[nodiscard]] piece const& operator[](std::size_t index);
        [[nodiscard]] static piece const* ahead(std::size_t) { return nullptr; }

    private:
        /// A last group that is not whole, with nothing on record in the rows that are not there.
        struct whole_group
        {
            alignas(8) std::array<unsigned char, 8 * group_rows> values;
            std::array<unsigned char, group_rows> states;
        };

        [[nodiscard]] column_rows column_of(own_column const& given, fact_declaration const& about,
                                            std::size_t first, std::size_t rows);

        passing_pieces const& from_;
        std::vector<std::uint64_t> scratch_;
        whole_group last_{};
        piece now_;
    };

private:
    engine const& compiled_;
    own_columns const& columns_;
    std::vector<code_list> codes_;
    std::vector<bool> asked_; // by column
};

} // namespace finsam
