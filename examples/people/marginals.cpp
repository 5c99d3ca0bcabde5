// SPDX-License-Identifier: BSL-1.0
#include "marginals.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/rules/schema.hpp>

#include "read_variable.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace invented {
namespace {

namespace json = boost::json;

variable fact_of(finsam::fact_declaration const& declared)
{
    using enum finsam::fact_kind;
    switch (declared.kind) {
    case boolean:
        return {.key = declared.name, .as = written::boolean, .words = {"false", "true"}};
    case integer:
        return {.key = declared.name, .as = written::number};
    case date:
        return {.key = declared.name, .as = written::date};
    case choice:
    case code:
        return {.key = declared.name, .as = written::word, .words = declared.values};
    case set:
        return {.key = declared.name, .as = written::set, .words = declared.values};
    }
    return {};
}

void read_facts(variable_reader& add, json::value const& from, marginals& to)
{
    auto const& facts = object(from, "/facts");
    for (auto const& [key, value] : facts) {
        auto const at = "/facts/" + std::string(key);
        auto const declared = std::ranges::find(to.plan.facts, std::string_view(key),
                                                &finsam::fact_declaration::name);
        if (declared == to.plan.facts.end())
            refuse(at, "the plan has no such fact");
        add.add(fact_of(*declared), value, at, declared->kind == finsam::fact_kind::code);
    }
    for (auto const& declared : to.plan.facts)
        if (!facts.contains(declared.name))
            refuse("/facts", "lacks " + in_ticks(declared.name) + ", a fact of the plan");
}

std::vector<std::string> interventions(finsam::plan const& agreed, bool structural)
{
    std::vector<std::string> ids;
    for (auto const& one : agreed.interventions)
        if (structural || one.kind == finsam::intervention_kind::individual)
            ids.push_back(one.id);
    return ids;
}

void find_served(marginals& to)
{
    auto const compiled = finsam::compile(to.plan, to.as_of).value();
    auto const& places = to.variables[to.placed].words;
    auto const& codes = to.variables[to.municipality].words;
    for (auto const& id : places) {
        auto const found = std::ranges::find(to.plan.interventions, id, &finsam::intervention::id);
        auto const at = static_cast<std::size_t>(found - to.plan.interventions.begin());
        auto& served = to.served.emplace_back();
        for (auto const& code : codes)
            served.push_back(compiled.pool_for(at, code).has_value());
    }
}

} // namespace

marginals read_marginals(std::filesystem::path const& file)
{
    std::ifstream opened(file, std::ios::binary);
    if (!opened)
        throw std::runtime_error("cannot be read");
    std::string const all{std::istreambuf_iterator<char>(opened), {}};
    boost::system::error_code wrong;
    auto const parsed = json::parse(all, wrong);
    if (wrong)
        throw std::runtime_error(wrong.message());

    auto const& from = object(parsed, "");
    refuse_others(from, "",
                  {"plan", "as_of", "prefix", "people", "seed", "source", "municipality", "hidden",
                   "facts", "completed", "waiting_since", "consents", "placed", "preferences"});
    marginals to;
    auto const named = [&](std::string_view key) -> json::value const& {
        return member(from, key, "");
    };
    to.plan = finsam::read_plan(file.parent_path() / text(named("plan"), "/plan")).value();
    auto const as_of = finsam::detail::parse_date(text(named("as_of"), "/as_of"));
    if (!as_of)
        refuse("/as_of", "must be a date");
    to.as_of = *as_of;
    to.prefix = text(named("prefix"), "/prefix");
    to.people = static_cast<std::size_t>(whole_number(named("people"), "/people", 1, 10'000'000));
    to.seed = static_cast<std::uint64_t>(whole_number(named("seed"), "/seed", 0, INT64_MAX));

    variable_reader add(to.variables);
    to.municipality =
        add.add({.key = "municipality"}, named("municipality"), "/municipality", true);
    if (auto const* const hidden = from.if_contains("hidden"))
        for (auto const& [key, value] : object(*hidden, "/hidden"))
            add.add({.key = key, .hidden = true}, value, "/hidden/" + std::string(key), true);
    read_facts(add, named("facts"), to);
    add.add({.key = "completed", .as = written::set, .words = interventions(to.plan, true)},
            named("completed"), "/completed");
    add.add({.key = "waiting_since", .as = written::date}, named("waiting_since"),
            "/waiting_since");
    add.add({.key = "consents", .as = written::set, .words = finsam::holders_of(to.plan)},
            named("consents"), "/consents");
    auto const individual = interventions(to.plan, false);
    to.placed = add.add({.key = "placed", .words = individual}, named("placed"), "/placed");
    add.add({.key = "preferences", .as = written::list, .words = individual}, named("preferences"),
            "/preferences");
    find_served(to);
    return to;
}

} // namespace invented
