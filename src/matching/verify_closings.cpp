// SPDX-License-Identifier: BSL-1.0
#include "verify_doubts.hpp"

#include <algorithm>
#include <utility>

namespace finsam::audited {
namespace {

class closing_check
{
public:
    closing_check(survey const& known, doubts& told)
        : known_(known)
        , told_(told)
    {}

    void operator()(std::vector<pool_closing> const& lines)
    {
        std::vector<turn_mark const*> since(known_.pools().size());
        for (auto const& line : lines) {
            auto const number = known_.number_of(line.intervention, line.pool);
            if (number == survey::no_pool)
                told_.about_pool(line.intervention, line.pool);
            else if (std::exchange(since[number], &line.since))
                told_.about_pool(number);
        }
        for (std::uint32_t number = 0; number < since.size(); ++number) {
            auto const& pool = known_.pools()[number];
            auto const given = static_cast<std::int64_t>(pool.holders.size());
            if (given > pool.free || (since[number] && given < pool.free))
                told_.about_pool(number);
        }
        for (std::size_t row = 0; row < known_.people(); ++row)
            if (!known_.is_incumbent(row))
                check_covered(row, since);
    }

private:
    void check_covered(std::size_t row, std::vector<turn_mark const*> const& since)
    {
        auto const& held = known_.held(row);
        auto const wanted = known_.wanted(row);
        auto const& turn = known_.turn_of(row);
        if (held.times == 0) {
            // Whoever has no place found everything closed.
            for (auto const number : wanted)
                if (!since[number] || is_before(turn, *since[number]))
                    return told_.about_person(row, number);
            return;
        }
        if (held.times > 1 || held.as_incumbent
            || std::find(wanted.begin(), wanted.end(), held.pool) == wanted.end())
            return told_.about_person(row, held.pool);
        auto const* closed = since[held.pool];
        if (!closed)
            return;
        // Whoever has a closed place came before, and could move only to what had closed too.
        if (!is_before(turn, *closed))
            return told_.about_person(row, held.pool);
        for (auto const number : wanted)
            if (!since[number] || served_before(turn_at(*closed), turn_at(*since[number])))
                return told_.about_person(row, number);
    }

    survey const& known_;
    doubts& told_;
};

} // namespace

void check_closings(survey const& known, std::vector<pool_closing> const& lines, doubts& told)
{
    closing_check{known, told}(lines);
}

} // namespace finsam::audited
