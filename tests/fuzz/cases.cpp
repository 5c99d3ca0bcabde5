// SPDX-License-Identifier: BSL-1.0
#include "fuzz/people.hpp"
#include "testing/run_cases.hpp"

using namespace finsam;

namespace {

/// The sample for the day, whatever the case file calls it: it must not open files of its choice.
std::optional<engine> open_sample(std::string const&, date as_of, diagnostics& found)
{
    if (as_of == fuzz::sample().as_of())
        return fuzz::sample();
    auto compiled = compile(fuzz::sample().agreed(), as_of);
    if (compiled)
        return std::move(*compiled);
    for (auto const& one : compiled.error().list)
        add(found, one);
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count)
{
    auto const text = fuzz::text_of(bytes, count);
    auto const outcome = run_cases_of(text, "cases", open_sample, language::en);
    if (!outcome) {
        fuzz::check_diagnostics(outcome.error(), text, "cases");
        fuzz::promise(outcome.error().errors > 0, "an outcome or errors");
        return 0;
    }
    for (auto const& one : outcome->failed) {
        fuzz::promise(!one.lines.empty(), "a failure says what failed", one.name);
        for (auto const& line : one.lines)
            fuzz::promise(io::first_bad_utf8(line) == std::string_view::npos, "failures are UTF-8");
    }
    return 0;
}
