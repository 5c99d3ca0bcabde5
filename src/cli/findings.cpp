// SPDX-License-Identifier: BSL-1.0
#include "cli/findings.hpp"

#include "cli/layout.hpp"

namespace finsam::cli {
namespace {

std::string finding_words(finding_kind kind, speech const& say)
{
    switch (kind) {
    case finding_kind::not_eligible:
        return say(word::not_eligible);
    case finding_kind::not_listed:
        return say(word::not_listed);
    case finding_kind::over_capacity:
        return say(word::over_capacity);
    case finding_kind::placed_twice:
        return say(word::placed_twice);
    case finding_kind::passed_over:
        return say(word::passed_over);
    case finding_kind::empty_seat:
        return say(word::empty_seat);
    case finding_kind::reserve_ignored:
        return say(word::reserve_ignored);
    case finding_kind::not_person_optimal:
        return say(word::not_person_optimal);
    case finding_kind::not_best_coverage:
        return say(word::not_best_coverage);
    case finding_kind::not_best_fit:
        return say(word::not_best_fit);
    case finding_kind::wrong_certificate:
        return say(word::wrong_certificate);
    }
    return {};
}

} // namespace

std::string findings_text(people const& caseload, std::vector<finding> const& all,
                          naming const& name, speech const& say)
{
    table rows({aligned::left, aligned::left, aligned::left, aligned::left});
    for (auto const& one : all)
        rows.row({one.person ? plain(caseload.id(*one.person)) : "",
                  name.intervention(one.intervention), finding_words(one.kind, say),
                  one.by ? say(word::instead_of, {{"person", plain(caseload.id(*one.by))}}) : ""});
    return say(word::audit_findings) + '\n' + rows.text();
}

} // namespace finsam::cli
