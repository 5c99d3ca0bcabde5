// SPDX-License-Identifier: BSL-1.0
#include "rules/checking.hpp"

namespace finsam::checking {

namespace {

/// The narrowest of the places where a parameter stands, from below and from above.
struct narrowest
{
    parameter_use const* below = nullptr;
    parameter_use const* above = nullptr;

    void enter(parameter_use const& use)
    {
        if (!below || use.allowed.least > below->allowed.least)
            below = &use;
        if (!above || use.allowed.most < above->allowed.most)
            above = &use;
    }
};

} // namespace

void check_parameter_fit(state& in)
{
    std::vector<narrowest> places(in.parameters.names.size());
    for (auto const* bodies : {&in.rule_bodies, &in.group_bodies, &in.intervention_bodies})
        for (auto const& body : *bodies)
            for (auto const& use : body.parameters)
                if (auto const number = in.parameters.find(use.parameter))
                    places[*number].enter(use);

    for (std::size_t number = 0; number < places.size(); ++number) {
        auto const& [below, above] = places[number];
        if (!below || in.parameters.places[number].size() > 1)
            continue;
        auto const place = in.parameters.places[number].front();
        auto const& values = in.agreed.parameters[place].values;
        for (std::size_t j = 0; j < values.size(); ++j) {
            auto const value = values[j].value;
            auto const* wrong = value < below->allowed.least  ? below
                                : value > above->allowed.most ? above
                                                              : nullptr;
            if (wrong)
                in.tell(diagnostic_code::bad_value,
                        under("/parameters", place, "values", j, "value"),
                        backticked(value) + " does not fit where " + backticked(wrong->parameter)
                            + " stands",
                        "at " + wrong->pointer + " " + in_words(wrong->allowed));
        }
    }
}

} // namespace finsam::checking
