// SPDX-License-Identifier: BSL-1.0
#include "io/matching_reader.hpp"

#include <finsam/detail/calendar.hpp>

#include "io/certificate_reader.hpp"
#include "io/described_reader.hpp"
#include "io/position_reader.hpp"

#include <string>
#include <unordered_map>
#include <utility>

namespace finsam::io {
namespace {

class matching_reader
{
public:
    matching_reader(reader& in, engine const& compiled, people const& caseload)
        : in_(in)
        , compiled_(compiled)
        , plan_(compiled.agreed())
        , positions_(in, plan_)
    {
        rows_.reserve(caseload.size());
        for (std::size_t row = 0; row < caseload.size(); ++row)
            rows_.emplace(caseload.id(row), row);
        made_.proposed.people = caseload.size();
    }

    [[nodiscard]] matching_document operator()()
    {
        auto const& root = in_.source.root;
        place const here;
        if (!is_object(in_, root, here))
            return {};
        expected_keys keys(in_, root, here);
        if (auto const* value = keys.take("plan", presence::required))
            read_plan_id(*value, here.member("plan"));
        if (auto const* value = keys.take("as_of", presence::required))
            read_day(*value, here.member("as_of"));
        if (auto const* value = keys.take("mandate", presence::required))
            read(in_, *value, here.member("mandate"), made_.proposed.mandate);
        if (auto const* value = keys.take("policy", presence::required))
            read_policy(*value, here.member("policy"));
        if (auto const* value = keys.take("placements", presence::required)) {
            auto const there = here.member("placements");
            auto const& items = items_of(in_, *value, there);
            for (std::size_t i = 0; i < items.size(); ++i)
                read_placement(items[i], there.item(i));
        }
        // What else a result holds follows from the placements, or does not, without harm.
        for (auto const key :
             {"tier_uncertain", "waiting", "undetermined", "no_intervention", "counts", "audit"})
            static_cast<void>(keys.take(key, presence::optional));
        if (auto const* value = keys.take("certificate", presence::optional))
            made_.shown =
                read_certificate(in_, *value, here.member("certificate"), plan_, positions_);
        keys.report();
        return std::move(made_);
    }

private:
    void read_plan_id(node const& at, place const& here)
    {
        if (at.kind != json_kind::string)
            return in_.wrong_type(at, here, wanted::text);
        if (at.text != plan_.id)
            in_.bad_value(at, here, in_backticks(at.text) + " is another plan",
                          "the plan is " + in_backticks(plan_.id));
    }

    void read_day(node const& at, place const& here)
    {
        date day = compiled_.as_of();
        read(in_, at, here, day);
        if (day != compiled_.as_of())
            in_.bad_value(at, here, in_backticks(at.text) + " is another day",
                          "the rules are asked on " + detail::to_string(compiled_.as_of()));
    }

    void read_policy(node const& at, place const& here)
    {
        auto const agreed = plan_.matching.value_or(matching_terms{}).policy;
        made_.proposed.policy = agreed;
        read(in_, at, here, made_.proposed.policy);
        if (made_.proposed.policy != agreed)
            in_.bad_value(at, here, in_backticks(at.text) + " is not the policy of the plan",
                          "the plan says " + in_backticks(detail::name_of(agreed)));
    }

    void read_placement(node const& at, place const& here)
    {
        if (!is_object(in_, at, here))
            return;
        placement one;
        expected_keys keys(in_, at, here);
        if (auto const* value = keys.take("person", presence::required))
            read_person(*value, here.member("person"), one);
        std::optional<std::uint32_t> intervention;
        if (auto const* value = keys.take("intervention", presence::required))
            intervention = positions_.intervention(*value, here.member("intervention"));
        one.intervention = intervention.value_or(0);
        if (auto const* value = keys.take("pool", presence::required);
            value && value->kind != json_kind::null)
            one.pool = positions_.pool(*value, here.member("pool"), intervention);
        if (auto const* value = keys.take("choice", presence::optional);
            value && value->kind != json_kind::null)
            one.choice = positions_.number(*value, here.member("choice"), 1);
        if (auto const* value = keys.take("incumbent", presence::required))
            read(in_, *value, here.member("incumbent"), one.incumbent);
        if (auto const* value = keys.take("undetermined", presence::optional)) {
            auto const there = here.member("undetermined");
            auto const& items = items_of(in_, *value, there);
            for (std::size_t i = 0; i < items.size(); ++i)
                if (auto const found = positions_.intervention(items[i], there.item(i)))
                    one.undetermined.push_back(*found);
        }
        keys.report();
        made_.proposed.placements.push_back(std::move(one));
    }

    /// What was written is not repeated: it might be a personal number.
    void read_person(node const& at, place const& here, placement& one)
    {
        if (at.kind != json_kind::string)
            return in_.wrong_type(at, here, wanted::text);
        auto const found = rows_.find(at.text);
        if (found == rows_.end())
            return in_.complain(diagnostic_code::dangling_id, at.offset, here,
                                subject(here) + " is nobody's id among the people",
                                "the matching must be of the same people");
        one.person = found->second;
    }

    reader& in_;
    engine const& compiled_;
    plan const& plan_;
    position_reader positions_;
    std::unordered_map<std::string_view, std::size_t> rows_;
    matching_document made_;
};

} // namespace

matching_heading read_matching_heading(reader& in)
{
    matching_heading heading;
    auto const& root = in.source.root;
    place const here;
    if (!is_object(in, root, here))
        return heading;
    // Whatever else stands there is looked at when the plan is known.
    auto const take = [&](std::string_view key, auto& into) {
        if (auto const* value = find(root, key))
            read(in, *value, here.member(key), into);
        else
            in.complain(diagnostic_code::missing_key, root.offset, here,
                        in_backticks(key) + " is missing",
                        "a matching begins with `plan`, `as_of` and `mandate`");
    };
    take("plan", heading.plan);
    take("as_of", heading.as_of);
    take("mandate", heading.mandate);
    return heading;
}

matching_document read_matching(reader& in, engine const& compiled, people const& caseload)
{
    return matching_reader(in, compiled, caseload)();
}

} // namespace finsam::io
