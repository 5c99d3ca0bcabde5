// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include "c/guarded.hpp"

#include <memory>

using namespace finsam;

finsam_status finsam_parse_plan(char const* text, size_t length, finsam_plan** plan,
                                finsam_result** result)
{
    return c::guarded(plan, result, [&] {
        auto& out = c::given(plan, "plan");
        auto const document = c::given_text(text, length, "text");
        auto read = inspect_plan(document, "plan");
        if (!read.value)
            throw document_error(std::move(read.found));
        auto made = std::make_unique<finsam_plan>(std::move(*read.value), std::string(document));
        c::give(result, to_json(read.found));
        out = made.release();
    });
}
