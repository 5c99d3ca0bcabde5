// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/matching.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/findings.hpp"
#include "cli/output.hpp"
#include "io/file.hpp"

#include <utility>

namespace finsam::cli {
namespace {

std::string as_text(engine const& compiled, people const& caseload, matching const& proposed,
                    verification const& made, speech const& say)
{
    naming const name(compiled, say);
    auto text = name.title(proposed.mandate);
    if (!made.findings.empty())
        return text + '\n' + findings_text(caseload, made.findings, name, say);
    return text
           + say(made.of_certificate == verdict::verified ? word::verified : word::verified_alone)
           + '\n';
}

} // namespace

status run_verify(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    shown.stage(say(word::reading_matching));
    // Read once: it may be a pipe, and what day it is about must be known before the plan is read.
    auto const text = io::read_file(wanted.matching);
    if (!text)
        refuse_if_any(text.error(), wanted.matching);
    auto const name = wanted.matching.string();
    auto const heading = parse_matching_heading(*text, name);
    shown.clear();
    if (!heading)
        refuse_if_any(heading.error(), wanted.matching);

    auto about = wanted;
    about.as_of = heading->as_of;
    about.mandate = heading->mandate;
    auto const [compiled, allowed, caseload] =
        open_population(about, purpose::placement, say, shown);
    shown.stage(say(word::reading_matching));
    auto const read = parse_matching(compiled, caseload, *text, name);
    shown.clear();
    if (!read)
        refuse_if_any(read.error(), wanted.matching);

    shown.stage(say(word::verifying));
    auto const made = verify(compiled, caseload, *read);
    shown.clear();
    auto const how = made.findings.empty() ? status::done : status::wrong_documents;
    // A file is there only when all went well; standard output gets the result in any case.
    if (how != status::done && wanted.output)
        return how;
    to.write(wanted.format == format::json
                 ? to_json(compiled, caseload, made) + '\n'
                 : as_text(compiled, caseload, read->proposed, made, say));
    to.commit();
    return how;
}

} // namespace finsam::cli
