// SPDX-License-Identifier: BSL-1.0
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/output.hpp"
#include "io/snapshot_writer.hpp"

namespace finsam::cli {

status run_snapshot(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    auto const agreed = open_plan(wanted, say, shown);
    auto const caseload = open_people(wanted, agreed, say, shown);
    shown.stage(say(word::writing));
    io::write_snapshot(caseload, [&](std::string_view bytes) { to.write(bytes); });
    shown.clear();
    to.commit();
    return status::done;
}

} // namespace finsam::cli
