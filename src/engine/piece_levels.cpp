// SPDX-License-Identifier: BSL-1.0
#include "piece_run.hpp"

#include <algorithm>

// What is the same for everybody in a piece, and what is then still to be made.

namespace finsam {

piece_run::level piece_run::level_of(wire one) const
{
    if (one == wire::always)
        return level::always;
    if (one == wire::never)
        return level::never;
    return levels_[static_cast<std::size_t>(one)];
}

piece_run::level piece_run::level_of_gate(gate const& one) const
{
    std::uint32_t always = 0, varies = 0;
    for (std::uint32_t k = 0; k < one.count; ++k) {
        auto const in = levels_[static_cast<std::size_t>(asked_.wires[one.first + k])];
        always += in == level::always ? 1 : 0;
        varies += in == level::varies ? 1 : 0;
    }
    auto const needed = one.kind == gate_kind::all   ? one.count
                        : one.kind == gate_kind::any ? 1
                                                     : one.needed;
    return always >= needed            ? level::always
           : always + varies >= needed ? level::varies
                                       : level::never;
}

void piece_run::ask(wire one)
{
    if (level_of(one) == level::varies)
        wanted_[static_cast<std::size_t>(one)] = 1;
}

void piece_run::level_states(std::size_t column)
{
    auto const& from = here_->columns[column];
    auto const level_at = [](plane_at at) {
        return at == plane_at::all_zero  ? level::never
               : at == plane_at::all_one ? level::always
                                         : level::varies;
    };
    auto& here = states_[column] = {};
    here.known = level_at(from.known);
    here.valid = from.some_withheld && here.known != level::never ? level::varies
                 : from.some_withheld                             ? level::never
                                                                  : level_at(from.recorded);
    here.none = !from.some_none                       ? level::never
                : from.recorded == plane_at::all_zero ? here.known
                                                      : level::varies;
}

void piece_run::prepare(piece const& here)
{
    here_ = &here;
    words_ = here.plane_words();
    planner_.begin(here, zeros_, ones_);
    made_ = 0;
    states_.resize(here.columns.size());
    for (std::size_t column = 0; column < column_used_.size(); ++column)
        if (column_used_[column])
            level_states(column);

    for (std::size_t t = 0; t < leaves_.size(); ++t) {
        auto const column = tests_[t].column;
        auto const& said = states_[column];
        auto& leaf = leaves_[t];
        planner_.make(tests_[t], leaf);
        if (said.valid == level::never && leaf.what == leaf_plan::outcome::look)
            leaf.what = leaf_plan::outcome::nobody;
        auto& yes = levels_[2 * t];
        auto& no = levels_[2 * t + 1];
        switch (leaf.what) {
        case leaf_plan::outcome::nobody:
            yes = level::never;
            no = said.known;
            break;
        case leaf_plan::outcome::everybody:
            yes = said.valid;
            no = said.none;
            break;
        case leaf_plan::outcome::has_none:
            yes = said.none;
            no = said.valid;
            break;
        case leaf_plan::outcome::look:
            yes = no = level::varies;
            break;
        }
    }
    // Most pieces are like the one before.
    auto const tests_end = levels_.begin() + static_cast<std::ptrdiff_t>(2 * leaves_.size());
    if (!levels_before_.empty() && std::equal(levels_.begin(), tests_end, levels_before_.begin()))
        return;
    levels_before_.assign(levels_.begin(), tests_end);
    find_wanted();
}

void piece_run::find_wanted()
{
    for (std::size_t g = 0; g < asked_.gates.size(); ++g)
        levels_[asked_.first_gate() + g] = level_of_gate(asked_.gates[g]);

    std::fill(wanted_.begin(), wanted_.end(), 0);
    for (auto const& one : asked_.questions) {
        ask(one.yes);
        ask(one.no);
    }
    for (std::size_t g = asked_.gates.size(); g > 0; --g)
        if (wanted_[asked_.first_gate() + g - 1] != 0)
            for (std::uint32_t k = 0; k < asked_.gates[g - 1].count; ++k)
                ask(asked_.wires[asked_.gates[g - 1].first + k]);
}

} // namespace finsam
