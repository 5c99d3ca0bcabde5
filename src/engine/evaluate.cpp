// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/evaluate.hpp>

#include "detail/in_ranges.hpp"
#include "evaluate_with.hpp"
#include "passing_pieces.hpp"
#include "piece_run.hpp"
#include "stored_pieces.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <cstring>

namespace finsam {
namespace {

/// The bits of the lanes that are people.
std::uint64_t lanes_of(std::size_t rows, std::size_t word)
{
    auto const left = rows - word * 64;
    return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
}

/// Lanes past the last person stay unknown, so that columns of equal people are equal.
void write(rail_answer given, std::size_t rows, std::uint64_t* into)
{
    auto const words = (rows + 63) / 64;
    switch (given.what) {
    case rail_answer::form::nobody:
        std::fill_n(into, words, 0);
        return;
    case rail_answer::form::everybody:
        std::fill_n(into, words, ~std::uint64_t{0});
        break;
    case rail_answer::form::some:
        std::memcpy(into, given.bits, words * 8);
        break;
    }
    if (words != 0)
        into[words - 1] &= lanes_of(rows, words - 1);
}

std::size_t count(rail_answer given, std::size_t rows, detail::pack const& loops)
{
    switch (given.what) {
    case rail_answer::form::nobody:
        return 0;
    case rail_answer::form::everybody:
        return rows;
    case rail_answer::form::some:
        break;
    }
    auto const whole = rows / 64;
    auto all = loops.count(given.bits, whole);
    if (whole * 64 != rows) {
        auto const last = given.bits[whole] & lanes_of(rows, whole);
        all += loops.count(&last, 1);
    }
    return all;
}

/// So many pieces stay in a processor's second cache from one question about them to the next.
constexpr std::size_t pieces_in_cache = 2;

std::size_t threads_of(engine const& compiled, stored_pieces const& pieces, std::size_t wanted)
{
    return threads_worth(pieces.size(), compiled.asked().steps.size(), wanted);
}
/// To slice somebody's own columns is worth a thread for each piece, whatever is asked of them.
std::size_t threads_of(engine const&, passing_pieces const& pieces, std::size_t wanted)
{
    return detail::threads_for(pieces.size(), wanted);
}

/// Runs the circuit over all pieces, a run for each thread; `about(thread)` is called on it and
/// gives what takes each answer: `take(piece, rows, question, yes, no)`.
template<class Pieces, class About>
void run_all(detail::pack const& loops, engine const& compiled, Pieces const& pieces,
             std::size_t threads, About const& about)
{
    auto const& asked = compiled.asked();
    column_tests const tests(asked.tests, compiled.facts(), pieces.codes());
    detail::in_ranges(pieces.size(), threads,
                      [&](std::size_t thread, std::size_t first, std::size_t last) {
                          piece_run run(asked, tests, loops);
                          typename Pieces::reader from{pieces};
                          auto take = about(thread);
                          bool const fetches = last - first > pieces_in_cache;
                          for (auto i = first; i < last; ++i) {
                              auto const& here = from[i];
                              run(here, fetches && i + 1 < last ? from.ahead(i + 1) : nullptr,
                                  [&](std::size_t question, rail_answer yes, rail_answer no) {
                                      take(i, here.rows, question, yes, no);
                                  });
                          }
                      });
}

template<class Pieces>
eligibility answers(detail::pack const& loops, engine const& compiled, Pieces const& pieces,
                    std::size_t threads)
{
    eligibility all(pieces.people_asked(), compiled.needs_groups().size(),
                    compiled.interventions().size());
    run_all(loops, compiled, pieces, threads_of(compiled, pieces, threads), [&](std::size_t) {
        return [&](std::size_t piece, std::size_t rows, std::size_t question, rail_answer yes,
                   rail_answer no) {
            auto* const into = all.rails(question) + piece * (piece_rows / 64);
            write(yes, rows, into);
            write(no, rows, into + all.words());
        };
    });
    return all;
}

template<class Pieces>
tally counts(detail::pack const& loops, engine const& compiled, Pieces const& pieces,
             std::size_t threads)
{
    auto const& asked = compiled.asked();
    threads = threads_of(compiled, pieces, threads);
    std::vector<std::vector<answer_count>> parts(threads);
    run_all(loops, compiled, pieces, threads, [&](std::size_t thread) {
        parts[thread].resize(asked.questions.size());
        return [&loops, counted = parts[thread].data()](std::size_t, std::size_t rows,
                                                        std::size_t question, rail_answer yes,
                                                        rail_answer no) {
            counted[question].yes += count(yes, rows, loops);
            counted[question].no += count(no, rows, loops);
        };
    });
    tally all{.people = pieces.people_asked()};
    auto const groups = compiled.needs_groups().size();
    for (std::size_t question = 0; question < asked.questions.size(); ++question) {
        answer_count sum;
        for (auto const& part : parts)
            if (!part.empty()) {
                sum.yes += part[question].yes;
                sum.no += part[question].no;
            }
        sum.unknown = all.people - sum.yes - sum.no;
        (question < groups ? all.needs_groups : all.interventions).push_back(sum);
    }
    return all;
}

} // namespace

std::size_t threads_worth(std::size_t pieces, std::size_t steps, std::size_t wanted)
{
    // To begin and to join a thread takes as long as so many steps about a piece.
    constexpr std::size_t steps_a_thread = 1024;
    auto const most = wanted == 0 ? std::min(pieces, pieces * steps / steps_a_thread) : pieces;
    return most < 2 ? 1 : detail::threads_for(most, wanted);
}

eligibility evaluate_with(detail::pack const& loops, engine const& compiled, people const& caseload,
                          std::size_t threads)
{
    return answers(loops, compiled, stored_pieces(caseload), threads);
}

tally count_with(detail::pack const& loops, engine const& compiled, people const& caseload,
                 std::size_t threads)
{
    return counts(loops, compiled, stored_pieces(caseload), threads);
}

eligibility evaluate(engine const& compiled, people const& caseload, mandate const& allowed,
                     std::size_t threads)
{
    require_mandate(compiled, allowed);
    BOOST_ASSERT(caseload.facts() == compiled.facts());
    return evaluate_with(detail::fastest_pack(), compiled, caseload, threads);
}

tally count_answers(engine const& compiled, people const& caseload, mandate const& allowed,
                    std::size_t threads)
{
    require_mandate(compiled, allowed);
    BOOST_ASSERT(caseload.facts() == compiled.facts());
    return count_with(detail::fastest_pack(), compiled, caseload, threads);
}

eligibility evaluate(engine const& compiled, own_columns const& columns, mandate const& allowed,
                     std::size_t threads)
{
    require_mandate(compiled, allowed);
    return answers(detail::fastest_pack(), compiled, passing_pieces(compiled, columns), threads);
}

tally count_answers(engine const& compiled, own_columns const& columns, mandate const& allowed,
                    std::size_t threads)
{
    require_mandate(compiled, allowed);
    return counts(detail::fastest_pack(), compiled, passing_pieces(compiled, columns), threads);
}

} // namespace finsam
