// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/citation.hpp>
#include <finsam/model/duty.hpp>
#include <finsam/model/period.hpp>
#include <finsam/model/text.hpp>

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// What one signatory of a declaration has promised (åtagande).
struct commitment
{
    std::string member{};
    finsam::duty duty{};
    std::optional<std::string> needs_group{};
    std::optional<finsam::text> text{};

    friend bool operator==(commitment const&, commitment const&) = default;
};
BOOST_DESCRIBE_STRUCT(commitment, (), (member, duty, needs_group, text))

/// A joint declaration of intent (viljeförklaring, avsiktsförklaring).
struct declaration
{
    std::string id{};
    text title{};
    std::vector<std::string> signatories{};
    std::optional<finsam::period> period{};
    std::vector<std::string> needs_groups{};
    std::vector<commitment> commitments{};
    std::optional<citation> cite{};

    friend bool operator==(declaration const&, declaration const&) = default;
};
BOOST_DESCRIBE_STRUCT(declaration, (),
                      (id, title, signatories, period, needs_groups, commitments, cite))

} // namespace finsam
