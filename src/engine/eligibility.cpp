// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/eligibility.hpp>

#include <cstring>
#include <utility>

namespace finsam {

eligibility::eligibility(std::size_t people_asked, std::size_t groups, std::size_t asked)
    : people(people_asked)
    , memory_((groups + asked) * 2 * ((people_asked + 63) / 64) * 8)
{
    auto const column = [this](std::size_t question) {
        auto const* const yes = rails(question);
        return truth_column{{yes, words()}, {yes + words(), words()}};
    };
    for (std::size_t i = 0; i < groups; ++i)
        needs_groups.push_back(column(i));
    for (std::size_t i = 0; i < asked; ++i)
        interventions.push_back(column(groups + i));
}

eligibility::eligibility(eligibility const& other)
    : eligibility(other.people, other.needs_groups.size(), other.interventions.size())
{
    if (memory_.size() != 0)
        std::memcpy(memory_.own(), other.memory_.words(), memory_.size());
}

eligibility& eligibility::operator=(eligibility other) noexcept
{
    std::swap(people, other.people);
    needs_groups.swap(other.needs_groups);
    interventions.swap(other.interventions);
    std::swap(memory_, other.memory_);
    return *this;
}

} // namespace finsam
