// SPDX-License-Identifier: BSL-1.0
#include <finsam/columns.h>
#include <finsam/engine/people.hpp>

#include "c/column_texts.hpp"
#include "c/column_wishes.hpp"
#include "c/fact_columns.hpp"
#include "c/growing.hpp"
#include "c/row_writer.hpp"
#include "io/person_reader.hpp"
#include "io/personal_number.hpp"
#include "io/utf8.hpp"

#include <memory>
#include <optional>
#include <unordered_set>

using namespace finsam;

namespace {

// What a person's record says is not repeated in any message, as when people are read.

void check_ids(c::column_texts const& ids, c::mistakes& found)
{
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto const complain = [&](diagnostic_code code, std::string message, std::string hint) {
            found.complain(code, "/ids/" + std::to_string(i), std::move(message), std::move(hint));
        };
        auto const hint = std::string(io::hint_for_id);
        if (!ids.is_there(i))
            complain(diagnostic_code::missing_key, "`id` is missing", hint);
        else if (io::is_personal_number(ids[i]))
            complain(diagnostic_code::personal_number,
                     "`id` is a personal identity number or a coordination number",
                     "use a pseudonym");
        else if (auto const length = io::count_characters(ids[i]);
                 length < 1 || length > io::longest_person_id)
            complain(diagnostic_code::bad_value, "`id` must have 1 to 64 characters", hint);
        else if (!seen.insert(ids[i]).second)
            complain(diagnostic_code::duplicate_id, "another person above has the same `id`",
                     "each person has a pseudonym of their own");
    }
}

people read_columns(engine const& compiled, finsam_columns const& given)
{
    c::mistakes found;
    auto const ids = c::read_texts(given.ids, given.people, "ids", found);
    if (ids)
        check_ids(*ids, found);
    c::column_wishes const wished(compiled, given, found);
    auto const facts = c::read_facts(compiled, given, found);
    for (std::size_t row = 0; row < wished.placed().size(); ++row)
        if (wished.placed()[row] && facts.lacks_municipality(row))
            found.complain(diagnostic_code::missing_key, "/placed/" + std::to_string(row),
                           "`municipality` is missing", "who is placed somewhere needs one");
    found.refuse_if_any();

    people rows(compiled.facts());
    c::row_writer writer(rows, *facts.fitted);
    for (std::size_t row = 0; row < given.people; ++row) {
        writer.write(row);
        rows.writing().finish((*ids)[row], wished.preferences(row),
                              wished.placed().empty() ? std::nullopt : wished.placed()[row]);
        rows.settle();
    }
    return rows;
}

} // namespace

finsam_status finsam_people_from(finsam_engine const* engine, finsam_columns const* columns,
                                 finsam_people** people, finsam_result** result)
{
    return c::guarded(people, result, [&] {
        auto& out = c::given(people, "people");
        auto const& compiled = c::given(engine, "engine").compiled;
        auto const given = c::read_structure(&c::given(columns, "columns"), "");
        auto made =
            std::make_unique<finsam_people>(read_columns(compiled, given), compiled.agreed());
        c::give(result, to_json(diagnostics{}));
        out = made.release();
    });
}
