// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace finsam {

/// Where something is written: an act, an agreement, a page (källhänvisning).
struct citation
{
    std::string source{};
    std::optional<std::string> provision{};
    std::optional<std::string> link{};

    friend bool operator==(citation const&, citation const&) = default;
};
BOOST_DESCRIBE_STRUCT(citation, (), (source, provision, link))

/// The citation as it is told to a reader: "source, provision".
[[nodiscard]] inline std::string told(citation const& cite)
{
    return cite.provision ? cite.source + ", " + *cite.provision : cite.source;
}

} // namespace finsam
