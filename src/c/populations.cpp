// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/evaluate.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/report/gaps.hpp>

#include "c/guarded.hpp"
#include "c/options.hpp"
#include "c/same_facts.hpp"
#include "matching/propose.hpp"

// What is asked about a population, which takes a mandate.

using namespace finsam;

namespace {

/// Calls answer(engine, people, mandate, options) when all of them are as they should be, and hands
/// out what it says.
template<class Answer>
finsam_status ask(finsam_engine const* engine, finsam_people const* people, char const* id,
                  size_t length, std::optional<purpose> required, finsam_options const* options,
                  finsam_result** result, Answer const& answer)
{
    return c::guarded(result, [&] {
        auto const& with = c::given(engine, "engine");
        auto const& rows = c::same_facts(with.compiled, c::given(people, "people"));
        auto const name = c::given_text(id, length, "mandate");
        auto const wanted = c::read_options(options);
        auto const allowed = find_mandate(with.compiled, name, required);
        if (!allowed)
            throw document_error(located(allowed.error(), with.text, "plan"));
        c::give(result, answer(with.compiled, rows, *allowed, wanted));
    });
}

} // namespace

finsam_status finsam_match(finsam_engine const* engine, finsam_people const* people,
                           char const* mandate, size_t mandate_length,
                           finsam_options const* options, finsam_result** result)
{
    return ask(engine, people, mandate, mandate_length, purpose::placement, options, result,
               [](finsam::engine const& compiled, finsam::people const& rows,
                  finsam::mandate const& allowed, c::wanted_options const& wanted) {
                   auto const eligible = evaluate(compiled, rows, allowed, wanted.threads);
                   auto const proposed = match(compiled, rows, eligible, allowed, wanted.threads);
                   return to_json(compiled, rows, proposed,
                                  audit(compiled, rows, proposed, wanted.threads));
               });
}

finsam_status finsam_gaps(finsam_engine const* engine, finsam_people const* people,
                          char const* mandate, size_t mandate_length, finsam_options const* options,
                          finsam_result** result)
{
    return ask(engine, people, mandate, mandate_length, {}, options, result,
               [](finsam::engine const& compiled, finsam::people const& rows,
                  finsam::mandate const& allowed, c::wanted_options const& wanted) {
                   auto const eligible = evaluate(compiled, rows, allowed, wanted.threads);
                   // As `gaps` does with a mandate of any purpose, on so many threads.
                   auto const counted =
                       propose(compiled, rows, eligible, allowed.id, wanted.threads);
                   return to_json(compiled, rows, gaps(compiled, rows, eligible, counted, allowed),
                                  wanted.exact);
               });
}
