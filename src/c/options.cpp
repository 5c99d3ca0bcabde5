// SPDX-License-Identifier: BSL-1.0
#include "c/options.hpp"

#include "c/growing.hpp"

namespace finsam::c {

wanted_options read_options(finsam_options const* options)
{
    if (options == nullptr)
        return {};
    auto const read = read_structure(options, "/options");
    if (read.language != finsam_swedish && read.language != finsam_english)
        throw wrong_use{"/options/language", std::to_string(read.language) + " is no language",
                        "it is `finsam_swedish` or `finsam_english`"};
    if (read.exact != 0 && read.exact != 1)
        throw wrong_use{"/options/exact", std::to_string(read.exact) + " is neither 0 nor 1",
                        "it is 1 for exact counts"};
    return {.threads = read.threads,
            .spoken = read.language == finsam_english ? language::en : language::sv,
            .exact = read.exact == 1};
}

} // namespace finsam::c
