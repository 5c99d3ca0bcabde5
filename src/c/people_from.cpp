// SPDX-License-Identifier: BSL-1.0
#include <finsam/columns.h>
#include <finsam/detail/suggest.hpp>
#include <finsam/engine/people.hpp>

#include "c/column_texts.hpp"
#include "c/fact_columns.hpp"
#include "c/growing.hpp"
#include "c/row_writer.hpp"
#include "io/person_reader.hpp"
#include "io/personal_number.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <memory>
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

/// What people wish and have, by row.
class wishes
{
public:
    wishes(engine const& compiled, finsam_columns const& given, c::mistakes& found)
        : compiled_(compiled)
        , found_(found)
    {
        for (auto const& one : compiled.agreed().interventions)
            ids_.push_back(one.id);
        if (given.placed != nullptr)
            placed_ = c::read_texts(given.placed, given.people, "placed", found);
        if (given.preferences != nullptr)
            lists_ = c::read_texts(given.preferences, given.people, "preferences", found);
    }

    /// Where the person has a place, or nothing.
    std::optional<std::uint32_t> placed(std::size_t row)
    {
        if (!placed_ || !placed_->is_there(row))
            return {};
        auto const pointer = "/placed/" + std::to_string(row);
        auto const found = named((*placed_)[row], "`placed`", pointer);
        if (found && compiled_.agreed().interventions[*found].kind == intervention_kind::structural)
            found_.complain(diagnostic_code::bad_value, pointer,
                            "`placed` is a structural intervention", "nobody has a place in one");
        return found;
    }

    /// The person's own list, there until the next is asked for, or nothing.
    std::optional<std::span<std::uint32_t const>> preferences(std::size_t row)
    {
        if (!lists_ || !lists_->is_there(row))
            return {};
        list_.clear();
        auto const pointer = "/preferences/" + std::to_string(row);
        auto rest = (*lists_)[row];
        for (bool more = !rest.empty(); more;) {
            auto const end = rest.find(';');
            more = end != rest.npos;
            if (auto const one = named(rest.substr(0, end), "an item of `preferences`", pointer)) {
                if (std::ranges::find(list_, *one) != list_.end())
                    found_.complain(diagnostic_code::duplicate_id, pointer,
                                    "an item of `preferences` stands there twice",
                                    "leave one of them out");
                list_.push_back(*one);
            }
            rest.remove_prefix(more ? end + 1 : rest.size());
        }
        return std::span<std::uint32_t const>{list_};
    }

private:
    std::optional<std::uint32_t> named(std::string_view id, std::string_view what,
                                       std::string const& pointer)
    {
        auto const at = std::ranges::find(ids_, id);
        if (at != ids_.end())
            return static_cast<std::uint32_t>(at - ids_.begin());
        found_.complain(diagnostic_code::dangling_id, pointer,
                        std::string(what) + " is no intervention of the plan",
                        detail::hint_for(id, ids_, "interventions"));
        return {};
    }

    engine const& compiled_;
    c::mistakes& found_;
    std::vector<std::string_view> ids_;
    std::optional<c::column_texts> placed_, lists_;
    std::vector<std::uint32_t> list_;
};

people read_columns(engine const& compiled, finsam_columns const& given)
{
    c::mistakes found;
    auto const ids = c::read_texts(given.ids, given.people, "ids", found);
    if (ids)
        check_ids(*ids, found);
    wishes wished(compiled, given, found);
    auto const facts = c::read_facts(compiled, given, found);

    people rows(compiled.facts());
    c::row_writer writer(rows, facts.fitted);
    for (std::size_t row = 0; row < given.people; ++row) {
        writer.write(row);
        auto const placed = wished.placed(row);
        if (placed && rows.writing().state(municipality_column) != fact_state::value)
            found.complain(diagnostic_code::missing_key, "/placed/" + std::to_string(row),
                           "`municipality` is missing", "who is placed somewhere needs one");
        rows.writing().finish((*ids)[row], wished.preferences(row), placed);
        rows.settle();
    }
    found.refuse_if_any();
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
