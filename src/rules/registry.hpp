// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam::checking {

/// The names that one list of a plan gives, and which of them are used.
///
/// Shape: names in document order, each once; views of the plan.
struct registry
{
    registry(std::string_view singular, std::string_view plural)
        : one(singular)
        , many(plural)
    {}

    std::string_view one;  ///< "rule"
    std::string_view many; ///< "rules"
    std::vector<std::string_view> names{};
    /// Per name the positions in the list that have it: several for versions of a rule.
    std::vector<std::vector<std::size_t>> places{};
    std::unordered_map<std::string_view, std::size_t> index{};

    /// Per name whether something uses it, or names what was most likely meant to be it.
    std::vector<bool> used{};
    /// Per name whether something is told about it where it is given.
    std::vector<bool> doubtful{};
    /// Whether something unknown is named that resembles no name: it may have meant any of them.
    bool used_unrecognisably = false;
    /// Whether a name of the list is wrong or could not be read, so that one may be missing here.
    bool incomplete = false;

    void add(std::string_view name, std::size_t place, bool is_doubtful = false);
    /// Takes over the names that another has been given so far, with their doubts.
    void take_names_of(registry const& other);

    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    /// The first position in the list with the name.
    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view name) const;
    /// The name that was most likely meant, or empty.
    [[nodiscard]] std::string_view meant_by(std::string_view word);
    /// Whether an unknown word may be a name that a wrong part of the list would have given.
    ///
    /// A word one letter from a name is a misspelling of it, but `group-1` is none of `group-2`.
    [[nodiscard]] bool may_be_missing(std::string_view word, std::string_view meant) const;

private:
    std::unordered_map<std::string, std::string_view> guesses_{};
};

} // namespace finsam::checking
