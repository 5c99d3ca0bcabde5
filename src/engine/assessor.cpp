// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assessor.hpp>

#include "ask_test.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <string_view>

namespace finsam {
namespace {

/// The facts of a person.
struct own_facts
{
    person const& someone;

    [[nodiscard]] fact_state state(std::size_t column) const { return someone.facts[column].state; }
    [[nodiscard]] std::int32_t number(std::size_t column) const
    {
        return someone.facts[column].number;
    }
    [[nodiscard]] std::string_view code(std::size_t column) const
    {
        return someone.facts[column].code;
    }
    void members(std::size_t column, std::span<std::uint64_t> into) const
    {
        auto const& has = someone.facts[column].members;
        auto const shared = std::min(has.size(), into.size());
        std::copy_n(has.begin(), shared, into.begin());
        std::fill(into.begin() + static_cast<std::ptrdiff_t>(shared), into.end(), 0);
    }
};

/// The facts of a row.
struct row_facts
{
    people const& caseload;
    std::size_t row;

    [[nodiscard]] fact_state state(std::size_t column) const { return caseload.state(row, column); }
    [[nodiscard]] std::int32_t number(std::size_t column) const
    {
        return caseload.number(row, column);
    }
    [[nodiscard]] std::string_view code(std::size_t column) const
    {
        return caseload.codes(column)[static_cast<std::size_t>(number(column))];
    }
    void members(std::size_t column, std::span<std::uint64_t> into) const
    {
        caseload.members(row, column, into);
    }
};

} // namespace

assessor::assessor(engine const& compiled)
    : sheet_(&compiled.asked_of_one())
    , needs_groups_(compiled.needs_groups().size())
    , answers_(sheet_->tests.size() + sheet_->groups.size())
    , questions_(sheet_->questions.size())
    , set_(sheet_->most_words)
{}

void assessor::ask(person const& someone)
{
    answer(own_facts{someone});
}

void assessor::ask(people const& caseload, std::size_t row)
{
    BOOST_ASSERT(row < caseload.size());
    answer(row_facts{caseload, row});
}

template<class Facts>
void assessor::answer(Facts const& about)
{
    for (auto const& column : sheet_->columns)
        answer_column(column, about);
    answer_groups();
    for (std::size_t i = 0; i < questions_.size(); ++i)
        questions_[i] = answers_[sheet_->questions[i]];
}

template<class Facts>
void assessor::answer_column(asked_column const& column, Facts const& about)
{
    auto* const into = answers_.data() + column.first;
    switch (about.state(column.column)) {
    case fact_state::unknown:
    case fact_state::withheld:
        std::fill_n(into, column.count, truth::unknown);
        return;
    case fact_state::none:
        for (std::uint32_t k = 0; k < column.count; ++k)
            into[k] = sheet_->tests[column.first + k].if_none;
        return;
    case fact_state::value:
        break;
    }
    switch (column.kind) {
    case fact_kind::boolean:
    case fact_kind::integer:
    case fact_kind::date:
    case fact_kind::choice:
        answer_about_number(column, about.number(column.column));
        break;
    case fact_kind::code:
        answer_about_number(column, column.codes.find(about.code(column.column)).value_or(-1));
        break;
    case fact_kind::set:
        about.members(column.column, std::span{set_}.first(column.words));
        answer_about_set(column);
        break;
    }
}

void assessor::answer_about_number(asked_column const& column, std::int32_t number)
{
    auto* const into = answers_.data() + column.first;
    auto const* const tests = sheet_->tests.data() + column.first;
    for (std::uint32_t k = 0; k < column.count; ++k)
        into[k] = answer_about(*sheet_, tests[k], number);
}

void assessor::answer_about_set(asked_column const& column)
{
    auto* const into = answers_.data() + column.first;
    for (std::uint32_t k = 0; k < column.count; ++k)
        into[k] = answer_about(*sheet_, sheet_->tests[column.first + k],
                               std::span{set_}.first(column.words));
}

void assessor::answer_groups()
{
    auto* const all = answers_.data();
    auto* into = all + sheet_->tests.size();
    auto const* const children = sheet_->children.data();
    for (auto const& one : sheet_->groups) {
        auto const* const child = children + one.first;
        auto least = truth::yes, most = truth::no;
        std::uint32_t yes = 0, no = 0;
        switch (one.kind) {
        case node_kind::leaf:
        case node_kind::rule:
            break; // never laid out as groups
        case node_kind::all_of:
            for (std::uint32_t k = 0; k < one.count; ++k)
                least = least && all[child[k]];
            *into = least;
            break;
        case node_kind::any_of:
        case node_kind::none_of:
            for (std::uint32_t k = 0; k < one.count; ++k)
                most = most || all[child[k]];
            *into = one.kind == node_kind::any_of ? most : !most;
            break;
        case node_kind::at_least_of:
            for (std::uint32_t k = 0; k < one.count; ++k) {
                yes += all[child[k]] == truth::yes ? 1 : 0;
                no += all[child[k]] == truth::no ? 1 : 0;
            }
            *into = yes >= one.at_least              ? truth::yes
                    : one.count - no >= one.at_least ? truth::unknown
                                                     : truth::no;
            break;
        }
        ++into;
    }
}

} // namespace finsam
