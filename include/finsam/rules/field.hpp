// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/rules/build.hpp>
#include <finsam/rules/constant_of.hpp>
#include <finsam/rules/described_member.hpp>
#include <finsam/rules/fact_traits.hpp>
#include <finsam/rules/time_length.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam {

/// A fact by the member that holds it, to write criteria with (uppgift i ett kriterium).
///
/// Offers the comparators of the member's kind; what the kind does not have, and a constant of the
/// wrong type, do not compile.
///
/// Example: `field<&participant::birth_date>.reached(years{16}) and
/// field<&participant::disability>`
template<auto Member>
class field_of
{
    using type = typename detail::member_of<decltype(Member)>::type;

    static_assert(!detail::described_name<Member>().empty(),
                  "describe the member with BOOST_DESCRIBE_STRUCT to use it as a field");
    static_assert(fact_member<type>,
                  "a fact is a bool, a whole number of at most 32 bits, a date, a std::string, a "
                  "municipality_code, a described enum or a std::set or flag_set of one, or a fact "
                  "or std::optional of these");

    static constexpr fact_kind kind = fact_traits<type>::kind;
    static constexpr bool is_ordered =
        kind == fact_kind::integer || kind == fact_kind::choice || kind == fact_kind::date;

public:
    /// A boolean fact alone is the criterion that it is true.
    operator criterion() const
    {
        static_assert(kind == fact_kind::boolean,
                      "only a boolean fact is a criterion by itself; compare this one");
        return make(comparator::is, true);
    }

    template<class Constant>
    [[nodiscard]] friend criterion operator==(field_of self, Constant const& with)
    {
        static_assert(
            kind != fact_kind::set,
            "a set is not compared as a whole; use contains, contains_any or contains_all");
        static_assert(kind != fact_kind::date,
                      "a date is compared by <, <=, >, >=, reached or not_reached");
        return self.make(comparator::is, detail::constant_of<type>(with));
    }
    template<class Constant>
    [[nodiscard]] friend criterion operator<(field_of self, Constant const& with)
    {
        return self.in_order(comparator::less_than, comparator::before, with);
    }
    template<class Constant>
    [[nodiscard]] friend criterion operator<=(field_of self, Constant const& with)
    {
        return self.in_order(comparator::at_most, comparator::on_or_before, with);
    }
    template<class Constant>
    [[nodiscard]] friend criterion operator>(field_of self, Constant const& with)
    {
        return self.in_order(comparator::more_than, comparator::after, with);
    }
    template<class Constant>
    [[nodiscard]] friend criterion operator>=(field_of self, Constant const& with)
    {
        return self.in_order(comparator::at_least, comparator::on_or_after, with);
    }

    template<class... Constants>
    [[nodiscard]] criterion one_of(Constants const&... constants) const
    {
        static_assert(sizeof...(Constants) > 0, "one_of needs at least one value");
        static_assert(kind == fact_kind::integer || kind == fact_kind::choice
                          || kind == fact_kind::code,
                      "one_of is for whole numbers, choices and codes");
        if constexpr (kind == fact_kind::integer)
            return make(comparator::one_of, std::vector<amount>{std::get<amount>(
                                                detail::constant_of<type>(constants))...});
        else
            return make(comparator::one_of, names(constants...));
    }

    template<class Constant>
    [[nodiscard]] criterion contains(Constant const& with) const
    {
        static_assert(kind == fact_kind::set, "contains is for sets");
        return make(comparator::contains, detail::value_name<type>(with));
    }
    template<class... Constants>
    [[nodiscard]] criterion contains_any(Constants const&... constants) const
    {
        static_assert(kind == fact_kind::set, "contains_any is for sets");
        static_assert(sizeof...(Constants) > 0, "contains_any needs at least one value");
        return make(comparator::contains_any, names(constants...));
    }
    template<class... Constants>
    [[nodiscard]] criterion contains_all(Constants const&... constants) const
    {
        static_assert(kind == fact_kind::set, "contains_all is for sets");
        static_assert(sizeof...(Constants) > 0, "contains_all needs at least one value");
        return make(comparator::contains_all, names(constants...));
    }
    template<class Constant>
    [[nodiscard]] criterion count_at_least(Constant const& count) const
    {
        static_assert(kind == fact_kind::set, "count_at_least is for sets");
        static_assert(detail::number_like<Constant>, "count_at_least needs a whole number");
        return make(comparator::count_at_least, detail::amount_of(count));
    }

    [[nodiscard]] criterion reached(time_length time, counting counted = counting::day) const
    {
        static_assert(kind == fact_kind::date, "only a date is reached");
        return make(comparator::reached, anniversary{std::move(time.count), time.unit, counted});
    }
    [[nodiscard]] criterion not_reached(time_length time, counting counted = counting::day) const
    {
        static_assert(kind == fact_kind::date, "only a date is reached");
        return make(comparator::not_reached,
                    anniversary{std::move(time.count), time.unit, counted});
    }

    [[nodiscard]] criterion is_none(bool there_is_none = true) const
    {
        static_assert(kind != fact_kind::boolean && kind != fact_kind::set,
                      "a boolean and a set are never none");
        return make(comparator::is_none, there_is_none);
    }

private:
    [[nodiscard]] criterion make(comparator how, constant with) const
    {
        return {.form = leaf{std::string(detail::described_name<Member>()), how, std::move(with)}};
    }

    template<class Constant>
    [[nodiscard]] criterion in_order(comparator number, comparator day, Constant const& with) const
    {
        static_assert(is_ordered, "only whole numbers, ordered choices and dates have an order");
        return make(kind == fact_kind::date ? day : number, detail::constant_of<type>(with));
    }

    template<class... Constants>
    [[nodiscard]] std::vector<std::string> names(Constants const&... given) const
    {
        return {detail::value_name<type>(given)...};
    }
};

/// The fact that a member of the user's own type holds.
template<auto Member>
inline constexpr field_of<Member> field{};

} // namespace finsam
