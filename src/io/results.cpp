// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/sentence.hpp>
#include <finsam/io/results.hpp>

#include "io/json_line.hpp"
#include "io/tell_matching.hpp"

namespace finsam {
namespace {

using io::json_line;

void tell_answer(json_line& out, answer const& one)
{
    out.member("id", one.id);
    out.member("answer", one.answer);
    out.member("missing", one.missing);
    out.member("withheld", one.withheld);
}

/// `text` is memory for the sentence.
void tell_reason(json_line& out, engine const& compiled, person const& someone, reason const& why,
                 language spoken, std::string& text)
{
    text.clear();
    append_sentence(text, compiled, someone, why, spoken);
    out.object([&] {
        out.member("at", why.at);
        out.member("fact", why.fact);
        out.member("state", why.state);
        out.member("answer", why.answer);
        out.member("cite", why.cite);
        out.member("text", text);
    });
}

} // namespace

std::string to_json(diagnostics const& found)
{
    json_line out;
    out.object([&] {
        out.member("errors", found.errors);
        out.member("warnings", found.warnings);
        out.member("diagnostics", found.list, [&](diagnostic const& one) {
            out.object([&] {
                out.member("severity", one.severity);
                out.member("code", one.code);
                out.member("pointer", one.pointer);
                out.member("line", one.line);
                out.member("column", one.column);
                out.member("message", one.message);
                out.member("hint", one.hint);
            });
        });
    });
    return out.take();
}

std::string to_json(engine const& compiled, person const& someone, assessment const& assessed,
                    language spoken)
{
    json_line out;
    std::string text;
    out.object([&] {
        out.member("person", assessed.person);
        out.member("as_of", assessed.as_of);
        out.member("needs_groups", assessed.needs_groups,
                   [&](answer const& one) { out.object([&] { tell_answer(out, one); }); });
        out.member("tier", assessed.tier);
        out.member("best_tier", assessed.best_tier);
        out.member("interventions", assessed.interventions, [&](answer const& one) {
            out.object([&] {
                tell_answer(out, one);
                out.member("reasons", one.reasons, [&](reason const& why) {
                    tell_reason(out, compiled, someone, why, spoken, text);
                });
            });
        });
    });
    return out.take();
}

std::string to_json(engine const& compiled, people const& caseload, why_not const& found,
                    std::string_view mandate, language spoken)
{
    json_line out;
    auto const& offered = compiled.agreed().interventions;
    auto const someone = caseload.row(found.person);
    auto const& answer = found.eligibility;
    std::string text;
    out.object([&] {
        out.member("person", caseload.id(found.person));
        out.member("intervention", offered[found.intervention].id);
        out.member("as_of", compiled.as_of());
        out.member("mandate", mandate);
        out.member("why", found.why);
        out.key("answer");
        answer.id.empty() ? out.null() : out.value(answer.answer);
        out.member("missing", answer.missing);
        out.member("withheld", answer.withheld);
        out.member("reasons", answer.reasons, [&](reason const& why) {
            tell_reason(out, compiled, someone, why, spoken, text);
        });
        out.key("proposed");
        found.proposed ? out.value(offered[*found.proposed].id) : out.null();
        out.member("tier", found.tier);
        out.member("best_tier", found.best_tier ? found.best_tier : found.tier);
        out.member("waited_days", found.waited_days);
        io::tell_cutoff(out, found.last_admitted);
        out.member("eligible_from", found.eligible_from);
        out.member("more_places", found.more_places);
    });
    return out.take();
}

} // namespace finsam
