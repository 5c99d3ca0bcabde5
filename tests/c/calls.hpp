// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>
#include <finsam/finsam.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace finsam::testing_support {

struct freeing
{
    void operator()(finsam_plan* one) const { finsam_free_plan(one); }
    void operator()(finsam_engine* one) const { finsam_free_engine(one); }
    void operator()(finsam_people* one) const { finsam_free_people(one); }
    void operator()(finsam_result* one) const { finsam_free_result(one); }
};

template<class Handle>
using owned = std::unique_ptr<Handle, freeing>;

/// How a call went and what it told.
struct reply
{
    finsam_status status = finsam_failed;
    std::string document{};

    friend bool operator==(reply const&, reply const&) = default;
    friend std::ostream& operator<<(std::ostream& out, reply const& one)
    {
        return out << "status " << one.status << ": " << one.document;
    }
};

/// Calls call(result) and reads the result.
template<class Call>
reply reply_to(Call const& call)
{
    finsam_result* result = nullptr;
    reply one{.status = call(&result)};
    owned<finsam_result> const kept(result);
    char const* text = nullptr;
    std::size_t length = 0;
    if (finsam_text_of(result, &text, &length) == finsam_done)
        one.document.assign(text, length);
    return one;
}

/// The same for a call(handle, result) that makes something.
template<class Handle, class Call>
reply make(owned<Handle>& made, Call const& call)
{
    Handle* handle = nullptr;
    auto one = reply_to([&](finsam_result** result) { return call(&handle, result); });
    made.reset(handle);
    return one;
}

inline reply parse_plan_in_c(std::string_view text, owned<finsam_plan>& made)
{
    return make(made, [&](finsam_plan** plan, finsam_result** result) {
        return finsam_parse_plan(text.data(), text.size(), plan, result);
    });
}

inline reply compile_in_c(finsam_plan const* plan, std::string_view as_of,
                          owned<finsam_engine>& made)
{
    return make(made, [&](finsam_engine** engine, finsam_result** result) {
        return finsam_compile(plan, as_of.data(), as_of.size(), engine, result);
    });
}

/// An engine of a plan's text without errors.
inline owned<finsam_engine> engine_of(std::string_view plan_text, std::string_view as_of)
{
    owned<finsam_plan> plan;
    parse_plan_in_c(plan_text, plan);
    owned<finsam_engine> engine;
    compile_in_c(plan.get(), as_of, engine);
    return engine;
}

inline reply parse_people_in_c(finsam_engine const* engine, std::string_view text,
                               owned<finsam_people>& made, std::int32_t format = finsam_json_lines)
{
    return make(made, [&](finsam_people** people, finsam_result** result) {
        return finsam_parse_people(engine, text.data(), text.size(), format, people, result);
    });
}

inline reply people_from_in_c(finsam_engine const* engine, finsam_columns const& table,
                              owned<finsam_people>& made)
{
    return make(made, [&](finsam_people** people, finsam_result** result) {
        return finsam_people_from(engine, &table, people, result);
    });
}

inline reply assess_in_c(finsam_engine const* engine, std::string_view person,
                         finsam_options const* options = nullptr)
{
    return reply_to([&](finsam_result** result) {
        return finsam_assess(engine, person.data(), person.size(), options, result);
    });
}

inline reply assess_row_in_c(finsam_engine const* engine, finsam_people const* people,
                             std::size_t row, finsam_options const* options = nullptr)
{
    return reply_to([&](finsam_result** result) {
        return finsam_assess_row(engine, people, row, options, result);
    });
}

inline reply match_in_c(finsam_engine const* engine, finsam_people const* people,
                        std::string_view mandate, finsam_options const* options = nullptr)
{
    return reply_to([&](finsam_result** result) {
        return finsam_match(engine, people, mandate.data(), mandate.size(), options, result);
    });
}

inline reply gaps_in_c(finsam_engine const* engine, finsam_people const* people,
                       std::string_view mandate, finsam_options const* options = nullptr)
{
    return reply_to([&](finsam_result** result) {
        return finsam_gaps(engine, people, mandate.data(), mandate.size(), options, result);
    });
}

inline finsam_options options_in_c()
{
    return {.size = sizeof(finsam_options), .threads = 0, .language = finsam_swedish, .exact = 0};
}

inline std::string read_text(std::string const& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace finsam::testing_support
