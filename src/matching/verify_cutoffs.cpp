// SPDX-License-Identifier: BSL-1.0
#include "verify_doubts.hpp"

#include <algorithm>
#include <map>

namespace finsam::audited {
namespace {

bool are_equal(turn_mark const& a, stated_turn const& b)
{
    return a == turn_mark{b.tier, b.buckets, b.lot};
}

class cutoff_check
{
public:
    cutoff_check(survey const& known, doubts& told)
        : known_(known)
        , told_(told)
    {}

    void operator()(std::vector<pool_cutoff> const& lines)
    {
        std::vector<std::map<usable_reserves, stated_cutoff>> stated(known_.pools().size());
        for (auto const& line : lines) {
            auto const number = known_.number_of(line.intervention, line.pool);
            if (number == survey::no_pool) {
                told_.about_pool(line.intervention, line.pool);
                continue;
            }
            auto& one = stated[number][{line.reserves.begin(), line.reserves.end()}];
            if (one.line)
                told_.about_pool(number); // it says the same, or something else, twice
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
                    told_.about_pool(number);
        }
    }

private:
    /// What is known about the cut-off of those who may use the same reserves of a pool.
    struct stated_cutoff
    {
        pool_cutoff const* line = nullptr; ///< none stands in the certificate
        bool is_asked = false;
    };

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
        told_.about_person(row, follows != survey::no_pool ? follows : held.pool);
    }

    [[nodiscard]] static bool admits(pool_cutoff const& line, stated_turn const& one)
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
        return chosen(pool.free, known_.reserves_of(pool), applicants)[at];
    }

    survey const& known_;
    doubts& told_;
};

} // namespace

void check_cutoffs(survey const& known, std::vector<pool_cutoff> const& lines, doubts& told)
{
    cutoff_check{known, told}(lines);
}

} // namespace finsam::audited
