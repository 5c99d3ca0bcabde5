// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/assess.hpp>

#include "cli/layout.hpp"
#include "cli/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::cli {

/// What things of a plan are called in one language (benämningar).
///
/// Shape: looks into the engine and the speech, which must live as long.
class naming
{
public:
    naming(engine const& compiled, speech const& say)
        : compiled_{compiled}
        , say_{say}
    {}

    [[nodiscard]] std::string needs_group(std::string_view id) const;
    [[nodiscard]] std::string intervention(std::string_view id) const;
    [[nodiscard]] std::string intervention(std::uint32_t index) const;
    [[nodiscard]] std::string interventions(std::vector<std::uint32_t> const& indices) const;
    [[nodiscard]] std::string fact(std::string_view name) const;
    [[nodiscard]] std::string municipalities(finsam::intervention const& of, pool const& one) const;

    /// "saknas: födelsedatum; samtycke saknas: sjukskriven sedan", or nothing for yes and no.
    [[nodiscard]] std::string settled_by(answer const& unknown) const;

    /// The association, the plan and the date on one line, and the mandate if there is one.
    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::string title(std::string_view mandate) const;

private:
    [[nodiscard]] std::string facts(std::vector<std::string> const& names) const;
    [[nodiscard]] std::string heading() const;

    engine const& compiled_;
    speech const& say_;
};

} // namespace finsam::cli
