// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/engine/evaluate.hpp>

#include "answering.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>

namespace finsam {
namespace {

diagnostics refused(std::string pointer, std::string message, std::string hint)
{
    diagnostics found;
    add(found, {.code = diagnostic_code::no_mandate,
                .pointer = std::move(pointer),
                .message = std::move(message),
                .hint = std::move(hint)});
    return found;
}

/// One test over one column, sixty-four people at a time.
class column_test
{
public:
    column_test(test const& asked, people::column const& column)
        : asked_(asked)
        , column_(column)
    {
        if (asked.kind == test_kind::one_of_codes)
            for (auto const& code : column.dictionary)
                wanted_code_.push_back(
                    std::binary_search(asked.codes.begin(), asked.codes.end(), code));
    }

    [[nodiscard]] truth_word operator()(std::size_t first, std::size_t count) const
    {
        std::uint64_t none = 0, value = 0, held = 0;
        for (std::size_t i = 0; i < count; ++i) {
            auto const state = column_.states[first + i];
            none |= std::uint64_t{state == fact_state::none} << i;
            value |= std::uint64_t{state == fact_state::value} << i;
        }
        if (asked_.kind == test_kind::is_none)
            return {.yes = none, .no = value};
        if (value != 0)
            for (std::size_t i = 0; i < count; ++i)
                if ((value >> i & 1) != 0)
                    held |= std::uint64_t{holds(first + i)} << i;
        return {.yes = value & held, .no = (value & ~held) | none};
    }

private:
    [[nodiscard]] bool holds(std::size_t row) const
    {
        switch (asked_.kind) {
        case test_kind::in_range: {
            auto const number = column_.numbers[row];
            return asked_.low <= number && number <= asked_.high;
        }
        case test_kind::one_of_numbers:
            return std::binary_search(asked_.numbers.begin(), asked_.numbers.end(),
                                      column_.numbers[row]);
        case test_kind::one_of_codes:
            return wanted_code_[static_cast<std::size_t>(column_.numbers[row])];
        case test_kind::contains_any:
            for (std::size_t i = 0; i < asked_.members.size(); ++i)
                if ((asked_.members[i] & word(row, i)) != 0)
                    return true;
            return false;
        case test_kind::contains_all:
            for (std::size_t i = 0; i < asked_.members.size(); ++i)
                if ((asked_.members[i] & ~word(row, i)) != 0)
                    return false;
            return true;
        case test_kind::count_at_least: {
            std::int64_t count = 0;
            for (std::size_t i = 0; i < column_.words_per_row; ++i)
                count += std::popcount(word(row, i));
            return count >= asked_.low;
        }
        case test_kind::is_none:
            return false;
        case test_kind::is_some:
            return true;
        }
        return false;
    }

    [[nodiscard]] std::uint64_t word(std::size_t row, std::size_t i) const
    {
        return i < column_.words_per_row ? column_.members[row * column_.words_per_row + i] : 0;
    }

    test const& asked_;
    people::column const& column_;
    std::vector<bool> wanted_code_;
};

} // namespace

result<mandate> find_mandate(engine const& compiled, std::string_view id,
                             std::optional<purpose> required)
{
    auto const* found = find_mandate(compiled.agreed(), id);
    if (found == nullptr) {
        std::vector<std::string_view> ids;
        for (auto const& one : compiled.agreed().mandates)
            ids.emplace_back(one.id);
        return refused("/mandates", "no mandate is named " + detail::in_backticks(id),
                       detail::hint_for(id, ids, "mandates"));
    }
    auto const at = "/mandates/" + std::to_string(found - compiled.agreed().mandates.data());
    if (!in_force(found->period, compiled.as_of()))
        return refused(at, "the mandate `" + found->id + "` is not in force on the reference date",
                       "ask for a date in its period, or name another mandate");
    if (required && found->purpose != *required)
        return refused(at,
                       "the mandate `" + found->id + "` has the purpose `"
                           + std::string(detail::name_of(found->purpose)) + "`",
                       "this needs a mandate with the purpose `"
                           + std::string(detail::name_of(*required)) + "`");
    return *found;
}

void require_mandate(engine const& compiled, mandate const& allowed,
                     std::optional<purpose> required)
{
    auto const found = find_mandate(compiled, allowed.id, required).value();
    if (found != allowed)
        throw document_error(refused("/mandates",
                                     "the mandate `" + allowed.id + "` is not the plan's",
                                     "take it from the plan that was compiled"));
}

eligibility evaluate(engine const& compiled, people const& caseload, mandate const& allowed)
{
    require_mandate(compiled, allowed);
    BOOST_ASSERT(caseload.facts() == compiled.facts());
    auto const& lowered = compiled.lowered();
    auto const words = (caseload.size() + 63) / 64;

    std::vector<column_test> tests;
    tests.reserve(lowered.tests.size());
    for (auto const& asked : lowered.tests)
        tests.emplace_back(asked, caseload[asked.column]);

    eligibility all{.people = caseload.size()};
    all.needs_groups.resize(lowered.needs_groups.size(), {std::vector<truth_word>(words)});
    all.interventions.resize(lowered.interventions.size(), {std::vector<truth_word>(words)});

    std::vector<truth_word> answered(tests.size()), nodes;
    for (std::size_t word = 0; word < words; ++word) {
        auto const first = word * 64;
        auto const count = std::min<std::size_t>(64, caseload.size() - first);
        // Lanes past the last person stay unknown, so that columns of equal people are equal.
        auto const lanes = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
        auto const kept = [lanes](truth_word one) {
            return truth_word{.yes = one.yes & lanes, .no = one.no & lanes};
        };
        for (std::size_t i = 0; i < tests.size(); ++i)
            answered[i] = tests[i](first, count);
        answer_nodes(lowered, answered, nodes);
        for (std::size_t i = 0; i < lowered.needs_groups.size(); ++i)
            all.needs_groups[i].words[word] = kept(nodes[lowered.needs_groups[i].root]);
        for (std::size_t i = 0; i < lowered.interventions.size(); ++i)
            all.interventions[i].words[word] = kept(nodes[lowered.interventions[i].root]);
    }
    return all;
}

} // namespace finsam
