// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace finsam {

/// A criterion with a name (regel).
///
/// The same id may stand several times with periods that do not overlap: versions of the rule.
struct rule
{
    std::string id{};
    criterion when{};
    std::optional<text> label{};
    std::optional<citation> cite{};
    std::optional<finsam::period> period{};

    friend bool operator==(rule const&, rule const&) = default;
};
BOOST_DESCRIBE_STRUCT(rule, (), (id, when, label, cite, period))

} // namespace finsam
