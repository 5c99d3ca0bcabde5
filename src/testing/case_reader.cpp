// SPDX-License-Identifier: BSL-1.0
#include "testing/case_reader.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/suggest.hpp>

#include "io/described_reader.hpp"
#include "io/person_reader.hpp"
#include "testing/find_question.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace finsam {
namespace {

using io::expected_keys;
using io::is_object;
using io::json_kind;
using io::place;
using io::presence;
using io::reader;

/// Whether an answer may be an object that says more than the word.
enum class details
{
    refused,
    allowed
};

class cases_reader
{
public:
    cases_reader(reader& in, engine const& compiled)
        : in_{in}
        , compiled_{compiled}
        , people_{compiled.agreed()}
    {
        for (auto const& column : compiled.facts().columns)
            facts_.push_back(column.name);
    }

    [[nodiscard]] test_case read(io::node const& at, place const& here)
    {
        test_case one;
        if (!is_object(in_, at, here))
            return one;
        expected_keys keys(in_, at, here);
        if (auto const* value = keys.take("name", presence::required))
            io::read(in_, *value, here.member("name"), one.name);
        if (auto const* value = keys.take("person", presence::required))
            one.someone = people_.read(in_, *value, here.member("person"), false);
        if (auto const* value = keys.take("expect", presence::required))
            read_expected(*value, here.member("expect"), one);
        keys.report();
        return one;
    }

private:
    void read_expected(io::node const& at, place const& here, test_case& one)
    {
        if (!is_object(in_, at, here))
            return;
        if (at.members.empty())
            in_.complain(diagnostic_code::missing_key, at.offset, here, "nothing is expected",
                         "name `interventions`, `needs_groups` or `tier`");
        expected_keys keys(in_, at, here);
        if (auto const* value = keys.take("interventions", presence::optional))
            one.interventions = read_answers(
                compiled_.agreed().interventions, compiled_.interventions(), "interventions",
                details::allowed, *value, here.member("interventions"));
        if (auto const* value = keys.take("needs_groups", presence::optional))
            one.needs_groups =
                read_answers(compiled_.agreed().needs_groups, compiled_.needs_groups(),
                             "needs groups", details::refused, *value, here.member("needs_groups"));
        if (auto const* value = keys.take("tier", presence::optional)) {
            one.tier.emplace();
            if (value->kind != json_kind::null)
                io::read(in_, *value, here.member("tier"), one.tier->emplace());
        }
        keys.report();
    }

    template<class Things>
    std::vector<expected_answer>
    read_answers(Things const& things, std::vector<question> const& asked, std::string_view what,
                 details more, io::node const& at, place const& here)
    {
        std::vector<expected_answer> all;
        if (!is_object(in_, at, here))
            return all;
        for (auto const& [id, offset, value] : at.members) {
            auto const there = here.member(id);
            auto& one = all.emplace_back();
            one.position = position_of(things, asked, what, id, offset, there);
            if (more == details::allowed && value.kind == json_kind::object)
                read_details(value, there, one);
            else
                io::read(in_, value, there, one.answer);
        }
        return all;
    }

    void read_details(io::node const& at, place const& here, expected_answer& one)
    {
        expected_keys keys(in_, at, here);
        if (auto const* value = keys.take("answer", presence::required))
            io::read(in_, *value, here.member("answer"), one.answer);
        if (auto const* value = keys.take("missing", presence::optional))
            read_facts(*value, here.member("missing"), one.missing.emplace());
        if (auto const* value = keys.take("withheld", presence::optional))
            read_facts(*value, here.member("withheld"), one.withheld.emplace());
        if (auto const* value = keys.take("reasons", presence::optional))
            io::read(in_, *value, here.member("reasons"), one.reasons.emplace());
        keys.report();
    }

    void read_facts(io::node const& at, place const& here, std::vector<std::string>& out)
    {
        io::read(in_, at, here, out);
        for (std::size_t i = 0; i < out.size(); ++i)
            if (at.items[i].kind == json_kind::string
                && std::ranges::find(facts_, out[i]) == facts_.end())
                in_.complain(diagnostic_code::dangling_id, at.items[i].offset, here.item(i),
                             "no fact is named " + io::in_backticks(out[i]),
                             detail::hint_for(out[i], facts_, "facts"));
    }

    /// Where the id stands among the questions that are asked; 0, and `in` is told, if nowhere.
    template<class Things>
    std::size_t position_of(Things const& things, std::vector<question> const& asked,
                            std::string_view what, std::string const& id, std::size_t offset,
                            place const& here)
    {
        auto found = find_question(things, asked, what, id, compiled_.as_of());
        if (found.position)
            return *found.position;
        in_.complain(found.code, offset, here, std::move(found.message), std::move(found.hint));
        return 0;
    }

    reader& in_;
    engine const& compiled_;
    io::person_reader people_;
    std::vector<std::string> facts_;
};

} // namespace

case_heading read_heading(reader& in)
{
    case_heading heading;
    auto const& root = in.source.root;
    place const here;
    if (!is_object(in, root, here))
        return heading;
    expected_keys keys(in, root, here);
    auto const whole = [&](auto const& read_it) {
        auto const before = in.found.size();
        read_it();
        return in.found.size() == before;
    };
    if (auto const* value = keys.take("plan", presence::required)) {
        std::string plan;
        if (whole([&] { io::read(in, *value, here.member("plan"), plan); }))
            heading.plan = plan;
    }
    if (auto const* value = keys.take("as_of", presence::required)) {
        date as_of{};
        if (whole([&] { io::read(in, *value, here.member("as_of"), as_of); }))
            heading.as_of = as_of;
        heading.as_of_at = value->offset;
    }
    if (auto const* value = keys.take("cases", presence::required))
        if (value->kind != json_kind::array)
            in.wrong_type(*value, here.member("cases"), io::wanted::list);
    keys.report();
    return heading;
}

std::vector<test_case> read_cases(reader& in, engine const& compiled)
{
    std::vector<test_case> all;
    place const here;
    auto const cases = here.member("cases");
    auto const* list = io::find(in.source.root, "cases");
    if (list == nullptr)
        return all;
    cases_reader reading(in, compiled);
    for (std::size_t i = 0; i < list->items.size(); ++i)
        all.push_back(reading.read(list->items[i], cases.item(i)));
    return all;
}

} // namespace finsam
