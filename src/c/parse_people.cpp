// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>
#include <finsam/io/snapshot.hpp>

#include "c/guarded.hpp"

#include <memory>

using namespace finsam;

namespace {

people_format read_format(std::int32_t format)
{
    if (format == finsam_json_lines)
        return people_format::json_lines;
    if (format == finsam_csv)
        return people_format::csv;
    throw c::wrong_use{"/people_format", std::to_string(format) + " is no format of people",
                       "it is `finsam_json_lines` or `finsam_csv`"};
}

} // namespace

finsam_status finsam_parse_people(finsam_engine const* engine, char const* text, size_t length,
                                  int32_t people_format, finsam_people** people,
                                  finsam_result** result)
{
    return c::guarded(people, result, [&] {
        auto& out = c::given(people, "people");
        auto const& agreed = c::given(engine, "engine").compiled.agreed();
        auto const document = c::given_text(text, length, "text");
        auto const format = read_format(people_format);
        auto read = is_snapshot(document) ? parse_snapshot(agreed, document)
                                          : parse_people(agreed, document, format);
        if (!read)
            throw document_error(read.error());
        auto made = std::make_unique<finsam_people>(std::move(*read), agreed);
        c::give(result, to_json(diagnostics{}));
        out = made.release();
    });
}

finsam_status finsam_count_people(finsam_people const* people, size_t* count)
{
    if (people == nullptr || count == nullptr)
        return finsam_wrong_use;
    *count = people->rows.size();
    return finsam_done;
}
