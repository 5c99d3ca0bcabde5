// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/engine/truth.hpp>

#include <ostream>

namespace finsam {

std::ostream& operator<<(std::ostream& out, truth answer)
{
    return out << detail::name_of(answer);
}

} // namespace finsam
