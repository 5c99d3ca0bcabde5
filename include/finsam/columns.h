/* SPDX-License-Identifier: BSL-1.0 */
#ifndef FINSAM_COLUMNS_H
#define FINSAM_COLUMNS_H

#include <finsam/finsam.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Texts one after the other (texter), laid out as in Arrow's large_utf8.
 *
 * Shape: text i is the characters from offsets[i] up to offsets[i + 1]; one offset more than there
 *        are texts. `valid` has a bit a text; NULL if all are there.
 * Units: bytes, but for `offset_count`.
 */
typedef struct finsam_texts
{
    size_t size;
    char const* characters;
    size_t length;
    int64_t const* offsets;
    size_t offset_count;
    uint8_t const* valid;
    size_t valid_length;
} finsam_texts;

/** One fact of all people (kolumn).
 *
 * Shape: a value a person. `valid` has a bit for everybody who has a value, `none` one for all of
 *        whom it is known that there is none; who has neither is not on record. NULL for `none` is
 *        nobody, for `valid` everybody else. What stands where there is no value, or no consent,
 *        is not looked at.
 * Units: `value_size` is 1 (uint8_t), 4 (int32_t) or 8 (uint64_t). Of 1 or 4: a boolean 0 or 1, an
 *        integer, a date in days since 1970-01-01, a choice's position among its values, a code's
 *        position among `codes`, which all others leave NULL. Of 8: a set, bit i for value i;
 *        `completed` of a plan with more than 64 interventions cannot stand in a column.
 */
typedef struct finsam_column
{
    size_t size;
    char const* fact;
    size_t fact_length;
    void const* values;
    size_t value_size;
    size_t value_count;
    uint8_t const* valid;
    size_t valid_length;
    uint8_t const* none;
    size_t none_length;
    finsam_texts const* codes;
} finsam_column;

/** Who consents to what one holder of facts discloses (samtycke).
 *
 * Shape: a bit a person. Without one for a holder nobody has consented.
 */
typedef struct finsam_consent
{
    size_t size;
    char const* holder;
    size_t holder_length;
    uint8_t const* given;
    size_t given_length;
} finsam_consent;

/** People in the caller's own columns (egna kolumner).
 *
 * Shape: `ids` is required. The structures of an array have one size, that of the first. `placed`
 *        has the intervention that a person has a place in; `preferences` a person's own list, ids
 *        with `;` between them, where nothing between is an empty list. Both may be NULL, and not
 *        be valid for some. A fact without a column is on record for nobody.
 */
typedef struct finsam_columns
{
    size_t size;
    size_t people;
    finsam_texts const* ids;
    finsam_column const* columns;
    size_t column_count;
    finsam_consent const* consents;
    size_t consent_count;
    finsam_texts const* placed;
    finsam_texts const* preferences;
} finsam_columns;

/** People from columns, which are copied; as if they had been read from a file (ta emot).
 *
 * Returns:    an empty list of diagnostics.
 * Errors:     as for people that are read, at most 100 listed, all counted; `bad_value` for
 *             whatever is not as long as there are people, `wrong_kind` for values of another size
 *             than the fact's kind has. Pointers as in `/columns/3/values/17` and `/ids/17`.
 *             `finsam_wrong_use` too for values and offsets at an address that such numbers cannot
 *             have.
 * Complexity: O(people · columns).
 */
FINSAM_FUNCTION finsam_status finsam_people_from(finsam_engine const* engine,
                                                 finsam_columns const* columns,
                                                 finsam_people** people, finsam_result** result);

#ifdef __cplusplus
}
#endif

#endif
