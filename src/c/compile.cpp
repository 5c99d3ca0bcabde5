// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/io/plan.hpp>

#include "c/guarded.hpp"

#include <memory>

using namespace finsam;

namespace {

date read_date(std::string_view text)
{
    if (auto const day = detail::parse_date(text))
        return *day;
    diagnostics found;
    add(found, {.code = diagnostic_code::bad_value,
                .pointer = "/as_of",
                .message = detail::in_backticks(text) + " is not a date of the calendar",
                .hint = "dates are written YYYY-MM-DD"});
    throw document_error(std::move(found));
}

/// What is wrong on the date, with its place in the plan's text.
diagnostics located_on(date as_of, finsam_plan const& plan, diagnostics found)
{
    auto read = inspect_plan(plan.text, "plan", as_of);
    return read.value ? located(std::move(found), plan.text, "plan") : std::move(read.found);
}

} // namespace

finsam_status finsam_compile(finsam_plan const* plan, char const* as_of, size_t as_of_length,
                             finsam_engine** engine, finsam_result** result)
{
    return c::guarded(engine, result, [&] {
        auto& out = c::given(engine, "engine");
        auto const& from = c::given(plan, "plan");
        auto const day = read_date(c::given_text(as_of, as_of_length, "as_of"));
        auto compiled = compile(from.agreed, day);
        if (!compiled)
            throw document_error(located_on(day, from, compiled.error()));
        auto made = std::make_unique<finsam_engine>(std::move(*compiled), from.text);
        c::give(result, to_json(diagnostics{}));
        out = made.release();
    });
}
