// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/rules/schema.hpp>

namespace finsam {

schema schema_of(plan const& agreed)
{
    schema vocabulary;
    vocabulary.columns.reserve(built_in_columns + agreed.facts.size());
    vocabulary.columns.push_back({.name = "municipality",
                                  .kind = fact_kind::code,
                                  .label = text{.sv = "kommun", .en = "municipality"}});
    vocabulary.columns.push_back({.name = "waiting_since",
                                  .kind = fact_kind::date,
                                  .label = text{.sv = "väntat sedan", .en = "waiting since"}});
    fact_declaration completed{
        .name = "completed",
        .kind = fact_kind::set,
        .label = text{.sv = "genomförda insatser", .en = "completed interventions"}};
    for (auto const& one : agreed.interventions)
        completed.values.push_back(one.id);
    vocabulary.columns.push_back(std::move(completed));
    vocabulary.columns.insert(vocabulary.columns.end(), agreed.facts.begin(), agreed.facts.end());
    return vocabulary;
}

std::vector<std::string> holders_of(plan const& agreed)
{
    std::vector<std::string> holders;
    for (auto const name : detail::names_of<party>())
        holders.emplace_back(name);
    for (auto const& one : agreed.others)
        holders.push_back(one.id);
    return holders;
}

std::optional<std::size_t> find_column(schema const& vocabulary, std::string_view name)
{
    for (std::size_t i = 0; i < vocabulary.columns.size(); ++i)
        if (vocabulary.columns[i].name == name)
            return i;
    return {};
}

} // namespace finsam
