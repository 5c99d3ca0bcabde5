// SPDX-License-Identifier: BSL-1.0
#include "verify_doubts.hpp"

#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace finsam::audited {
namespace {

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

class price_check
{
public:
    price_check(survey const& known, doubts& told)
        : known_(known)
        , told_(told)
    {}

    void operator()(std::vector<pool_price> const& lines)
    {
        std::vector<std::optional<cost>> price(known_.pools().size());
        for (auto const& line : lines) {
            auto const number = known_.number_of(line.intervention, line.pool);
            if (number == survey::no_pool) {
                told_.about_pool(line.intervention, line.pool);
                continue;
            }
            cost const said{line.person, line.positions};
            if (price[number] || known_.pools()[number].free == 0 || is_cheaper(said, {})
                || line.positions > most_positions)
                told_.about_pool(number);
            else
                price[number] = said;
        }
        for (std::uint32_t number = 0; number < price.size(); ++number) {
            auto const& pool = known_.pools()[number];
            auto const given = static_cast<std::int64_t>(pool.holders.size());
            if (given > pool.free
                || (price[number] && is_cheaper({}, *price[number]) && given < pool.free))
                told_.about_pool(number);
        }
        std::vector<std::size_t> listed_by(price.size(), known_.people()); // by pool: the last
        for (std::size_t row = 0; row < known_.people(); ++row)
            if (!known_.is_incumbent(row))
                check_cheapest(row, price, listed_by);
    }

private:
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
            told_.about_person(row, held.pool);
        else if (is_cheaper(cheapest, *own))
            told_.about_person(row, where);
    }

    survey const& known_;
    doubts& told_;
};

} // namespace

void check_prices(survey const& known, std::vector<pool_price> const& lines, doubts& told)
{
    price_check{known, told}(lines);
}

} // namespace finsam::audited
