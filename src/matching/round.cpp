// SPDX-License-Identifier: BSL-1.0
#include "round.hpp"

#include "detail/in_ranges.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <string_view>
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
               matching_round& made)
        : compiled_(compiled)
        , caseload_(caseload)
        , eligible_(eligible)
        , made_(made)
        , homes_(caseload.column(municipality_column))
        , question_of_(compiled.agreed().interventions.size(), no_kind)
    {
        for (std::uint32_t i = 0; i < compiled.interventions().size(); ++i)
            question_of_[compiled.interventions()[i].index] = i;
    }

    void operator()(std::size_t threads)
    {
        note_incumbents();
        make_kinds();
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
    /// A question that may be open to who lives there, and the kind of place it is about.
    struct asked
    {
        std::uint32_t question = 0; ///< position in `engine::interventions()`
        std::uint32_t kind = 0;
    };

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

    static constexpr std::size_t unknown = 0;    // the home of those without one on record
    static constexpr std::size_t first_code = 1; // and then by code among the people's
    static constexpr std::size_t rows_at_once = 16384;

    /// They hold seats whether or not their intervention is in force.
    void note_incumbents()
    {
        is_incumbent_.resize(caseload_.size());
        for (std::size_t row = 0; row < caseload_.size(); ++row)
            if (auto const place = caseload_.placed(row)) {
                is_incumbent_[row] = 1;
                if (auto const pool = pool_of_incumbent(compiled_, caseload_, row))
                    ++taken_[{*place, *pool}];
            }
    }

    void make_kinds()
    {
        auto const& offered = compiled_.agreed().interventions;
        std::vector<std::uint32_t> in_order(compiled_.interventions().size());
        std::iota(in_order.begin(), in_order.end(), std::uint32_t{0});
        std::sort(in_order.begin(), in_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return offered[compiled_.interventions()[a].index].id
                   < offered[compiled_.interventions()[b].index].id;
        });
        first_kind_.resize(in_order.size());
        for (auto const question : in_order) {
            auto const index = compiled_.interventions()[question].index;
            first_kind_[question] = static_cast<std::uint32_t>(made_.kinds.size());
            auto const& places = offered[index].places;
            for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
                auto const held = taken_.find({index, pool});
                auto& kind = made_.kinds.emplace_back(place_kind{
                    .intervention = index,
                    .pool = pool,
                    .free = places[pool].count - (held == taken_.end() ? 0 : held->second),
                    .reserved = &places[pool].reserved});
                for (auto const& one : places[pool].reserved)
                    kind.groups.push_back(group_of(one.needs_group));
            }
        }
        make_groups();
        find_homes();
    }

    /// What is asked where: everything where nobody knows where that is, and nothing outside the
    /// area.
    void find_homes()
    {
        auto const& codes = caseload_.codes(municipality_column);
        open_at_.resize(first_code + codes.size());
        std::vector<std::size_t> area;
        for (auto const& code : compiled_.agreed().association.area)
            if (auto const number = codes.find(code))
                area.push_back(first_code + static_cast<std::size_t>(*number));
        auto const add = [&](std::size_t home, asked one) {
            // Pools name different municipalities, and the one that names none comes last.
            auto& open = open_at_[home];
            if (open.empty() || open.back().question != one.question)
                open.push_back(one);
        };
        for (std::uint32_t i = 0; i < compiled_.interventions().size(); ++i) {
            open_at_[unknown].push_back({i, no_kind});
            auto const& places =
                compiled_.agreed().interventions[compiled_.interventions()[i].index].places;
            auto rest = no_kind;
            for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
                auto const kind = first_kind_[i] + pool;
                if (!places[pool].municipalities) {
                    rest = kind;
                    continue;
                }
                for (auto const& code : *places[pool].municipalities)
                    if (auto const number = codes.find(code))
                        add(first_code + static_cast<std::size_t>(*number), {i, kind});
            }
            if (rest != no_kind)
                for (auto const home : area)
                    add(home, {i, rest});
        }
    }

    /// The position among the needs groups that reserves name; each gets a bit.
    std::uint32_t group_of(std::string_view id)
    {
        auto const [known, is_new] = groups_.try_emplace(id, no_kind);
        if (is_new)
            for (std::uint32_t i = 0; i < compiled_.needs_groups().size(); ++i)
                if (compiled_.agreed().needs_groups[compiled_.needs_groups()[i].index].id == id) {
                    known->second = static_cast<std::uint32_t>(in_group_.size());
                    in_group_.push_back(&eligible_.needs_groups[i]);
                }
        return known->second;
    }

    void make_groups()
    {
        auto const words = made_.group_words = (in_group_.size() + 63) / 64;
        made_.group_bits.assign(words * caseload_.size(), 0);
        for (std::size_t i = 0; i < in_group_.size(); ++i)
            for (std::size_t row = 0; row < caseload_.size(); ++row)
                made_.group_bits[row * words + i / 64] |=
                    (in_group_[i]->yes[row / 64] >> row % 64 & 1) << i % 64;
    }

    [[nodiscard]] std::size_t home_of(std::size_t row) const
    {
        return homes_.states[row] == fact_state::value
                   ? first_code + static_cast<std::size_t>(homes_.numbers[row])
                   : unknown;
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

    void list(part& into, std::size_t row, std::uint64_t const* yes, std::uint64_t const* open)
    {
        auto const home = home_of(row);
        auto const& local = open_at_[home];
        auto const first = into.kinds.size();
        auto& lists = made_.lists_of[row] = {.first_wish = first, .first_open = into.opens.size()};
        if (is_incumbent_[row] != 0 || local.empty())
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
    matching_round& made_;
    fact_column homes_;

    std::vector<std::uint32_t> question_of_; // by position in the plan, or no_kind
    std::vector<std::uint32_t> first_kind_;  // by question
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> taken_; // by pool
    std::vector<char> is_incumbent_;                                        // by row
    std::vector<std::vector<asked>> open_at_;                               // by home
    std::map<std::string_view, std::uint32_t> groups_;
    std::vector<truth_column const*> in_group_;

    std::vector<std::vector<std::uint32_t>> local_of_; // by home, then by question
};

/// Priority as two words that compare as it does, all but equal tie numbers.
struct sort_key
{
    std::uint64_t tier_and_wait = 0;
    std::uint64_t tie = 0;
    std::uint32_t row = 0;
};

/// So many people are worth a thread of their own.
constexpr std::size_t rows_a_thread = 16384;
constexpr std::size_t most_parts = 4;

} // namespace

std::vector<std::uint32_t> ranked(std::vector<priority> const& by_row, std::size_t threads)
{
    BOOST_ASSERT(by_row.size() < no_kind);
    std::vector<std::int64_t> tiers; // few, ascending
    for (auto const& one : by_row)
        if (one.tier) {
            auto const at = std::lower_bound(tiers.begin(), tiers.end(), *one.tier);
            if (at == tiers.end() || *at != *one.tier)
                tiers.insert(at, *one.tier);
        }
    auto const number_of = [&](std::optional<std::int64_t> tier) {
        auto const at = tier ? std::lower_bound(tiers.begin(), tiers.end(), *tier) : tiers.end();
        return static_cast<std::uint64_t>(at - tiers.begin());
    };

    std::vector<sort_key> keys(by_row.size());
    for (std::uint32_t row = 0; row < keys.size(); ++row) {
        auto const& one = by_row[row];
        // Days between any two dates of the calendar fit in 32 bits.
        auto const wait = std::uint64_t{0xffff'ffff} - static_cast<std::uint64_t>(one.waited);
        keys[row] = {number_of(one.tier) << 32 | wait, one.tie, row};
    }
    auto const is_before = [&](sort_key const& a, sort_key const& b) {
        if (a.tier_and_wait != b.tier_and_wait)
            return a.tier_and_wait < b.tier_and_wait;
        if (a.tie != b.tie)
            return a.tie < b.tie;
        if (by_row[a.row].id != by_row[b.row].id)
            return by_row[a.row].id < by_row[b.row].id;
        return a.row < b.row;
    };
    // Parts that are sorted apart are merged one after the other, so a few are enough.
    threads = std::min(detail::threads_for(keys.size() / rows_a_thread, threads), most_parts);
    std::vector<std::size_t> ends(threads);
    detail::in_ranges(keys.size(), threads,
                      [&](std::size_t thread, std::size_t first, std::size_t last) {
                          ends[thread] = last;
                          std::sort(keys.begin() + static_cast<std::ptrdiff_t>(first),
                                    keys.begin() + static_cast<std::ptrdiff_t>(last), is_before);
                      });
    for (std::size_t i = 1; i < threads; ++i)
        std::inplace_merge(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(ends[i - 1]),
                           keys.begin() + static_cast<std::ptrdiff_t>(ends[i]), is_before);
    std::vector<std::uint32_t> rows(keys.size());
    std::transform(keys.begin(), keys.end(), rows.begin(),
                   [](sort_key const& one) { return one.row; });
    return rows;
}

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
    list_maker(compiled, caseload, eligible, made)(threads);
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
