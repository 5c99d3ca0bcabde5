// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/verify.hpp>

#include "verify_survey.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace finsam {
namespace {

using audited::survey;
using audited::usable_reserves;

audited::stated_turn turn_at(turn_mark const& mark)
{
    return {.tier = mark.tier, .buckets = mark.buckets, .lot = mark.tie};
}

/// Whether the turn is the mark's or before it, so far as the mark tells.
bool reaches(audited::stated_turn one, turn_mark const& mark)
{
    one.id = {};
    return !audited::served_before(turn_at(mark), one);
}

/// Whether it is before the mark's.
bool is_before(audited::stated_turn one, turn_mark const& mark)
{
    one.id = {};
    return audited::served_before(one, turn_at(mark));
}

bool are_equal(turn_mark const& a, audited::stated_turn const& b)
{
    return a == turn_mark{b.tier, b.buckets, b.lot};
}

/// What somebody pays for a seat, or for none, in what others lose (kostnad).
struct cost
{
    std::optional<placed_person> person{};
    std::int64_t positions = 0;
};

/// Nobody costs less than anybody, and somebody of a later tier less than of an earlier; those in
/// no needs group are of the last.
bool is_cheaper(cost const& a, cost const& b)
{
    auto const of = [](cost const& one) {
        auto const tier = one.person ? one.person->tier : std::nullopt;
        return std::tuple(one.person.has_value(), tier.has_value(),
                          tier ? ~*tier : 0, // descending, without an overflow
                          one.positions);
    };
    return of(a) < of(b);
}

/// More than the positions of all lists together, and no sum with one of them overflows.
constexpr auto most_positions = std::numeric_limits<std::int64_t>::max() / 2;

class verifier
{
public:
    verifier(engine const& compiled, people const& caseload, matching const& proposed)
        : plan_(compiled.agreed())
        , known_(compiled, caseload, proposed)
    {}

    std::vector<finding> operator()(certificate const& shown)
    {
        switch (plan_.matching.value_or(matching_terms{}).policy) {
        case policy::stable:
        case policy::serial:
            check_cutoffs(shown.cutoffs.value_or(std::vector<pool_cutoff>{}));
            break;
        case policy::coverage:
            check_closings(shown.closings.value_or(std::vector<pool_closing>{}));
            break;
        case policy::fit:
            check_prices(shown.prices.value_or(std::vector<pool_price>{}));
            break;
        }
        auto const by = [](finding const& one) {
            return std::tie(one.person, one.intervention, one.pool);
        };
        std::sort(found_.begin(), found_.end(),
                  [&](finding const& a, finding const& b) { return by(a) < by(b); });
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        return std::move(found_);
    }

private:
    /// What is known about the cut-off of those who may use the same reserves of a pool.
    struct stated_cutoff
    {
        pool_cutoff const* line = nullptr; ///< none stands in the certificate
        bool is_asked = false;
    };

    void about_pool(std::uint32_t intervention, std::uint32_t pool)
    {
        found_.push_back({finding_kind::wrong_certificate, {}, intervention, pool});
    }

    void about_pool(std::uint32_t number)
    {
        about_pool(known_.pools()[number].intervention, known_.pools()[number].pool);
    }

    /// About their place in the pool, or where they are if it does not exist.
    void about_person(std::size_t row, std::uint32_t number)
    {
        if (number == survey::no_pool)
            return found_.push_back(
                {finding_kind::wrong_certificate, row, known_.held(row).intervention});
        auto const& pool = known_.pools()[number];
        found_.push_back({finding_kind::wrong_certificate, row, pool.intervention, pool.pool});
    }

    void check_cutoffs(std::vector<pool_cutoff> const& lines)
    {
        std::vector<std::map<usable_reserves, stated_cutoff>> stated(known_.pools().size());
        for (auto const& line : lines) {
            auto const number = known_.number_of(line.intervention, line.pool);
            if (number == survey::no_pool) {
                about_pool(line.intervention, line.pool);
                continue;
            }
            auto& one = stated[number][{line.reserves.begin(), line.reserves.end()}];
            if (one.line)
                about_pool(number); // it says the same, or something else, twice
            one.line = &line;
        }
        for (std::size_t row = 0; row < known_.people(); ++row)
            if (!known_.is_incumbent(row))
                check_place(row, stated);
        for (std::uint32_t number = 0; number < stated.size(); ++number) {
            std::vector<usable_reserves> holders;
            if (!stated[number].empty())
                for (auto const row : known_.pools()[number].holders)
                    holders.push_back(known_.uses(row, number));
            for (auto const& [uses, one] : stated[number])
                if (!one.line || !one.is_asked || !is_right({number, holders, uses}, *one.line))
                    about_pool(number);
        }
    }

    /// The person's place must be the first on their list whose cut-off they reach.
    void check_place(std::size_t row, std::vector<std::map<usable_reserves, stated_cutoff>>& stated)
    {
        auto follows = survey::no_pool;
        bool is_told = true;
        for (auto const number : known_.wanted(row)) {
            auto& one = stated[number][known_.uses(row, number)];
            one.is_asked = true;
            if (follows != survey::no_pool || !is_told)
                continue;
            is_told = one.line != nullptr;
            if (is_told && admits(*one.line, known_.turn_of(row)))
                follows = number;
        }
        auto const& held = known_.held(row);
        if (!is_told
            || (held.pool == follows && !held.as_incumbent
                && held.times == (follows == survey::no_pool ? 0U : 1U)))
            return;
        about_person(row, follows != survey::no_pool ? follows : held.pool);
    }

    [[nodiscard]] static bool admits(pool_cutoff const& line, audited::stated_turn const& one)
    {
        switch (line.admits) {
        case admission::everyone:
            return true;
        case admission::nobody:
            return false;
        case admission::until:
            return line.last && reaches(one, *line.last);
        }
        return false;
    }

    /// A pool with its holders in turn, and somebody more who wants a seat.
    struct one_more
    {
        std::uint32_t pool = 0;
        std::vector<usable_reserves> const& holders;
        usable_reserves const& uses;
    };

    /// Would the pool choose one more where the cut-off says so, and not a place further down?
    [[nodiscard]] bool is_right(one_more const& asking, pool_cutoff const& line) const
    {
        auto const& holders = known_.pools()[asking.pool].holders;
        switch (line.admits) {
        case admission::everyone:
            return !line.last && would_choose(asking, holders.size());
        case admission::nobody:
            return !line.last && !would_choose(asking, 0);
        case admission::until:
            break;
        }
        if (!line.last)
            return false;
        auto const last =
            std::partition_point(holders.begin(), holders.end(), [&](std::size_t row) {
                return is_before(known_.turn_of(row), *line.last);
            });
        auto const at = static_cast<std::size_t>(last - holders.begin());
        return last != holders.end() && are_equal(*line.last, known_.turn_of(*last))
               && would_choose(asking, at) && !would_choose(asking, at + 1);
    }

    /// Whether the pool chooses the one more if they stand before holder `at`.
    [[nodiscard]] bool would_choose(one_more const& asking, std::size_t at) const
    {
        auto const& pool = known_.pools()[asking.pool];
        auto applicants = asking.holders;
        applicants.insert(applicants.begin() + static_cast<std::ptrdiff_t>(at), asking.uses);
        return audited::chosen(pool.free, known_.reserves_of(pool), applicants)[at];
    }

    void check_closings(std::vector<pool_closing> const& lines)
    {
        std::vector<turn_mark const*> since(known_.pools().size());
        for (auto const& line : lines) {
            auto const number = known_.number_of(line.intervention, line.pool);
            if (number == survey::no_pool)
                about_pool(line.intervention, line.pool);
            else if (std::exchange(since[number], &line.since))
                about_pool(number);
        }
        for (std::uint32_t number = 0; number < since.size(); ++number) {
            auto const& pool = known_.pools()[number];
            auto const given = static_cast<std::int64_t>(pool.holders.size());
            if (given > pool.free || (since[number] && given < pool.free))
                about_pool(number);
        }
        for (std::size_t row = 0; row < known_.people(); ++row)
            if (!known_.is_incumbent(row))
                check_covered(row, since);
    }

    void check_covered(std::size_t row, std::vector<turn_mark const*> const& since)
    {
        auto const& held = known_.held(row);
        auto const wanted = known_.wanted(row);
        auto const& turn = known_.turn_of(row);
        if (held.times == 0) {
            // Whoever has no place found everything closed.
            for (auto const number : wanted)
                if (!since[number] || is_before(turn, *since[number]))
                    return about_person(row, number);
            return;
        }
        if (held.times > 1 || held.as_incumbent
            || std::find(wanted.begin(), wanted.end(), held.pool) == wanted.end())
            return about_person(row, held.pool);
        auto const* closed = since[held.pool];
        if (!closed)
            return;
        // Whoever has a closed place came before, and could move only to what had closed too.
        if (!is_before(turn, *closed))
            return about_person(row, held.pool);
        for (auto const number : wanted)
            if (!since[number] || audited::served_before(turn_at(*closed), turn_at(*since[number])))
                return about_person(row, number);
    }

    void check_prices(std::vector<pool_price> const& lines)
    {
        std::vector<std::optional<cost>> price(known_.pools().size());
        for (auto const& line : lines) {
            auto const number = known_.number_of(line.intervention, line.pool);
            if (number == survey::no_pool) {
                about_pool(line.intervention, line.pool);
                continue;
            }
            cost const said{line.person, line.positions};
            if (price[number] || known_.pools()[number].free == 0 || is_cheaper(said, {})
                || line.positions > most_positions)
                about_pool(number);
            else
                price[number] = said;
        }
        for (std::uint32_t number = 0; number < price.size(); ++number) {
            auto const& pool = known_.pools()[number];
            auto const given = static_cast<std::int64_t>(pool.holders.size());
            if (given > pool.free
                || (price[number] && is_cheaper({}, *price[number]) && given < pool.free))
                about_pool(number);
        }
        std::vector<std::size_t> listed_by(price.size(), known_.people()); // by pool: the last
        for (std::size_t row = 0; row < known_.people(); ++row)
            if (!known_.is_incumbent(row))
                check_cheapest(row, price, listed_by);
    }

    /// Of the seats they want and of none, the person must have what costs them least.
    void check_cheapest(std::size_t row, std::vector<std::optional<cost>> const& price,
                        std::vector<std::size_t>& listed_by)
    {
        auto const& held = known_.held(row);
        cost const without{placed_person{known_.turn_of(row).tier}};
        auto own = held.times == 0 ? std::optional{without} : std::nullopt;
        auto cheapest = without;
        auto where = held.pool; // if it is to have none
        std::int64_t position = 0;
        for (auto const number : known_.wanted(row)) {
            if (std::exchange(listed_by[number], row) == row)
                continue; // it stands where it comes first
            auto here = price[number].value_or(cost{});
            here.positions += position++;
            if (number == held.pool)
                own = here;
            if (known_.pools()[number].free > 0 && is_cheaper(here, cheapest)) {
                cheapest = here;
                where = number;
            }
        }
        if (held.times > 1 || held.as_incumbent || !own)
            about_person(row, held.pool);
        else if (is_cheaper(cheapest, *own))
            about_person(row, where);
    }

    plan const& plan_;
    survey known_;
    std::vector<finding> found_;
};

} // namespace

std::vector<finding> verify(engine const& compiled, people const& caseload,
                            matching const& proposed, certificate const& shown)
{
    return verifier(compiled, caseload, proposed)(shown);
}

} // namespace finsam
