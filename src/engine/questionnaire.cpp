// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/questionnaire.hpp>

#include <algorithm>
#include <limits>

namespace finsam {
namespace {

constexpr auto lowest = std::numeric_limits<std::int32_t>::min();
constexpr auto highest = std::numeric_limits<std::int32_t>::max();

// Numbers that lie no further apart become a row of bits: choices always do.
constexpr std::int64_t widest_bits = 512;

class laying_out
{
public:
    laying_out(program const& lowered, schema const& vocabulary)
        : lowered_(lowered)
        , schema_(vocabulary)
    {}

    [[nodiscard]] questionnaire run()
    {
        lay_tests();
        lay_nodes();
        for (auto const* several : {&lowered_.needs_groups, &lowered_.interventions})
            for (auto const& one : *several)
                made_.questions.push_back(made_.slots[one.root]);
        return std::move(made_);
    }

private:
    void lay_tests()
    {
        std::vector<std::vector<std::uint32_t>> about(schema_.columns.size());
        for (std::size_t t = 0; t < lowered_.tests.size(); ++t)
            about[lowered_.tests[t].column].push_back(static_cast<std::uint32_t>(t));
        slot_of_test_.resize(lowered_.tests.size());
        for (std::size_t i = 0; i < about.size(); ++i) {
            if (about[i].empty())
                continue;
            auto const& known = schema_.columns[i];
            auto& column = made_.columns.emplace_back();
            column.column = static_cast<std::uint32_t>(i);
            column.kind = known.kind;
            column.first = static_cast<std::uint32_t>(made_.tests.size());
            column.count = static_cast<std::uint32_t>(about[i].size());
            if (known.kind == fact_kind::set)
                column.words = static_cast<std::uint32_t>((known.values.size() + 63) / 64);
            made_.most_words = std::max<std::size_t>(made_.most_words, column.words);
            for (auto const t : about[i]) {
                slot_of_test_[t] = static_cast<std::uint32_t>(made_.tests.size());
                made_.tests.push_back(laid(lowered_.tests[t], column));
            }
        }
    }

    asked_test laid(test const& from, asked_column& column)
    {
        asked_test one{.low = lowest, .high = highest}; // whatever the value is
        switch (from.kind) {
        case test_kind::in_range:
            if (from.low > highest || from.high < lowest || from.low > from.high) {
                make_never(one);
            } else {
                one.low = static_cast<std::int32_t>(std::max<std::int64_t>(from.low, lowest));
                one.high = static_cast<std::int32_t>(std::min<std::int64_t>(from.high, highest));
            }
            break;
        case test_kind::one_of_numbers:
            lay_among(one, from.numbers);
            break;
        case test_kind::one_of_codes: {
            std::vector<std::int32_t> numbers;
            for (auto const& code : from.codes)
                numbers.push_back(column.codes.add(code));
            std::sort(numbers.begin(), numbers.end());
            lay_among(one, numbers);
            break;
        }
        case test_kind::contains_any:
        case test_kind::contains_all:
            one.how = from.kind == test_kind::contains_any ? asked_test::look::shares
                                                           : asked_test::look::holds;
            one.first = static_cast<std::uint32_t>(made_.words.size());
            one.count = column.words;
            made_.words.insert(made_.words.end(), from.members.begin(), from.members.end());
            made_.words.resize(one.first + one.count);
            break;
        case test_kind::count_at_least:
            one.how = asked_test::look::counts;
            one.low = static_cast<std::int32_t>(
                std::clamp(from.low, std::int64_t{lowest}, std::int64_t{highest}));
            break;
        case test_kind::is_none:
            make_never(one);
            one.if_none = truth::yes;
            break;
        case test_kind::is_some:
            break;
        }
        return one;
    }

    static void make_never(asked_test& one)
    {
        one.low = highest;
        one.high = lowest;
    }

    /// Precondition: the numbers ascend.
    void lay_among(asked_test& one, std::vector<std::int32_t> const& numbers)
    {
        if (numbers.empty()) {
            make_never(one);
            return;
        }
        auto const base = std::int64_t{numbers.front()};
        auto const width = numbers.back() - base + 1;
        if (width > widest_bits) {
            one.how = asked_test::look::among_sorted;
            one.first = static_cast<std::uint32_t>(made_.numbers.size());
            one.count = static_cast<std::uint32_t>(numbers.size());
            made_.numbers.insert(made_.numbers.end(), numbers.begin(), numbers.end());
            return;
        }
        one.how = asked_test::look::among_bits;
        one.low = numbers.front();
        one.high = numbers.back();
        one.first = static_cast<std::uint32_t>(made_.words.size());
        one.count = static_cast<std::uint32_t>((width + 63) / 64);
        made_.words.resize(one.first + one.count);
        for (auto const number : numbers) {
            auto const bit = static_cast<std::size_t>(number - base);
            made_.words[one.first + bit / 64] |= std::uint64_t{1} << bit % 64;
        }
    }

    /// A leaf is its test, a rule what it names; every other node becomes a group.
    void lay_nodes()
    {
        made_.slots.reserve(lowered_.nodes.size());
        for (auto const& one : lowered_.nodes) {
            if (one.kind == node_kind::leaf) {
                made_.slots.push_back(slot_of_test_[one.test]);
                continue;
            }
            if (one.kind == node_kind::rule) {
                made_.slots.push_back(made_.slots[lowered_.children[one.first]]);
                continue;
            }
            auto const next = made_.tests.size() + made_.groups.size();
            made_.groups.push_back({.kind = one.kind,
                                    .first = static_cast<std::uint32_t>(made_.children.size()),
                                    .count = one.count,
                                    .at_least = one.at_least});
            for (std::uint32_t k = 0; k < one.count; ++k)
                made_.children.push_back(made_.slots[lowered_.children[one.first + k]]);
            made_.slots.push_back(static_cast<std::uint32_t>(next));
        }
    }

    program const& lowered_;
    schema const& schema_;
    questionnaire made_;
    std::vector<std::uint32_t> slot_of_test_;
};

} // namespace

questionnaire make_questionnaire(program const& lowered, schema const& vocabulary)
{
    return laying_out(lowered, vocabulary).run();
}

} // namespace finsam
