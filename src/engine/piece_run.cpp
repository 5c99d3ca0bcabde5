// SPDX-License-Identifier: BSL-1.0
#include "piece_run.hpp"

#include <algorithm>

namespace finsam {
namespace {

constexpr std::size_t most_words = piece_rows / 64;
constexpr std::size_t plane_bytes = most_words * 8;

std::vector<bool> columns_of(column_tests const& tests)
{
    std::vector<bool> used;
    for (auto const& one : tests) {
        if (one.column >= used.size())
            used.resize(one.column + 1);
        used[one.column] = true;
    }
    return used;
}

} // namespace

piece_run::piece_run(circuit const& asked, column_tests const& tests, detail::pack const& loops)
    : asked_(asked)
    , tests_(tests)
    , loops_(loops)
    , planner_(asked.tests.size())
    , leaves_(asked.tests.size())
    , levels_(asked.first_gate() + asked.gates.size())
    , wanted_(levels_.size())
    , at_(levels_.size())
    , pending_(loops)
    , column_used_(columns_of(tests))
{
    auto const columns =
        static_cast<std::size_t>(std::count(column_used_.begin(), column_used_.end(), true));
    registers_ = plane_memory((asked.registers + same_for_all + columns) * plane_bytes);
    std::size_t most_wires = 0;
    for (auto const& one : asked.gates)
        most_wires = std::max<std::size_t>(most_wires, one.count);
    inputs_.resize(most_wires);
    differences_.resize(most_wires);
    auto* const zeros = reg(asked.registers);
    auto* const ones = reg(asked.registers + 1);
    std::fill_n(zeros, most_words, 0);
    std::fill_n(ones, most_words, ~std::uint64_t{0});
    zeros_ = zeros;
    ones_ = ones;
    told_yes_ = reg(asked.registers + 2);
    told_no_ = reg(asked.registers + 3);
}

detail::plane piece_run::bits_at(plane_at at) const
{
    return at == plane_at::all_zero ? zeros_ : at == plane_at::all_one ? ones_ : here_->plane(at);
}

detail::plane piece_run::valid_bits(std::size_t column)
{
    auto const& from = here_->columns[column];
    if (!from.some_withheld)
        return bits_at(from.recorded);
    auto& here = states_[column];
    if (here.made_valid == nullptr) {
        auto* const made = reg(asked_.registers + same_for_all + made_++);
        detail::plane const both[] = {bits_at(from.recorded), bits_at(from.known)};
        loops_.all({.planes = both, .count = 2}, made, words_);
        here.made_valid = made;
    }
    return here.made_valid;
}

detail::difference piece_run::none_bits(std::size_t column) const
{
    auto const& from = here_->columns[column];
    if (from.recorded == plane_at::all_zero)
        return {bits_at(from.known)};
    return {bits_at(from.known), bits_at(from.recorded)};
}

detail::plane piece_run::known_bits(std::size_t column) const
{
    return bits_at(here_->columns[column].known);
}

void piece_run::look_ahead(piece const* next)
{
    ahead_.clear();
    ahead_at_ = 0;
    if (next == nullptr || next->rows != piece_rows || asked_.steps.empty())
        return;
    auto const add = [&](plane_at at) {
        if (at != plane_at::all_zero && at != plane_at::all_one)
            ahead_.push_back(next->plane(at));
    };
    for (std::size_t column = 0; column < column_used_.size(); ++column)
        if (column_used_[column]) {
            auto const& one = next->columns[column];
            add(one.known);
            if (one.recorded != one.known)
                add(one.recorded);
            for (auto const at : one.planes)
                add(at);
        }
    ahead_a_step_ = ahead_.size() / asked_.steps.size() + 1;
}

void piece_run::run_test(circuit_step const& step)
{
    auto const yes = 2 * std::size_t{step.index};
    auto const no = yes + 1;
    if (wanted_[yes] == 0 && wanted_[no] == 0)
        return;
    auto const& leaf = leaves_[step.index];
    std::size_t const column = leaf.column;
    switch (leaf.what) {
    case leaf_plan::outcome::nobody:
        at_[no] = {known_bits(column)};
        break;
    case leaf_plan::outcome::everybody:
    case leaf_plan::outcome::has_none: {
        bool const turned = leaf.what == leaf_plan::outcome::has_none;
        if (wanted_[turned ? no : yes] != 0)
            at_[turned ? no : yes] = {valid_bits(column)};
        if (wanted_[turned ? yes : no] != 0)
            at_[turned ? yes : no] = none_bits(column);
        break;
    }
    case leaf_plan::outcome::look:
        look(step, leaf, column);
        break;
    }
}

/// Whoever is known and not on one rail is on the other, which need not be written.
void piece_run::look(circuit_step const& step, leaf_plan const& leaf, std::size_t column)
{
    auto const yes = 2 * std::size_t{step.index};
    auto const no = yes + 1;
    auto const* const planes = planner_.planes.data() + leaf.first_plane;
    auto const* const constants = planner_.constants.data() + leaf.first_constant;
    bool const is_number =
        leaf.form == leaf_plan::shape::equal || leaf.form == leaf_plan::shape::edges;
    // A boolean, one member of a set or the upper half of a domain is a plane as it stands.
    bool const one_plane =
        leaf.form == leaf_plan::shape::edges
            ? leaf.constants == 1 && constants[0] == std::uint32_t{1} << (leaf.planes - 1)
            : leaf.planes == 1;
    // Who is known to have none is not on the rail of who has another value.
    bool const turned = leaf.complement && states_[column].none != level::never;
    auto* const into = reg(step.into);
    detail::plane made = into;
    if (one_plane && turned)
        loops_.except(valid_bits(column), planes[leaf.planes - 1], into, words_);
    else if (one_plane)
        made = planes[leaf.planes - 1];
    else if (is_number)
        pending_.add({.planes = planes,
                      .planes_count = leaf.planes,
                      .constants = constants,
                      .constants_count = leaf.constants,
                      .equal = leaf.form == leaf_plan::shape::equal,
                      .turned_within = turned ? valid_bits(column) : nullptr,
                      .into = into},
                     words_);
    else if (leaf.form == leaf_plan::shape::any)
        loops_.any({.planes = planes, .count = leaf.planes}, into, words_);
    else if (leaf.form == leaf_plan::shape::all)
        loops_.all({.planes = planes, .count = leaf.planes}, into, words_);
    else
        loops_.at_least(constants[0], {.planes = planes, .count = leaf.planes}, into, words_);

    auto const written = leaf.complement && !turned ? no : yes;
    auto const told = written == yes ? no : yes;
    at_[written] = {made};
    if (wanted_[told] != 0)
        at_[told] = {known_bits(column), made};
}

void piece_run::run_gate(circuit_step const& step)
{
    auto const self = asked_.first_gate() + step.index;
    if (wanted_[self] == 0)
        return;
    auto const& here = asked_.gates[step.index];
    auto* const into = reg(step.into);
    at_[self] = {into};
    detail::terms of{.planes = inputs_.data(), .differences = differences_.data()};
    std::size_t always = 0;
    for (std::uint32_t k = 0; k < here.count; ++k) {
        auto const in = static_cast<std::size_t>(asked_.wires[here.first + k]);
        if (levels_[in] != level::varies)
            always += levels_[in] == level::always ? 1 : 0;
        else if (at_[in].less == nullptr)
            inputs_[of.count++] = at_[in].from;
        else
            differences_[of.differences_count++] = at_[in];
    }
    auto const count = of.count + of.differences_count;
    if (here.kind == gate_kind::at_least && here.needed - always > 1
        && here.needed - always < count)
        loops_.at_least(here.needed - always, of, into, words_);
    else if (here.kind == gate_kind::all
             || (here.kind == gate_kind::at_least && here.needed - always == count))
        loops_.all(of, into, words_);
    else
        loops_.any(of, into, words_);
}

rail_answer piece_run::answer_of(wire one, std::uint64_t* into) const
{
    switch (level_of(one)) {
    case level::never:
        return {rail_answer::form::nobody};
    case level::always:
        return {rail_answer::form::everybody};
    case level::varies:
        break;
    }
    auto const& at = at_[static_cast<std::size_t>(one)];
    if (at.less == nullptr)
        return {rail_answer::form::some, at.from};
    loops_.except(at.from, at.less, into, words_);
    return {rail_answer::form::some, into};
}

} // namespace finsam
