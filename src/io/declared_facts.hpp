// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/fact_declaration.hpp>

#include "rules/kinds.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam::io {

/// The facts that a plan declares, for who reads its criteria (uppgifter).
///
/// A constant is read as what its fact can be compared with, where that is known; else what is
/// wrong with it would be told as if it could have been anything.
class declared_facts
{
public:
    /// Precondition: all of them have been read before the first is looked for.
    explicit declared_facts(std::vector<fact_declaration> const& facts)
        : facts_(facts)
    {}

    /// Null if none is named so, or two are, or if its kind could not be read: `broken` are the
    /// pointers of what could not.
    ///
    /// Complexity: O(facts + broken) the first time, then O(1).
    [[nodiscard]] checking::asked const* find(std::string_view name,
                                              std::vector<std::string> const& broken);

private:
    using by_name = std::unordered_map<std::string_view, std::optional<checking::asked>>;
    [[nodiscard]] by_name named(std::vector<std::string> const& broken) const;

    std::vector<fact_declaration> const& facts_;
    std::optional<by_name> named_{};
};

} // namespace finsam::io
