// SPDX-License-Identifier: BSL-1.0
#include "slice_column.hpp"

#include <finsam/engine/fact.hpp>

#include "code_positions.hpp"
#include "detail/slice.hpp"
#include "staging_group.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace finsam {
namespace {

using form = column_rows::form;

/// One column on its way onto the stack.
class slicing
{
public:
    slicing(column_rows const& from, plane_stack& stack, plane_column& to)
        : from_(from)
        , stack_(stack)
        , to_(to)
        , stride_(stack.plane_words())
        , groups_(stack.groups())
    {}

    void run()
    {
        end_with_the_last_row();
        states();
        if (from_.stands == form::lanes || from_.stands == form::words)
            members();
        else if (from_.is_code)
            codes();
        else
            numbers();
    }

private:
    /// The row past the last may have been begun: nothing is on record of it here.
    void end_with_the_last_row()
    {
        if (groups_ == 0)
            return;
        auto const* const states = rows_of(from_.states, groups_ - 1);
        auto const there = stack_.rows_of(groups_ - 1);
        for (std::size_t row = 0; row < group_rows; ++row)
            last_states_[row] = (there >> row & 1) != 0 ? states[row] : 0;
        from_.states.last = last_states_.data();
    }

    void states()
    {
        static_assert(static_cast<int>(fact_state::unknown) == 0);
        static_assert(static_cast<int>(fact_state::none) == 1
                      && static_cast<int>(fact_state::value) == 2
                      && static_cast<int>(fact_state::withheld) == 3);
        auto* const known = stack_.room(2);
        auto* const recorded = known + stride_;
        loops_.bytes(from_.states, 2, known, stride_); // the lower bit: none or withheld
        auto const others = loops_.states(known, recorded, valid_.data(), groups_);
        to_.some_none = others.none;
        to_.some_withheld = others.withheld;
        to_.known = stack_.keep(known, everybody.data());
        to_.recorded =
            !others.none && !others.withheld ? to_.known : stack_.keep(recorded, everybody.data());
    }

    void members()
    {
        to_.planes.resize(from_.values, plane_at::all_zero);
        auto const words = from_.stands == form::words ? loops_.any_of_words(from_.at) : 0;
        std::vector<unsigned char> apart;
        for (std::size_t eight = 0; eight < (from_.values + 7) / 8; ++eight) {
            auto const seen = from_.stands == form::words ? words : from_.seen[eight / 8];
            if ((seen >> eight % 8 * 8 & 0xFF) == 0)
                continue;
            auto lane = from_.at;
            if (from_.stands == form::lanes) {
                lane.first += eight * group_rows;
            } else {
                apart.resize(groups_ * group_rows);
                loops_.byte_of_words(from_.at, static_cast<unsigned>(eight), apart.data());
                lane = {apart.data(), group_rows, groups_};
            }
            auto* const room = stack_.room(8);
            loops_.bytes(lane, 8, room, stride_);
            for (std::size_t k = 0; k < 8 && eight * 8 + k < from_.values; ++k)
                to_.planes[eight * 8 + k] = stack_.keep(room + k * stride_, valid_.data());
        }
    }

    void numbers()
    {
        if (from_.stands == form::bytes) {
            if (from_.values > 1) {
                auto const bits = static_cast<unsigned>(std::bit_width(from_.values - 1));
                loops_.bytes(from_.at, bits, stack_.room(bits), stride_);
                keep_numbers(bits);
            }
            return;
        }
        auto const all = range_of(from_.at);
        if (all.low > all.high)
            return;
        to_.base = all.low;
        distances(from_.at, all.low, width_of(all));
    }

    void codes()
    {
        auto const apart = from_.stands == form::bytes ? widened() : std::vector<std::int32_t>{};
        auto const rows = apart.empty() ? from_.at : as_groups(apart);
        auto const all = range_of(rows);
        if (all.low > all.high)
            return;
        auto found = positions_of_codes(rows, from_.states, all);
        to_.codes = std::move(found.codes);
        if (found.of_rows.empty())
            distances(rows, all.low, width_of(all));
        else
            distances(as_groups(found.of_rows), 0,
                      static_cast<std::uint32_t>(to_.codes.size()) - 1);
    }

    void distances(detail::row_groups const& rows, std::int32_t base, std::uint32_t most)
    {
        auto const bits = static_cast<unsigned>(std::bit_width(most));
        if (bits == 0)
            return;
        loops_.numbers(rows, base, bits, stack_.room(bits), stride_);
        keep_numbers(bits);
    }

    /// The planes of a number that were written to the room asked for last.
    void keep_numbers(unsigned bits)
    {
        auto* const room = stack_.room(bits);
        for (unsigned k = 0; k < bits; ++k)
            to_.planes.push_back(stack_.keep(room + k * stride_, valid_.data()));
        // No plane for values that nobody has.
        while (!to_.planes.empty() && to_.planes.back() == plane_at::all_zero)
            to_.planes.pop_back();
    }

    [[nodiscard]] detail::number_range range_of(detail::row_groups const& rows) const
    {
        return loops_.range(rows, from_.states, static_cast<unsigned char>(fact_state::value));
    }
    [[nodiscard]] static std::uint32_t width_of(detail::number_range range)
    {
        return static_cast<std::uint32_t>(range.high) - static_cast<std::uint32_t>(range.low);
    }

    [[nodiscard]] std::vector<std::int32_t> widened() const
    {
        std::vector<std::int32_t> all(groups_ * group_rows);
        for (std::size_t i = 0; i < groups_; ++i)
            std::copy_n(rows_of(from_.at, i), group_rows, all.data() + i * group_rows);
        return all;
    }

    [[nodiscard]] detail::row_groups as_groups(std::vector<std::int32_t> const& numbers) const
    {
        return {reinterpret_cast<unsigned char const*>(numbers.data()),
                group_rows * sizeof numbers[0], groups_};
    }

    static constexpr std::size_t most_words = piece_rows / 64;
    static constexpr auto everybody = [] {
        std::array<std::uint64_t, most_words> all{};
        all.fill(~std::uint64_t{0});
        return all;
    }();

    column_rows from_;
    plane_stack& stack_;
    plane_column& to_;
    detail::slicer const& loops_ = detail::fastest_slicer();
    std::size_t stride_;
    std::size_t groups_;
    std::array<std::uint64_t, most_words> valid_; // who has a value
    std::array<unsigned char, group_rows> last_states_;
};

} // namespace

void slice_column(column_rows const& from, plane_stack& stack, plane_column& to)
{
    slicing(from, stack, to).run();
}

} // namespace finsam
