// SPDX-License-Identifier: BSL-1.0
#include "io/matching_reader.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/suggest.hpp>

#include "io/described_reader.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace finsam::io {
namespace {

constexpr std::size_t most_guesses = 1000;

/// Whether it is an object; if not, `in` is told.
bool is_object(reader& in, node const& at, place const& here)
{
    if (at.kind == json_kind::object)
        return true;
    in.wrong_type(at, here, "an object");
    return false;
}

/// The items of a list; none, and `in` is told, if it is not one.
std::vector<node> const& items_of(reader& in, node const& at, place const& here)
{
    if (at.kind != json_kind::array)
        in.wrong_type(at, here, "a list");
    return at.items;
}

class matching_reader
{
public:
    matching_reader(reader& in, engine const& compiled, people const& caseload)
        : in_(in)
        , compiled_(compiled)
        , plan_(compiled.agreed())
    {
        rows_.reserve(caseload.size());
        for (std::size_t row = 0; row < caseload.size(); ++row)
            rows_.emplace(caseload.id(row), row);
        for (auto const& one : plan_.interventions) {
            positions_.emplace(one.id, interventions_.size());
            interventions_.push_back(one.id);
        }
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
            read_certificate(*value, here.member("certificate"));
        keys.report();
        return std::move(made_);
    }

private:
    void read_plan_id(node const& at, place const& here)
    {
        if (at.kind != json_kind::string)
            return in_.wrong_type(at, here, "text");
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
        auto const agreed = terms().policy;
        made_.proposed.policy = agreed;
        read(in_, at, here, made_.proposed.policy);
        if (made_.proposed.policy != agreed)
            in_.bad_value(at, here, in_backticks(at.text) + " is not the policy of the plan",
                          "the plan says " + in_backticks(detail::name_of(agreed)));
    }

    [[nodiscard]] matching_terms terms() const { return plan_.matching.value_or(matching_terms{}); }

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
            intervention = intervention_named(*value, here.member("intervention"));
        one.intervention = intervention.value_or(0);
        if (auto const* value = keys.take("pool", presence::required);
            value && value->kind != json_kind::null)
            one.pool = read_pool(*value, here.member("pool"), intervention);
        if (auto const* value = keys.take("choice", presence::optional);
            value && value->kind != json_kind::null)
            one.choice = read_number(*value, here.member("choice"), 1);
        if (auto const* value = keys.take("incumbent", presence::required))
            read(in_, *value, here.member("incumbent"), one.incumbent);
        if (auto const* value = keys.take("undetermined", presence::optional)) {
            auto const there = here.member("undetermined");
            auto const& items = items_of(in_, *value, there);
            for (std::size_t i = 0; i < items.size(); ++i)
                if (auto const found = intervention_named(items[i], there.item(i)))
                    one.undetermined.push_back(*found);
        }
        keys.report();
        made_.proposed.placements.push_back(std::move(one));
    }

    /// What was written is not repeated: it might be a personal number.
    void read_person(node const& at, place const& here, placement& one)
    {
        if (at.kind != json_kind::string)
            return in_.wrong_type(at, here, "text");
        auto const found = rows_.find(at.text);
        if (found == rows_.end())
            return in_.complain(diagnostic_code::dangling_id, at.offset, here,
                                subject(here) + " is nobody's id among the people",
                                "the matching must be of the same people");
        one.person = found->second;
    }

    std::optional<std::uint32_t> intervention_named(node const& at, place const& here)
    {
        if (at.kind != json_kind::string) {
            in_.wrong_type(at, here, "text");
            return {};
        }
        auto const found = positions_.find(at.text);
        if (found == positions_.end()) {
            // Where so much is wrong that it is only counted, nobody reads a guess.
            in_.complain(diagnostic_code::dangling_id, at.offset, here,
                         subject(here) + " is no intervention of the plan",
                         in_.found.size() > most_guesses
                             ? ""
                             : detail::hint_for(at.text, interventions_, "interventions"));
            return {};
        }
        return static_cast<std::uint32_t>(found->second);
    }

    /// A whole number that is not below the least; it, if not.
    std::uint64_t read_number(node const& at, place const& here, std::uint64_t least)
    {
        auto number = static_cast<std::int64_t>(least);
        read(in_, at, here, number);
        if (number >= static_cast<std::int64_t>(least))
            return static_cast<std::uint64_t>(number);
        in_.bad_value(at, here, subject(here) + " must be at least " + std::to_string(least));
        return least;
    }

    /// A position in a list of so many.
    std::uint32_t read_position(node const& at, place const& here, std::size_t count,
                                std::string_view of)
    {
        auto const before = in_.found.size();
        auto const position = read_number(at, here, 0);
        if (in_.found.size() > before)
            return 0;
        if (position < count)
            return static_cast<std::uint32_t>(position);
        in_.bad_value(at, here, "there is no " + std::string(of) + ' ' + at.text,
                      count == 0 ? "there are none"
                                 : "they are counted from 0 to " + std::to_string(count - 1));
        return 0;
    }

    std::uint32_t read_pool(node const& at, place const& here,
                            std::optional<std::uint32_t> intervention)
    {
        // Without an intervention to have pools only the number can be wrong.
        return read_position(at, here,
                             intervention ? plan_.interventions[*intervention].places.size()
                                          : std::numeric_limits<std::uint32_t>::max(),
                             "pool");
    }

    void read_certificate(node const& at, place const& here)
    {
        if (!is_object(in_, at, here))
            return;
        auto& shown = made_.shown.emplace();
        expected_keys keys(in_, at, here);
        auto const lines = [&](std::string_view key, bool wanted, auto read_line) {
            auto const* value =
                keys.take(key, wanted ? presence::required : presence::refused,
                          "the certificate of `" + std::string(detail::name_of(terms().policy))
                              + "` has none");
            if (!value)
                return;
            auto const there = here.member(key);
            auto const& items = items_of(in_, *value, there);
            for (std::size_t i = 0; i < items.size(); ++i)
                if (is_object(in_, items[i], there.item(i)))
                    read_line(items[i], there.item(i));
        };
        auto const agreed = terms().policy;
        if (agreed == policy::coverage)
            shown.closings.emplace();
        else if (agreed == policy::fit)
            shown.prices.emplace();
        else
            shown.cutoffs.emplace();
        lines("cutoffs", shown.cutoffs.has_value(), [&](node const& line, place const& there) {
            shown.cutoffs->push_back(read_cutoff(line, there));
        });
        lines("closings", shown.closings.has_value(), [&](node const& line, place const& there) {
            shown.closings->push_back(read_closing(line, there));
        });
        lines("prices", shown.prices.has_value(), [&](node const& line, place const& there) {
            shown.prices->push_back(read_price(line, there));
        });
        keys.report();
    }

    /// The pool of a line of the certificate.
    template<class Line>
    pool const* read_place(expected_keys& keys, place const& here, Line& line)
    {
        std::optional<std::uint32_t> intervention;
        if (auto const* value = keys.take("intervention", presence::required))
            intervention = intervention_named(*value, here.member("intervention"));
        line.intervention = intervention.value_or(0);
        if (auto const* value = keys.take("pool", presence::required))
            line.pool = read_pool(*value, here.member("pool"), intervention);
        if (!intervention || line.pool >= plan_.interventions[*intervention].places.size())
            return nullptr;
        return &plan_.interventions[*intervention].places[line.pool];
    }

    pool_cutoff read_cutoff(node const& at, place const& here)
    {
        pool_cutoff line;
        expected_keys keys(in_, at, here);
        auto const* pool = read_place(keys, here, line);
        if (auto const* value = keys.take("reserves", presence::required)) {
            auto const there = here.member("reserves");
            auto const& items = items_of(in_, *value, there);
            for (std::size_t i = 0; i < items.size(); ++i)
                line.reserves.push_back(read_position(
                    items[i], there.item(i),
                    pool ? pool->reserved.size() : std::numeric_limits<std::uint32_t>::max(),
                    "reserve"));
        }
        auto const before = in_.found.size();
        auto const* admits = keys.take("admits", presence::required);
        if (admits)
            read(in_, *admits, here.member("admits"), line.admits);
        // While it is not known whom it admits, nothing is demanded or refused for it.
        auto const wanted = !admits || in_.found.size() > before ? presence::optional
                            : line.admits == admission::until    ? presence::required
                                                                 : presence::refused;
        if (auto const* value =
                keys.take("last", wanted, "only what admits `until` somebody has a last one"))
            read_mark(*value, here.member("last"), line.last.emplace());
        keys.report();
        return line;
    }

    pool_closing read_closing(node const& at, place const& here)
    {
        pool_closing line;
        expected_keys keys(in_, at, here);
        static_cast<void>(read_place(keys, here, line));
        if (auto const* value = keys.take("since", presence::required))
            read_mark(*value, here.member("since"), line.since);
        keys.report();
        return line;
    }

    pool_price read_price(node const& at, place const& here)
    {
        pool_price line;
        expected_keys keys(in_, at, here);
        static_cast<void>(read_place(keys, here, line));
        if (auto const* value = keys.take("person", presence::required);
            value && value->kind != json_kind::null)
            read_placed(*value, here.member("person"), line.person.emplace());
        if (auto const* value = keys.take("positions", presence::required))
            read(in_, *value, here.member("positions"), line.positions);
        keys.report();
        return line;
    }

    void read_placed(node const& at, place const& here, placed_person& one)
    {
        if (!is_object(in_, at, here))
            return;
        expected_keys keys(in_, at, here);
        read_tier(keys, here, one.tier);
        keys.report();
    }

    void read_tier(expected_keys& keys, place const& here, std::optional<std::int64_t>& tier)
    {
        if (auto const* value = keys.take("tier", presence::required);
            value && value->kind != json_kind::null)
            read(in_, *value, here.member("tier"), tier.emplace());
    }

    void read_mark(node const& at, place const& here, turn_mark& mark)
    {
        if (!is_object(in_, at, here))
            return;
        expected_keys keys(in_, at, here);
        read_tier(keys, here, mark.tier);
        if (auto const* value = keys.take("buckets", presence::required))
            mark.buckets =
                static_cast<std::int64_t>(read_number(*value, here.member("buckets"), 0));
        if (auto const* value = keys.take("tie", presence::required))
            read_tie(*value, here.member("tie"), mark.tie);
        keys.report();
    }

    void read_tie(node const& at, place const& here, std::uint64_t& tie)
    {
        if (at.kind != json_kind::string)
            return in_.wrong_type(at, here, "text");
        auto const* end = at.text.data() + at.text.size();
        if (at.text.size() != 16 || std::from_chars(at.text.data(), end, tie, 16).ptr != end)
            in_.bad_value(at, here, in_backticks(at.text) + " is no tie number",
                          "it is written as 16 hexadecimal digits");
    }

    reader& in_;
    engine const& compiled_;
    plan const& plan_;
    std::unordered_map<std::string_view, std::size_t> rows_;
    std::unordered_map<std::string_view, std::size_t> positions_;
    std::vector<std::string_view> interventions_;
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
