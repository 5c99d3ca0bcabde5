// SPDX-License-Identifier: BSL-1.0
#include "cli/documents.hpp"

#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace finsam::cli {
void tell(diagnostics const& found, bool quiet)
{
    auto told = found;
    if (quiet) {
        std::erase_if(told.list,
                      [](diagnostic const& one) { return one.severity == severity::warning; });
        told.warnings = 0;
    }
    std::fputs(to_lines(told).c_str(), stderr);
}

bool unreadable(diagnostics const& found)
{
    return std::ranges::any_of(
        found.list, [](diagnostic const& one) { return one.code == diagnostic_code::unreadable; });
}

void refuse_if_any(diagnostics found, std::filesystem::path const& file)
{
    if (found.errors == 0)
        return;
    // What is found in a value, not in its text, has no file of its own.
    for (auto& one : found.list)
        if (one.file.empty())
            one.file = file.string();
    throw document_error(std::move(found));
}

engine open_engine(options const& wanted, speech const& say, progress& shown)
{
    shown.stage(say(word::reading_plan));
    auto read = inspect_plan(wanted.plan, wanted.as_of);
    shown.clear();
    if (!read.value)
        refuse_if_any(std::move(read.found), wanted.plan);
    tell(read.found, wanted.quiet);
    auto compiled = compile(std::move(*read.value), *wanted.as_of);
    if (!compiled)
        refuse_if_any(compiled.error(), wanted.plan);
    return std::move(*compiled);
}

people open_people(options const& wanted, engine const& compiled, speech const& say,
                   progress& shown)
{
    shown.stage(say(word::reading_people));
    auto read = read_people(compiled.agreed(), wanted.people);
    shown.clear();
    if (!read)
        refuse_if_any(read.error(), wanted.people);
    return std::move(*read);
}

mandate open_mandate(options const& wanted, engine const& compiled, bool for_placement)
{
    auto found = find_mandate(compiled, wanted.mandate, for_placement);
    if (!found)
        refuse_if_any(found.error(), wanted.plan);
    return std::move(*found);
}

} // namespace finsam::cli
