// SPDX-License-Identifier: BSL-1.0
#include "piece_run.hpp"

#include <algorithm>

namespace finsam {
namespace {

constexpr std::size_t most_words = piece_rows / 64;
constexpr std::size_t plane_bytes = most_words * 8;

} // namespace

piece_run::piece_run(circuit const& asked, std::vector<column_test> const& tests,
                     detail::pack const& loops)
    : asked_(asked)
    , tests_(tests)
    , loops_(loops)
    , leaves_(asked.tests.size())
    , levels_(asked.first_gate() + asked.gates.size())
    , wanted_(levels_.size())
    , at_(levels_.size())
    , registers_((asked.registers + 2) * plane_bytes)
{
    auto* const zeros = reg(asked.registers);
    auto* const ones = reg(asked.registers + 1);
    std::fill_n(zeros, most_words, 0);
    std::fill_n(ones, most_words, ~std::uint64_t{0});
    zeros_ = zeros;
    ones_ = ones;
}

detail::plane piece_run::bits_at(plane_at at) const
{
    return at == plane_at::all_zero ? zeros_ : at == plane_at::all_one ? ones_ : here_->plane(at);
}

detail::plane piece_run::bits_of(states& one, plane_memory& made, plane_at with, plane_at without)
{
    if (one.bits == nullptr) {
        if (made.size() == 0)
            made = plane_memory(plane_bytes);
        loops_.except(bits_at(with), bits_at(without), made.own(), words_);
        one.bits = made.words();
    }
    return one.bits;
}

detail::plane piece_run::valid_bits(std::size_t column)
{
    auto const& from = here_->columns[column];
    return bits_of(valid_[column], made_valid_[column], from.recorded, from.other);
}

detail::plane piece_run::none_bits(std::size_t column)
{
    auto const& from = here_->columns[column];
    return bits_of(none_[column], made_none_[column], from.other, from.recorded);
}

void piece_run::look_ahead(piece const* next)
{
    ahead_.clear();
    ahead_at_ = 0;
    if (next == nullptr || next->rows != piece_rows || asked_.steps.empty())
        return;
    if (column_used_.empty()) {
        column_used_.resize(next->columns.size());
        for (auto const& one : tests_)
            column_used_[one.column] = true;
    }
    auto const add = [&](plane_at at) {
        if (at != plane_at::all_zero && at != plane_at::all_one)
            ahead_.push_back(next->plane(at));
    };
    for (std::size_t column = 0; column < next->columns.size(); ++column)
        if (column_used_[column]) {
            auto const& one = next->columns[column];
            add(one.recorded);
            add(one.other);
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
    auto const column = tests_[step.index].column;
    auto const& leaf = leaves_[step.index];
    auto const varying = [&](states const& one) { return one.level_of == level::varies; };
    switch (leaf.what) {
    case leaf_plan::outcome::nobody:
        if (varying(valid_[column]) && varying(none_[column])) {
            detail::plane const either[] = {valid_bits(column), none_bits(column)};
            loops_.any(either, 2, reg(step.into_no), words_);
            at_[no] = reg(step.into_no);
        } else {
            at_[no] = varying(valid_[column]) ? valid_bits(column) : none_bits(column);
        }
        return;
    case leaf_plan::outcome::everybody:
    case leaf_plan::outcome::has_none: {
        bool const turned = leaf.what == leaf_plan::outcome::has_none;
        if (wanted_[turned ? no : yes] != 0)
            at_[turned ? no : yes] = valid_bits(column);
        if (wanted_[turned ? yes : no] != 0)
            at_[turned ? yes : no] = none_bits(column);
        return;
    }
    case leaf_plan::outcome::look:
        break;
    }
    auto const* const planes = planner_.planes.data() + leaf.first_plane;
    detail::leaf_job job{.kind = leaf.shape,
                         .complement = leaf.complement,
                         .planes = planes,
                         .count = leaf.planes,
                         .constants = planner_.constants.data() + leaf.first_constant,
                         .constants_count = leaf.constants};
    if (varying(valid_[column]))
        job.valid = valid_bits(column);
    if (varying(none_[column]))
        job.none = none_bits(column);
    if (wanted_[yes] != 0)
        at_[yes] = job.yes = reg(step.into);
    if (wanted_[no] != 0)
        at_[no] = job.no = reg(step.into_no);
    // A boolean, one member of a set or the upper half of a domain is a plane as it stands.
    bool const one_plane =
        job.kind == detail::leaf_job::shape::edges
            ? leaf.constants == 1 && job.constants[0] == std::uint32_t{1} << (leaf.planes - 1)
            : leaf.planes == 1;
    if (one_plane) {
        if (!leaf.complement && job.yes != nullptr) {
            at_[yes] = planes[leaf.planes - 1];
            job.yes = nullptr;
        } else if (leaf.complement && job.no != nullptr && job.none == nullptr) {
            at_[no] = planes[leaf.planes - 1];
            job.no = nullptr;
        }
    }
    if (job.yes != nullptr || job.no != nullptr)
        loops_.leaf(job, words_);
}

void piece_run::run_gate(circuit_step const& step)
{
    auto const self = asked_.first_gate() + step.index;
    if (wanted_[self] == 0)
        return;
    auto const& here = asked_.gates[step.index];
    std::size_t always = 0;
    inputs_.clear();
    for (std::uint32_t k = 0; k < here.count; ++k) {
        auto const in = static_cast<std::size_t>(asked_.wires[here.first + k]);
        if (levels_[in] == level::varies)
            inputs_.push_back(at_[in]);
        else
            always += levels_[in] == level::always ? 1 : 0;
    }
    auto* const into = reg(step.into);
    at_[self] = into;
    auto const count = inputs_.size();
    if (here.kind == gate_kind::at_least && here.needed - always > 1
        && here.needed - always < count)
        loops_.at_least(here.needed - always, inputs_.data(), count, into, words_);
    else if (here.kind == gate_kind::all
             || (here.kind == gate_kind::at_least && here.needed - always == count))
        loops_.all(inputs_.data(), count, into, words_);
    else
        loops_.any(inputs_.data(), count, into, words_);
}

rail_answer piece_run::answer_of(wire one) const
{
    switch (level_of(one)) {
    case level::never:
        return {rail_answer::form::nobody};
    case level::always:
        return {rail_answer::form::everybody};
    case level::varies:
        break;
    }
    return {rail_answer::form::some, at_[static_cast<std::size_t>(one)]};
}

} // namespace finsam
