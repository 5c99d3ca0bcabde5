// SPDX-License-Identifier: BSL-1.0
#include "round.hpp"

#include "detail/in_ranges.hpp"
#include "ranked.hpp"
#include "round_kinds.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace finsam {
namespace {

/// Makes the lists of everybody, some rows at a time: first the answers, municipality by
/// municipality and question by question, so that a column is read from its beginning to its end;
/// then the lists, row by row.
class list_maker
{
public:
    list_maker(engine const& compiled, people const& caseload, eligibility const& eligible,
               questions_by_home const& open_at, matching_round& made)
        : compiled_(compiled)
        , caseload_(caseload)
        , eligible_(eligible)
        , open_at_(open_at)
        , made_(made)
        , homes_(caseload.column(municipality_column))
        , question_of_(compiled.agreed().interventions.size(), no_kind)
    {
        for (std::uint32_t i = 0; i < compiled.interventions().size(); ++i)
            question_of_[compiled.interventions()[i].index] = i;
    }

    void operator()(std::size_t threads)
    {
        number_questions();
        made_.lists_of.resize(caseload_.size());
        auto const blocks = (caseload_.size() + rows_at_once - 1) / rows_at_once;
        threads = detail::threads_for(blocks, threads);
        std::vector<part> parts(threads);
        detail::in_ranges(
            blocks, threads, [&](std::size_t thread, std::size_t first, std::size_t last) {
                auto& mine = parts[thread];
                mine.first_row = first * rows_at_once;
                mine.last_row = std::min(last * rows_at_once, caseload_.size());
                for (auto row = mine.first_row; row < mine.last_row; row += rows_at_once)
                    make_lists(mine, row, std::min(row + rows_at_once, mine.last_row));
            });
        for (auto& one : parts)
            put_behind(one);
    }

private:
    /// What one thread makes: the lists of some rows, as if they were alone.
    struct part
    {
        std::size_t first_row = 0, last_row = 0;
        std::vector<std::uint32_t> kinds{};
        std::vector<open_wish> opens{};

        // For a block of them.
        std::vector<std::size_t> first_word{}; // by row
        std::vector<std::uint64_t> yes{};
        std::vector<std::uint64_t> open{};
    };

    static constexpr std::size_t rows_at_once = 16384;
    /// Of the answers to a question; to fetch them all for fewer rows costs more than it saves.
    static constexpr std::size_t lines_at_once = rows_at_once / 512;

    [[nodiscard]] std::size_t home_of(std::size_t row) const
    {
        return homes_.states[row] == fact_state::value
                   ? home_of_code(static_cast<std::size_t>(homes_.numbers[row]))
                   : home_without_code();
    }

    /// By home: where a question stands among those asked there.
    void number_questions()
    {
        local_of_.resize(open_at_.size());
        for (std::size_t home = 0; home < open_at_.size(); ++home) {
            if (open_at_[home].empty())
                continue; // outside the area, as many as there may be
            local_of_[home].assign(compiled_.interventions().size(), no_kind);
            for (std::uint32_t i = 0; i < open_at_[home].size(); ++i)
                local_of_[home][open_at_[home][i].question] = i;
        }
    }

    void make_lists(part& into, std::size_t first, std::size_t last)
    {
        // The rows by home, and where the answers of each begin.
        std::vector<std::vector<std::uint32_t>> rows_at(open_at_.size());
        into.first_word.clear();
        std::size_t words = 0;
        for (auto row = first; row < last; ++row) {
            auto const home = home_of(row);
            rows_at[home].push_back(static_cast<std::uint32_t>(row));
            into.first_word.push_back(words);
            words += (open_at_[home].size() + 63) / 64;
        }
        // The answers of one person together: a bit each, yes and not no.
        into.yes.assign(words, 0);
        into.open.assign(words, 0);
        auto* const all_yes = into.yes.data();
        auto* const all_open = into.open.data();
        for (std::size_t home = 0; home < open_at_.size(); ++home)
            for (std::size_t i = 0; i < open_at_[home].size() && !rows_at[home].empty(); ++i) {
                if (i + 1 < open_at_[home].size() && rows_at[home].size() >= lines_at_once)
                    fetch_answers(open_at_[home][i + 1].question, first, last);
                auto const& column = eligible_.interventions[open_at_[home][i].question];
                auto const* const yes = column.yes.data();
                auto const* const no = column.no.data();
                for (auto const row : rows_at[home]) {
                    auto const at = into.first_word[row - first] + i / 64;
                    all_yes[at] |= (yes[row / 64] >> row % 64 & 1) << i % 64;
                    all_open[at] |= (~no[row / 64] >> row % 64 & 1) << i % 64;
                }
            }
        for (auto row = first; row < last; ++row) {
            auto const word = into.first_word[row - first];
            list(into, row, all_yes + word, all_open + word);
        }
    }

    /// Has the memory bring the answers of some rows to a question.
    // Always inlined: the compiler drops the call of a function that does nothing but fetch.
    [[gnu::always_inline]] void fetch_answers(std::uint32_t question, std::size_t first,
                                              std::size_t last) const
    {
        auto const& column = eligible_.interventions[question];
        for (auto word = first / 64; word < (last + 63) / 64; word += 8) {
            __builtin_prefetch(column.yes.data() + word);
            __builtin_prefetch(column.no.data() + word);
        }
    }

    void list(part& into, std::size_t row, std::uint64_t const* yes, std::uint64_t const* open)
    {
        auto const home = home_of(row);
        auto const& local = open_at_[home];
        auto const first = into.kinds.size();
        auto& lists = made_.lists_of[row] = {.first_wish = first, .first_open = into.opens.size()};
        if (caseload_.placed(row) || local.empty())
            return;
        auto const preferred = caseload_.preferences(row);
        into.kinds.resize(first + (preferred ? preferred->size() : local.size()));
        auto* const wishes = into.kinds.data() + first;
        std::uint32_t count = 0;
        auto const add = [&](std::size_t i) {
            auto const [question, kind] = local[i];
            if ((yes[i / 64] >> i % 64 & 1) == 0) {
                into.opens.push_back({compiled_.interventions()[question].index, count});
                return;
            }
            BOOST_ASSERT(kind != no_kind); // or nobody would serve them
            wishes[count++] = kind;
        };
        if (preferred) {
            auto const& local_of = local_of_[home];
            for (auto const intervention : *preferred) {
                auto const question = question_of_[intervention];
                auto const i = question == no_kind ? no_kind : local_of[question];
                if (i != no_kind && (open[i / 64] >> i % 64 & 1) != 0)
                    add(i);
            }
        } else {
            for (std::size_t i = 0; i < local.size(); i += 64)
                for (auto bits = open[i / 64]; bits != 0; bits &= bits - 1)
                    add(i + static_cast<std::size_t>(std::countr_zero(bits)));
        }
        into.kinds.resize(first + count);
        lists.wishes = count;
        lists.opens = static_cast<std::uint32_t>(into.opens.size() - lists.first_open);
    }

    void put_behind(part& one)
    {
        if (made_.kinds_wished.empty() && made_.open_wishes.empty()) {
            made_.kinds_wished = std::move(one.kinds);
            made_.open_wishes = std::move(one.opens);
            return;
        }
        for (auto row = one.first_row; row < one.last_row; ++row) {
            made_.lists_of[row].first_wish += made_.kinds_wished.size();
            made_.lists_of[row].first_open += made_.open_wishes.size();
        }
        made_.kinds_wished.insert(made_.kinds_wished.end(), one.kinds.begin(), one.kinds.end());
        made_.open_wishes.insert(made_.open_wishes.end(), one.opens.begin(), one.opens.end());
    }

    engine const& compiled_;
    people const& caseload_;
    eligibility const& eligible_;
    questions_by_home const& open_at_;
    matching_round& made_;
    fact_column homes_;

    std::vector<std::uint32_t> question_of_;           // by position in the plan, or no_kind
    std::vector<std::vector<std::uint32_t>> local_of_; // by home, then by question
};

} // namespace

matching_round make_round(engine const& compiled, people const& caseload,
                          eligibility const& eligible, std::vector<priority> const& by_row,
                          std::size_t threads)
{
    matching_round made{.row_of = ranked(by_row, threads)};
    made.rank_of.resize(made.row_of.size());
    made.tier_of.resize(made.row_of.size());
    for (std::uint32_t rank = 0; rank < made.row_of.size(); ++rank) {
        made.rank_of[made.row_of[rank]] = rank;
        if (rank > 0)
            made.tier_of[rank] =
                made.tier_of[rank - 1]
                + (by_row[made.row_of[rank]].tier != by_row[made.row_of[rank - 1]].tier ? 1U : 0U);
    }
    auto const open_at = make_kinds(compiled, caseload, eligible, made);
    list_maker(compiled, caseload, eligible, open_at, made)(threads);
    return made;
}

std::optional<std::uint32_t> pool_of_incumbent(engine const& compiled, people const& caseload,
                                               std::size_t row)
{
    if (caseload.state(row, municipality_column) != fact_state::value)
        return {};
    auto const& codes = caseload.codes(municipality_column);
    return compiled.pool_for(
        *caseload.placed(row),
        codes[static_cast<std::size_t>(caseload.number(row, municipality_column))]);
}

} // namespace finsam
