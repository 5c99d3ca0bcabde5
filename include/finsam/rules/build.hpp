// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <string>
#include <utility>
#include <vector>

namespace finsam {

/// Criteria written in C++ (kriterier i C++). Each gives the value that its JSON form is read as.

/// Every one of them.
[[nodiscard]] inline criterion all_of(std::vector<criterion> of)
{
    return {.form = group{quantifier::all_of, std::move(of), {}}};
}

/// At least one of them.
[[nodiscard]] inline criterion any_of(std::vector<criterion> of)
{
    return {.form = group{quantifier::any_of, std::move(of), {}}};
}

/// Not one of them.
[[nodiscard]] inline criterion none_of(std::vector<criterion> of)
{
    return {.form = group{quantifier::none_of, std::move(of), {}}};
}

/// At least so many of them.
[[nodiscard]] inline criterion at_least_of(amount count, std::vector<criterion> of)
{
    return {.form = group{quantifier::at_least_of, std::move(of), std::move(count)}};
}

/// The rule with the name.
[[nodiscard]] inline criterion rule_named(std::string id)
{
    return {.form = rule_reference{std::move(id)}};
}

/// The number of a parameter, wherever a number stands.
[[nodiscard]] inline parameter_reference parameter_named(std::string id)
{
    return {std::move(id)};
}

/// The criterion with its source.
[[nodiscard]] inline criterion cite(citation source, criterion what)
{
    what.cite = std::move(source);
    return what;
}
[[nodiscard]] inline criterion cite(std::string source, criterion what)
{
    return cite(citation{.source = std::move(source)}, std::move(what));
}

/// The criterion with words for people.
[[nodiscard]] inline criterion label(text words, criterion what)
{
    what.label = std::move(words);
    return what;
}
[[nodiscard]] inline criterion label(std::string words, criterion what)
{
    return label(same_text(std::move(words)), std::move(what));
}

namespace detail {

/// `a and b and c` is one group of three; what carries a source or words of its own stays whole,
/// and so does a group on the right, which somebody put in parentheses.
inline criterion joined(quantifier how, criterion left, criterion right)
{
    auto* several = std::get_if<group>(&left.form);
    if (several != nullptr && several->quantifier == how && !left.cite && !left.label) {
        several->of.push_back(std::move(right));
        return left;
    }
    std::vector<criterion> of;
    of.push_back(std::move(left));
    of.push_back(std::move(right));
    return {.form = group{how, std::move(of), {}}};
}

} // namespace detail

[[nodiscard]] inline criterion operator&&(criterion left, criterion right)
{
    return detail::joined(quantifier::all_of, std::move(left), std::move(right));
}
[[nodiscard]] inline criterion operator||(criterion left, criterion right)
{
    return detail::joined(quantifier::any_of, std::move(left), std::move(right));
}
[[nodiscard]] inline criterion operator!(criterion what)
{
    std::vector<criterion> of;
    of.push_back(std::move(what));
    return none_of(std::move(of));
}

} // namespace finsam
