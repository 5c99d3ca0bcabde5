// SPDX-License-Identifier: BSL-1.0
#include "draw.hpp"

#include <algorithm>
#include <utility>

namespace invented {
namespace {

bool within(std::vector<span> const& any, std::int64_t value)
{
    return std::ranges::any_of(
        any, [&](span const& one) { return one.low <= value && value <= one.high; });
}

// Of the value itself: that it is not on record changes nothing about the person.
bool met(std::vector<condition> const& all, std::vector<variable> const& variables,
         somebody const& one)
{
    return std::ranges::all_of(all, [&](condition const& asked) {
        auto const& had = one[asked.variable];
        if (variables[asked.variable].each.empty())
            return !had.none && within(asked.any, had.value);
        return std::ranges::any_of(had.words, [&](std::size_t word) {
            return within(asked.any, static_cast<std::int64_t>(word));
        });
    });
}

template<class Case>
Case const* first_met(std::vector<Case> const& cases, std::vector<variable> const& variables,
                      somebody const& one)
{
    auto const found = std::ranges::find_if(
        cases, [&](Case const& each) { return met(each.when, variables, one); });
    return found == cases.end() ? nullptr : &*found;
}

void draw_value(dice& thrown, std::vector<likely> const& values, drawn& to)
{
    std::int64_t whole = 0;
    for (auto const& one : values)
        whole += one.share;
    auto left = thrown.between(1, whole);
    for (auto const& one : values) {
        left -= one.share;
        if (left > 0)
            continue;
        to.none = one.none;
        to.value = one.none ? 0 : thrown.between(one.values.low, one.values.high);
        return;
    }
}

void draw_words(dice& thrown, variable const& of, std::vector<variable> const& variables,
                somebody& one, drawn& to)
{
    to.words.clear();
    for (std::size_t word = 0; word < of.each.size(); ++word) {
        auto const* const fitting = first_met(of.each[word], variables, one);
        if (fitting && thrown.happens(fitting->share))
            to.words.push_back(word);
    }
    if (of.as != written::list)
        return;
    for (auto last = to.words.size(); last > 1; --last)
        std::swap(to.words[last - 1],
                  to.words[static_cast<std::size_t>(thrown.between(0, std::int64_t(last) - 1))]);
}

} // namespace

void draw(dice& thrown, marginals const& from, somebody& one)
{
    one.resize(from.variables.size());
    for (std::size_t at = 0; at < from.variables.size(); ++at) {
        auto const& of = from.variables[at];
        auto& to = one[at];
        if (!of.each.empty())
            draw_words(thrown, of, from.variables, one, to);
        else
            draw_value(thrown, first_met(of.cases, from.variables, one)->values, to);
        to.on_record = !thrown.happens(of.unknown);
    }

    // A place is somewhere, and only where a pool serves those who live there.
    auto& place = one[from.placed];
    auto const& lives = one[from.municipality];
    if (place.on_record)
        place.on_record = lives.on_record
                          && from.served[static_cast<std::size_t>(place.value)]
                                        [static_cast<std::size_t>(lives.value)];
}

} // namespace invented
