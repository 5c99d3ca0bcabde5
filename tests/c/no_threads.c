/* SPDX-License-Identifier: BSL-1.0 */

/* no_threads PLAN: on a machine that has no thread left, what takes several fails and says so, and
   what takes one, or reads, is done. Ends with 0, or tells the line of the first thing that is not so. */

#include <finsam/finsam.h>

#include <errno.h>
#include <pthread.h>
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

static int asked = 0;

/* The library is given this one in place of the machine's. */
int pthread_create(pthread_t* thread, pthread_attr_t const* how, void* (*what)(void*), void* with)
{
    (void)thread, (void)how, (void)what, (void)with;
    ++asked;
    return EAGAIN;
}

int main(int count, char** arguments)
{
    enum
    {
        people_count = 40000,
        line_length = 39
    };
    static char text[1 << 20], lines[people_count * line_length + 1];
    finsam_options options = {sizeof options, 2, finsam_english, 0};
    finsam_plan* plan;
    finsam_engine* engine;
    finsam_people* people;
    finsam_result* result;
    char const* told;
    size_t length;
    int i;
    FILE* const file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    CHECK(file != NULL);
    length = fread(text, 1, sizeof text, file);
    fclose(file);
    for (i = 0; i < people_count; ++i)
        CHECK(sprintf(lines + i * line_length, "{\"id\":\"p%06d\",\"municipality\":\"0136\"}\n", i)
              == line_length);

    CHECK(finsam_parse_plan(text, length, &plan, &result) == finsam_done);
    finsam_free_result(result);
    CHECK(finsam_compile(plan, "2022-03-01", 10, &engine, &result) == finsam_done);
    finsam_free_result(result);
    finsam_free_plan(plan);
    CHECK(finsam_parse_people(engine, lines, people_count * line_length, finsam_json_lines, &people,
                              &result)
          == finsam_done);
    finsam_free_result(result);
    CHECK(asked > 0); /* reading needs none of them */

    asked = 0;
    CHECK(finsam_match(engine, people, "placement-2022", 14, &options, &result) == finsam_failed);
    CHECK(asked > 0);
    CHECK(finsam_text_of(result, &told, &length) == finsam_done);
    CHECK(strstr(told, "\"code\": \"failed\"") != NULL);
    finsam_free_result(result);
    CHECK(finsam_gaps(engine, people, "placement-2022", 14, &options, &result) == finsam_failed);
    finsam_free_result(result);

    asked = 0;
    options.threads = 1;
    CHECK(finsam_match(engine, people, "placement-2022", 14, &options, &result) == finsam_done);
    finsam_free_result(result);
    CHECK(finsam_gaps(engine, people, "placement-2022", 14, &options, &result) == finsam_done);
    finsam_free_result(result);
    CHECK(asked == 0);
    finsam_free_people(people);
    finsam_free_engine(engine);
    return 0;
}
