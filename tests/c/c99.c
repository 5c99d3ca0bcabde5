/* SPDX-License-Identifier: BSL-1.0 */

/* c99 PLAN PEOPLE: a program in C alone. It reads a plan, asks about one person and about many, and
   is told what it does wrong. Ends with 0, or tells the line of the first thing that is not so. */

#include <finsam/columns.h>
#include <finsam/finsam.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

static char* read_file(char const* name, size_t* length)
{
    FILE* const file = fopen(name, "rb");
    char* text;
    long size;
    CHECK(file != NULL && fseek(file, 0, SEEK_END) == 0);
    size = ftell(file);
    CHECK(size > 0);
    rewind(file);
    text = malloc((size_t)size);
    CHECK(text != NULL);
    *length = fread(text, 1, (size_t)size, file);
    CHECK(*length == (size_t)size);
    fclose(file);
    return text;
}

/* Whether the document of the result holds the words; gives the result back. */
static int tells(finsam_result* result, char const* words)
{
    char const* text = NULL;
    size_t length = 0;
    int found;
    CHECK(finsam_text_of(result, &text, &length) == finsam_done);
    CHECK(strlen(text) == length);
    found = strstr(text, words) != NULL;
    if (!found)
        fprintf(stderr, "%s\n", text);
    CHECK(finsam_free_result(result) == finsam_done);
    return found;
}

static finsam_engine* compile(char const* file)
{
    size_t length;
    char* const text = read_file(file, &length);
    finsam_plan* plan;
    finsam_engine* engine;
    finsam_result* result;
    CHECK(finsam_parse_plan(text, length, &plan, &result) == finsam_done);
    CHECK(tells(result, "\"errors\": 0"));
    free(text);
    CHECK(finsam_compile(plan, "2022-02-30", 10, &engine, &result) == finsam_wrong_document);
    CHECK(engine == NULL);
    CHECK(tells(result, "not a date of the calendar"));
    CHECK(finsam_compile(plan, "2022-03-01", 10, &engine, &result) == finsam_done);
    CHECK(tells(result, "\"diagnostics\": []"));
    CHECK(finsam_free_plan(plan) == finsam_done); /* the engine has its own */
    return engine;
}

static void ask_about_one(finsam_engine const* engine)
{
    char const someone[] = "{\"municipality\": \"0136\", \"birth_date\": \"1999-05-05\",\n"
                           " \"disability\": true}";
    char const nobody[] = "{\"municipality\": 136, \"born\": \"1999\"}";
    finsam_options options = {sizeof options, 0, finsam_english, 0};
    finsam_result* result;
    CHECK(finsam_assess(engine, someone, sizeof someone - 1, &options, &result) == finsam_done);
    CHECK(tells(result, "{\"id\": \"lumena\", \"answer\": \"unknown\""));
    CHECK(finsam_assess(engine, nobody, sizeof nobody - 1, NULL, &result) == finsam_wrong_document);
    CHECK(tells(result, "\"errors\": 2"));
    options.size = 3;
    CHECK(finsam_assess(engine, someone, sizeof someone - 1, &options, &result) == finsam_wrong_use);
    CHECK(tells(result, "/options/size"));
}

static void ask_about_many(finsam_engine const* engine, char const* file)
{
    size_t length, count = 0;
    char* const text = read_file(file, &length);
    finsam_people* people;
    finsam_result* result;
    CHECK(finsam_parse_people(engine, text, length, finsam_json_lines, &people, &result)
          == finsam_done);
    CHECK(tells(result, "\"errors\": 0"));
    free(text);
    CHECK(finsam_count_people(people, &count) == finsam_done && count == 400);
    CHECK(finsam_assess_row(engine, people, 399, NULL, &result) == finsam_done);
    CHECK(tells(result, "\"person\": \"os-0400\""));
    CHECK(finsam_match(engine, people, "placement-2022", 14, NULL, &result) == finsam_done);
    CHECK(tells(result, "\"audit\": {\"ok\": true"));
    CHECK(finsam_gaps(engine, people, "follow-up-2022", 14, NULL, &result) == finsam_done);
    CHECK(tells(result, "\"between\": "));
    CHECK(finsam_match(engine, people, "placement-2023", 14, NULL, &result)
          == finsam_wrong_document);
    CHECK(tells(result, "\"code\": \"no_mandate\""));
    CHECK(finsam_free_people(people) == finsam_done);
}

static void give_columns(finsam_engine const* engine)
{
    int64_t const id_ends[] = {0, 1, 2};
    int64_t const code_ends[] = {0, 4};
    finsam_texts const ids = {sizeof ids, "ab", 2, id_ends, 3, NULL, 0};
    finsam_texts const codes = {sizeof codes, "0136", 4, code_ends, 2, NULL, 0};
    int32_t const municipality[] = {0, 0};
    uint8_t const works[] = {1, 0};
    uint8_t const known[] = {1}; /* whether the first works, not whether the second does */
    finsam_column const columns[] = {
        {sizeof(finsam_column), "municipality", 12, municipality, 4, 2, NULL, 0, NULL, 0, &codes},
        {sizeof(finsam_column), "in_work", 7, works, 1, 2, known, 1, NULL, 0, NULL}};
    finsam_columns table = {sizeof table, 2, NULL, columns, 2, NULL, 0, NULL, NULL};
    finsam_people* people;
    finsam_result* result;
    size_t count = 0;
    CHECK(finsam_people_from(engine, &table, &people, &result) == finsam_wrong_use);
    CHECK(people == NULL && tells(result, "`ids` is NULL"));
    table.ids = &ids;
    CHECK(finsam_people_from(engine, &table, &people, &result) == finsam_done);
    CHECK(tells(result, "\"errors\": 0"));
    CHECK(finsam_count_people(people, &count) == finsam_done && count == 2);
    CHECK(finsam_free_people(people) == finsam_done);
    table.people = 3;
    CHECK(finsam_people_from(engine, &table, &people, &result) == finsam_wrong_document);
    CHECK(tells(result, "is not as long as there are people"));
}

int main(int count, char** arguments)
{
    char const* version = NULL;
    size_t length = 0;
    finsam_engine* engine;
    CHECK(count == 3);
    CHECK(finsam_version(&version, &length) == finsam_done && strlen(version) == length);
    engine = compile(arguments[1]);
    ask_about_one(engine);
    ask_about_many(engine, arguments[2]);
    give_columns(engine);
    CHECK(finsam_free_engine(engine) == finsam_done);
    CHECK(finsam_free_engine(NULL) == finsam_done && finsam_free_plan(NULL) == finsam_done);
    CHECK(finsam_free_people(NULL) == finsam_done && finsam_free_result(NULL) == finsam_done);
    return 0;
}
