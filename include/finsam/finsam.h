/* SPDX-License-Identifier: BSL-1.0 */
#ifndef FINSAM_FINSAM_H
#define FINSAM_FINSAM_H

#include <stddef.h>
#include <stdint.h>

/** finsam for C and whatever can call C (gränssnitt för C). Link `finsam_c`.
 *
 * Shape:        plans, engines, people and results are handles that this library owns the inside
 *               of. What a function hands out is the caller's, who gives it back once with the
 *               free function of its type; freeing NULL does nothing. What is given in is only
 *               read during the call: it may be freed afterwards, as may a plan that was compiled
 *               and an engine whose people were read.
 * Units:        text is UTF-8, a pointer and a length in bytes, with or without a zero after it.
 *               Dates are text, "2022-03-01". Bits are bit i % 8 of byte i / 8, as in Apache Arrow.
 * Precondition: a pointer that is not NULL points at as much as is said beside it, and a handle is
 *               one that has not been freed.
 * Returns:      every function a `finsam_status`. One whose last argument is a `result` always sets
 *               it: to its document when it is done, else to what is wrong, `{"errors", "warnings",
 *               "diagnostics": [{"severity", "code", "pointer", "line", "column", "message",
 *               "hint"}]}`. Other handles that it hands out are NULL unless it is done.
 * Errors:       `finsam_wrong_use` for NULL where nothing says that it may be, for a structure of
 *               the wrong size and for a number that means nothing; the pointer is then that of the
 *               argument, `/options/size`. `finsam_no_memory`. No exception comes out.
 *
 * A handle never changes after it was made: any number of threads may use the same one. Only who
 * frees it must be the last.
 *
 * Structures begin with their `size`, set by the caller to what `sizeof` says, and may grow at the
 * end: what an older caller does not have is 0, and what an older library does not know must be 0.
 */

#if defined(__GNUC__)
#define FINSAM_FUNCTION __attribute__((visibility("default")))
#else
#define FINSAM_FUNCTION
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** How a call went (utfall). Numbers of 32 bits, so that no compiler chooses their size. */
typedef int32_t finsam_status;
enum
{
    finsam_done = 0,
    finsam_wrong_document = 1, /**< the plan, the people, the date or the mandate has errors */
    finsam_wrong_use = 2,      /**< the call does not fit this header */
    finsam_no_memory = 3,      /**< its document, with the code `no_memory`, takes none */
    finsam_failed = 4          /**< code `failed`: the machine has no thread left, for instance */
};

typedef struct finsam_plan finsam_plan;     /**< what was agreed (plan) */
typedef struct finsam_engine finsam_engine; /**< a plan for one day (motor) */
typedef struct finsam_people finsam_people; /**< rows under pseudonyms (personer) */
typedef struct finsam_result finsam_result; /**< a JSON document (resultat) */

enum /* people_format: JSON Lines or RFC 4180 */
{
    finsam_json_lines = 0,
    finsam_csv = 1
};

enum /* language: in which reasons are told */
{
    finsam_swedish = 0,
    finsam_english = 1
};

/** How to answer (val). NULL in its place means all 0.
 *
 * Units: `threads` at most so many, 0 for as many as the machine has: the answers are the same.
 *        `exact`, 0 or 1: whether `finsam_gaps` tells counts of people from 1 to 4 and who falls
 *        between the chairs.
 */
typedef struct finsam_options
{
    size_t size;
    size_t threads;
    int32_t language;
    int32_t exact;
} finsam_options;

/** The version of the library, "0.1.0" (utgåva). The text is there as long as the library. */
FINSAM_FUNCTION finsam_status finsam_version(char const** text, size_t* length);

/** Reads and checks a plan document (läs plan).
 *
 * Returns:    the document of `finsam check --format json`, which may hold warnings.
 * Errors:     every mistake at once, in document order, with line, column, pointer and hint.
 * Complexity: O(text).
 */
FINSAM_FUNCTION finsam_status finsam_parse_plan(char const* text, size_t length, finsam_plan** plan,
                                                finsam_result** result);

/** Lowers a plan for a reference date (kompilera).
 *
 * Returns:    an empty list of diagnostics.
 * Errors:     `bad_value` at `/as_of` for what is no date of the calendar; `not_in_force` and
 *             whatever else is wrong with the plan on that date.
 * Complexity: O(plan).
 */
FINSAM_FUNCTION finsam_status finsam_compile(finsam_plan const* plan, char const* as_of,
                                             size_t as_of_length, finsam_engine** engine,
                                             finsam_result** result);

/** What one person may be proposed, and why (bedöm). Needs no mandate.
 *
 * `person` is an object as a line of a people file has it; it may take several lines, and needs no
 * `id`. Facts whose holder is not among its `consents` are erased before anything looks at them.
 *
 * Returns:    the line of `finsam assess --format json` about this person, without a line end.
 * Errors:     every mistake in the person.
 * Complexity: O(person + criteria in force).
 */
FINSAM_FUNCTION finsam_status finsam_assess(finsam_engine const* engine, char const* person,
                                            size_t length, finsam_options const* options,
                                            finsam_result** result);

/** Reads people, JSON Lines or CSV (läs personer).
 *
 * A snapshot of `finsam snapshot` is known by its first bytes, whatever the format. The people
 * fit every engine of the same plan, whatever its date; where the facts or the interventions and
 * their kinds are others they are `finsam_wrong_use`.
 *
 * Returns:    an empty list of diagnostics.
 * Errors:     every mistake, at most 100 of them listed, all counted.
 * Complexity: O(text); several threads where it is long and the machine has them.
 */
FINSAM_FUNCTION finsam_status finsam_parse_people(finsam_engine const* engine, char const* text,
                                                  size_t length, int32_t people_format,
                                                  finsam_people** people, finsam_result** result);

/** How many people there are (antal). */
FINSAM_FUNCTION finsam_status finsam_count_people(finsam_people const* people, size_t* count);

/** The same as `finsam_assess` about one row, counted from 0 (bedöm). Needs no mandate. */
FINSAM_FUNCTION finsam_status finsam_assess_row(finsam_engine const* engine,
                                                finsam_people const* people, size_t row,
                                                finsam_options const* options,
                                                finsam_result** result);

/** Proposes places by the plan's policy, and audits the proposal (matcha).
 *
 * Returns: the document of `finsam match --format json`, without a line end.
 * Errors:  `no_mandate` unless the plan's mandate with the id is in force, for placement.
 * Complexity: that of `evaluate`, `match` and `audit` in C++.
 */
FINSAM_FUNCTION finsam_status finsam_match(finsam_engine const* engine, finsam_people const* people,
                                           char const* mandate, size_t mandate_length,
                                           finsam_options const* options, finsam_result** result);

/** Who falls between the chairs, where places and facts are missing (glapp).
 *
 * Returns: the document of `finsam gaps --format json`, without a line end.
 * Errors:  `no_mandate` unless the plan's mandate with the id is in force.
 * Complexity: that of `evaluate` and `gaps` in C++.
 */
FINSAM_FUNCTION finsam_status finsam_gaps(finsam_engine const* engine, finsam_people const* people,
                                          char const* mandate, size_t mandate_length,
                                          finsam_options const* options, finsam_result** result);

/** The JSON of a result, there until the result is freed (text). A zero stands after it. */
FINSAM_FUNCTION finsam_status finsam_text_of(finsam_result const* result, char const** text,
                                             size_t* length);

/** Give back what was handed out (lämna tillbaka). NULL is nothing to give back. */
FINSAM_FUNCTION finsam_status finsam_free_plan(finsam_plan* plan);
FINSAM_FUNCTION finsam_status finsam_free_engine(finsam_engine* engine);
FINSAM_FUNCTION finsam_status finsam_free_people(finsam_people* people);
FINSAM_FUNCTION finsam_status finsam_free_result(finsam_result* result);

#ifdef __cplusplus
}
#endif

#endif
