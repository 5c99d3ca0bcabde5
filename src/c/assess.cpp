// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>

#include "c/guarded.hpp"
#include "c/options.hpp"
#include "c/same_facts.hpp"
#include "io/personal_number.hpp"
#include "io/utf8.hpp"

#include <algorithm>

using namespace finsam;

namespace {

person read_person(finsam_engine const& with, std::string_view text)
{
    auto const document = io::parse_document(io::without_mark(text), "person");
    io::reader in{.source = document, .found = document.found};
    io::hide_personal_numbers(in.found);
    person someone;
    if (document.readable)
        someone = with.reader.read(in, document.root, {}, false);
    if (in.found.empty())
        return someone;
    std::ranges::stable_sort(in.found, {},
                             [](diagnostic const& one) { return std::pair(one.line, one.column); });
    diagnostics found;
    for (auto& one : in.found)
        add(found, std::move(one));
    throw document_error(std::move(found));
}

std::string told_about(engine const& compiled, person const& someone, language spoken)
{
    return to_json(compiled, someone, assess(compiled, someone), spoken);
}

} // namespace

finsam_status finsam_assess(finsam_engine const* engine, char const* person, size_t length,
                            finsam_options const* options, finsam_result** result)
{
    return c::guarded(result, [&] {
        auto const& with = c::given(engine, "engine");
        auto const text = c::given_text(person, length, "person");
        auto const wanted = c::read_options(options);
        c::give(result, told_about(with.compiled, read_person(with, text), wanted.spoken));
    });
}

finsam_status finsam_assess_row(finsam_engine const* engine, finsam_people const* people,
                                size_t row, finsam_options const* options, finsam_result** result)
{
    return c::guarded(result, [&] {
        auto const& compiled = c::given(engine, "engine").compiled;
        auto const& rows = c::same_facts(compiled, c::given(people, "people"));
        if (row >= rows.size())
            throw c::wrong_use{"/row", "there is no row " + std::to_string(row),
                               "there are " + std::to_string(rows.size()) + ", counted from 0"};
        auto const wanted = c::read_options(options);
        c::give(result, told_about(compiled, rows.row(row), wanted.spoken));
    });
}
