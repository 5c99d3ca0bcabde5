// SPDX-License-Identifier: BSL-1.0
#include "cli/documents.hpp"

#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>

#include "cli/layout.hpp"
#include "io/personal_number.hpp"

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

plan open_plan(options const& wanted, speech const& say, progress& shown)
{
    shown.stage(say(word::reading_plan));
    auto read = inspect_plan(wanted.plan, wanted.as_of);
    shown.clear();
    if (!read.value)
        refuse_if_any(std::move(read.found), wanted.plan);
    tell(read.found, wanted.quiet);
    return std::move(*read.value);
}

engine open_engine(options const& wanted, speech const& say, progress& shown)
{
    auto compiled = compile(open_plan(wanted, say, shown), *wanted.as_of);
    if (!compiled)
        refuse_if_any(compiled.error(), wanted.plan);
    return std::move(*compiled);
}

namespace {

result<people> read_people_of(options const& wanted, plan const& agreed, speech const& say,
                              progress& shown)
{
    shown.stage(say(word::reading_people));
    auto const tell = [](void* whom, std::uintmax_t done, std::uintmax_t all) {
        static_cast<progress*>(whom)->read(done, all);
    };
    auto read = read_people(agreed, wanted.people, {.tell = tell, .whom = &shown});
    shown.clear();
    return read;
}

} // namespace

people open_people(options const& wanted, plan const& agreed, speech const& say, progress& shown)
{
    auto read = read_people_of(wanted, agreed, say, shown);
    if (!read)
        refuse_if_any(read.error(), wanted.people);
    return std::move(*read);
}

population open_population(options const& wanted, std::optional<purpose> required,
                           speech const& say, progress& shown)
{
    auto compiled = open_engine(wanted, say, shown);
    auto allowed = find_mandate(compiled, wanted.mandate, required);
    auto read = read_people_of(wanted, compiled.agreed(), say, shown);

    diagnostics found;
    auto const enter = [&found](diagnostics const& some) {
        found.list.insert(found.list.end(), some.list.begin(), some.list.end());
        found.errors += some.errors;
        found.warnings += some.warnings;
    };
    if (!allowed)
        enter(located(allowed.error(), wanted.plan));
    if (!read)
        enter(read.error());
    refuse_if_any(std::move(found), wanted.plan);
    return {std::move(compiled), std::move(*allowed), std::move(*read)};
}

std::size_t open_person(options const& wanted, people const& caseload)
{
    for (std::size_t row = 0; row < caseload.size(); ++row)
        if (caseload.id(row) == *wanted.person)
            return row;
    diagnostics found;
    add(found, {.code = diagnostic_code::dangling_id,
                .file = wanted.people.string(),
                .line = 1, // it is about the whole file
                .column = 1,
                .message = io::is_personal_number(*wanted.person)
                               ? "no person has that id"
                               : "no person has the id `" + plain(*wanted.person) + '`',
                .hint = "ids are compared letter by letter"});
    throw document_error(std::move(found));
}

} // namespace finsam::cli
