// SPDX-License-Identifier: BSL-1.0
#include "interview.hpp"

#include "ask_test.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <span>

namespace finsam {
namespace {

constexpr std::uint32_t most_rows = 1U << 30; // before the numbers of rows begin again
constexpr std::uint32_t nothing = 0xFFFFFFFF; // no group

} // namespace

interview::interview(engine const& compiled, people const& caseload)
    : sheet_(&compiled.asked_of_one())
    , caseload_(&caseload)
    , needs_groups_(compiled.needs_groups().size())
    , column_of_(sheet_->tests.size())
    , code_(sheet_->columns.size())
    , facts_(sheet_->columns.size())
    , answers_(sheet_->groups.size())
{
    for (std::uint32_t i = 0; i < sheet_->columns.size(); ++i) {
        auto const& column = sheet_->columns[i];
        std::fill_n(column_of_.begin() + column.first, column.count, i);
        facts_[i].numbers = fact_group(column.column);
        facts_[i].words = static_cast<std::uint32_t>(sets_.size());
        sets_.resize(sets_.size() + column.words);
        auto const& codes = caseload.codes(column.column);
        for (std::size_t k = 0; k < codes.size(); ++k)
            code_[i].push_back(column.codes.find(codes[k]).value_or(-1));
    }

    std::vector<std::size_t> depth; // by group
    for (auto const& one : sheet_->groups) {
        auto& made = demands_.emplace_back(demand{.first = one.first, .count = one.count});
        switch (one.kind) {
        case node_kind::leaf:
        case node_kind::rule:
            break; // never laid out as groups
        case node_kind::all_of:
            made.needed = one.count;
            break;
        case node_kind::none_of:
            made.turned_round = true;
            [[fallthrough]];
        case node_kind::any_of:
            made.needed = 1;
            break;
        case node_kind::at_least_of:
            made.needed = one.at_least;
            break;
        }
        auto& deepest = depth.emplace_back(1);
        for (std::uint32_t k = 0; k < one.count; ++k)
            if (auto const child = sheet_->children[one.first + k]; child >= sheet_->tests.size())
                deepest = std::max(deepest, depth[child - sheet_->tests.size()] + 1);
    }
    steps_.resize(depth.empty() ? 0 : *std::max_element(depth.begin(), depth.end()));
}

void interview::begin(std::size_t row)
{
    BOOST_ASSERT(row < caseload_->size());
    row_ = row;
    if (++row_number_ == most_rows) {
        for (auto& one : facts_)
            one.row_number = 0;
        std::fill(answers_.begin(), answers_.end(), 0);
        row_number_ = 1;
    }
}

truth interview::answer(std::uint32_t slot)
{
    auto const tests = static_cast<std::uint32_t>(sheet_->tests.size());
    return slot < tests ? answer_test(slot) : answer_group(slot - tests);
}

truth interview::answer_test(std::uint32_t slot)
{
    auto const column = column_of_[slot];
    auto const& from = sheet_->columns[column];
    auto const& asked = sheet_->tests[slot];
    auto& fact = facts_[column];
    bool const is_set = from.kind == fact_kind::set;
    switch (is_set ? caseload_->state(row_, from.column) : fact.numbers.state(*caseload_, row_)) {
    case fact_state::unknown:
    case fact_state::withheld:
        return truth::unknown;
    case fact_state::none:
        return asked.if_none;
    case fact_state::value:
        break;
    }
    if (is_set) {
        auto const members = std::span{sets_}.subspan(fact.words, from.words);
        if (fact.row_number != row_number_)
            caseload_->members(row_, from.column, members);
        fact.row_number = row_number_;
        return answer_about(*sheet_, asked, std::span<std::uint64_t const>{members});
    }
    auto const number = fact.numbers.number(*caseload_, row_);
    return answer_about(
        *sheet_, asked,
        from.kind == fact_kind::code ? code_[column][static_cast<std::size_t>(number)] : number);
}

/// Children are asked in their order until they settle it. A child that is itself a group and has
/// no answer yet is answered first: a stack of our own, since rules may name rules without end.
truth interview::answer_group(std::uint32_t group)
{
    auto const tests = static_cast<std::uint32_t>(sheet_->tests.size());
    auto const is_known = [&](std::uint32_t one) { return answers_[one] / 4 == row_number_; };
    if (is_known(group))
        return truth(answers_[group] % 4);
    step at{.group = group};
    std::size_t waiting = 0;
    for (;;) {
        auto const& asked = demands_[at.group];
        auto const* const children = sheet_->children.data() + asked.first;
        auto inner = nothing;
        while (at.yes < asked.needed && asked.count - at.no >= asked.needed
               && at.next < asked.count) {
            auto const child = children[at.next];
            if (child >= tests && !is_known(child - tests)) {
                inner = child - tests;
                break;
            }
            auto const found =
                child < tests ? answer_test(child) : truth(answers_[child - tests] % 4);
            at.yes += found == truth::yes ? 1 : 0;
            at.no += found == truth::no ? 1 : 0;
            ++at.next;
        }
        if (inner != nothing) {
            steps_[waiting++] = at;
            at = {.group = inner};
            continue;
        }
        auto const met = at.yes >= asked.needed                ? truth::yes
                         : asked.count - at.no >= asked.needed ? truth::unknown
                                                               : truth::no;
        auto const told = asked.turned_round ? !met : met;
        answers_[at.group] = row_number_ * 4 + static_cast<std::uint32_t>(told);
        if (waiting == 0)
            return told;
        at = steps_[--waiting];
    }
}

} // namespace finsam
