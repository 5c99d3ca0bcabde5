// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/matching.hpp>
#include <finsam/io/results.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/certificate.hpp>
#include <finsam/matching/match.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/match_text.hpp"
#include "cli/output.hpp"

#include <optional>

namespace finsam::cli {

status run_match(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    std::optional<output> certified;
    if (wanted.certificate)
        certified.emplace(wanted.certificate);
    auto const [compiled, allowed, caseload] =
        open_population(wanted, purpose::placement, say, shown);

    shown.stage(say(word::evaluating));
    auto const eligible = evaluate(compiled, caseload, allowed);
    shown.stage(say(word::matching));
    auto const proposed = match(compiled, caseload, eligible, allowed);
    shown.stage(say(word::auditing));
    auto const findings = audit(compiled, caseload, proposed);
    shown.clear();

    auto const take = [](void* whom, std::string_view part) {
        static_cast<output*>(whom)->write(part);
    };
    if (certified) {
        write_certificate(compiled, caseload, proposed,
                          certify(compiled, caseload, eligible, proposed),
                          {.take = take, .whom = &*certified});
        certified->write("\n");
        certified->flush();
    }
    if (wanted.format == format::json) {
        write_json(compiled, caseload, proposed, findings, {.take = take, .whom = &to});
        to.write("\n");
    } else {
        write_text(compiled, caseload, proposed, findings, say, to);
    }
    to.commit();
    if (certified)
        certified->commit();
    return status::done;
}

} // namespace finsam::cli
