// SPDX-License-Identifier: BSL-1.0
#include "io/place.hpp"

namespace finsam::io {

std::string pointer_token(std::string_view key)
{
    std::string token = "/";
    for (char const c : key) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

std::string to_pointer(place const& here)
{
    if (!here.above)
        return {};
    return to_pointer(*here.above)
           + (here.is_item ? "/" + std::to_string(here.index) : pointer_token(here.key));
}

} // namespace finsam::io
