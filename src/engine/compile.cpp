// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/compile.hpp>
#include <finsam/rules/check.hpp>

#include "lower.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <utility>

namespace finsam {

std::optional<std::uint32_t> engine::pool_for(std::size_t intervention,
                                              std::string_view municipality) const
{
    BOOST_ASSERT(intervention < plan_.interventions.size());
    if (!in_area(municipality))
        return {};
    auto const& places = plan_.interventions[intervention].places;
    std::optional<std::uint32_t> rest;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        auto const& named = places[i].municipalities;
        if (!named)
            rest = i;
        else if (std::find(named->begin(), named->end(), municipality) != named->end())
            return i;
    }
    return rest;
}

bool engine::in_area(std::string_view municipality) const
{
    auto const& area = plan_.association.area;
    return std::find(area.begin(), area.end(), municipality) != area.end();
}

result<engine> compile(plan agreed, date as_of)
{
    if (auto found = check(agreed, as_of); found.errors > 0) {
        std::erase_if(found.list, [](auto const& one) { return one.severity != severity::error; });
        found.warnings = 0;
        return found;
    }
    engine made;
    made.plan_ = std::move(agreed);
    made.as_of_ = as_of;
    made.schema_ = schema_of(made.plan_);
    made.program_ = lower(made.plan_, made.schema_, as_of);
    made.circuit_ = make_circuit(made.program_);
    made.questionnaire_ = make_questionnaire(made.program_, made.schema_);
    return made;
}

} // namespace finsam
