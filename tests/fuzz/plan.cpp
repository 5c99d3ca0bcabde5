// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/io/plan.hpp>

#include "fuzz/promises.hpp"

using namespace finsam;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count)
{
    auto const text = fuzz::text_of(bytes, count);
    auto const read = inspect_plan(text, "plan");
    fuzz::check_diagnostics(read.found, text, "plan");
    fuzz::promise(read.value.has_value() == (read.found.errors == 0), "a plan or errors");
    if (!read.value)
        return 0;

    auto const written = write_plan(*read.value);
    auto const again = inspect_plan(written, "plan");
    fuzz::promise(again.value == read.value, "what is written reads back equal", written);
    fuzz::promise(write_plan(*again.value) == written, "and is written the same", written);

    auto const compiled = compile(*read.value, read.value->period.from);
    fuzz::promise(compiled.has_value(), "a checked plan compiles on its first day", written);
    person const nobody{.facts = std::vector<cell>(compiled->facts().columns.size())};
    auto const assessed = assess(*compiled, nobody);
    fuzz::promise(assessed.interventions.size() == compiled->interventions().size()
                      && assessed.needs_groups.size() == compiled->needs_groups().size(),
                  "every question is answered", written);
    for (auto const spoken : {language::sv, language::en})
        fuzz::promise(io::parse_document(to_json(*compiled, nobody, assessed, spoken), "").readable,
                      "an assessment as JSON", written);
    return 0;
}
