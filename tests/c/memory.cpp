// SPDX-License-Identifier: BSL-1.0
#include <finsam/columns.h>
#include <finsam/finsam.h>
#include <finsam/io/plan.hpp>

#include "c/caller_columns.hpp"
#include "c/calls.hpp"
#include "c/scarce_memory.hpp"
#include "support/random_plan.hpp"

#include <gmock/gmock.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr std::string_view without_memory =
    R"({"errors": 1, "warnings": 0, "diagnostics": [{"severity": "error", "code": "no_memory", )"
    R"("pointer": "", "line": 0, "column": 0, "message": "there is not enough memory", "hint": ""}]})";

/// Calls call(result) with room for no allocation, for one, two … until it is done; whatever it
/// made is given back by again(). Returns: how often there was not enough.
template<class Call, class Again>
std::size_t without_enough(Call const& call, Again const& again)
{
    for (std::size_t allowed = 0;; ++allowed) {
        finsam_result* result = nullptr;
        allow_allocations(allowed);
        auto const status = call(&result);
        allow_all_allocations();
        char const* text = nullptr;
        std::size_t length = 0;
        EXPECT_EQ(finsam_text_of(result, &text, &length), finsam_done);
        std::string const document(text, length);
        EXPECT_EQ(finsam_free_result(result), finsam_done);
        again(status);
        if (status == finsam_done)
            return allowed;
        EXPECT_EQ(status, finsam_no_memory);
        EXPECT_EQ(document, without_memory);
        if (::testing::Test::HasFailure())
            return allowed;
    }
}

template<class Handle, class Call>
std::size_t without_enough_to_make(owned<Handle>& made, Call const& call)
{
    Handle* handle = nullptr;
    auto const count = without_enough(
        [&](finsam_result** result) { return call(&handle, result); },
        [&](finsam_status status) { EXPECT_EQ(handle == nullptr, status != finsam_done); });
    made.reset(handle);
    return count;
}

TEST(MemoryInC, IsMissedInEveryCallAndTold)
{
    dice roll(82);
    auto const compiled = compile(random_plan(roll), 2010y / June / 1).value();
    auto const text = write_plan(compiled.agreed());
    constexpr std::string_view someone = R"({"id":"a","municipality":"9701","completed":[]})";

    owned<finsam_plan> plan;
    EXPECT_GT(without_enough_to_make(plan,
                                     [&](auto** made, auto** result) {
                                         return finsam_parse_plan(text.data(), text.size(), made,
                                                                  result);
                                     }),
              100u);
    owned<finsam_engine> engine;
    EXPECT_GT(without_enough_to_make(engine,
                                     [&](auto** made, auto** result) {
                                         return finsam_compile(plan.get(), "2010-06-01", 10, made,
                                                               result);
                                     }),
              100u);
    owned<finsam_people> people;
    EXPECT_GT(without_enough_to_make(people,
                                     [&](auto** made, auto** result) {
                                         return finsam_parse_people(
                                             engine.get(), someone.data(), someone.size(),
                                             finsam_json_lines, made, result);
                                     }),
              10u);
    caller_columns const columns(compiled, random_consenting(roll, compiled, 20));
    owned<finsam_people> from_columns;
    EXPECT_GT(without_enough_to_make(from_columns,
                                     [&](auto** made, auto** result) {
                                         return finsam_people_from(engine.get(), &columns.table(),
                                                                   made, result);
                                     }),
              10u);

    auto const nothing_made = [](finsam_status) {};
    EXPECT_GT(without_enough(
                  [&](auto** result) {
                      return finsam_assess(engine.get(), someone.data(), someone.size(), nullptr,
                                           result);
                  },
                  nothing_made),
              10u);
    EXPECT_GT(without_enough(
                  [&](auto** result) {
                      return finsam_assess_row(engine.get(), from_columns.get(), 3, nullptr,
                                               result);
                  },
                  nothing_made),
              10u);
    auto options = options_in_c();
    options.threads = 1; // another thread has memory enough
    auto const& mandate = compiled.agreed().mandates[0].id;
    for (auto* const ask : {finsam_match, finsam_gaps})
        EXPECT_GT(without_enough(
                      [&](auto** result) {
                          return ask(engine.get(), from_columns.get(), mandate.data(),
                                     mandate.size(), &options, result);
                      },
                      nothing_made),
                  10u);
}

} // namespace
} // namespace finsam
