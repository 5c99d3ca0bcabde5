// SPDX-License-Identifier: BSL-1.0
#include "audit_places.hpp"

#include <string_view>
#include <unordered_map>

namespace finsam::audited {

place_list::place_list(engine const& compiled, people const& caseload)
    : agreed_(compiled.agreed())
    , served_(1)
{
    std::unordered_map<std::string_view, std::size_t> homes;
    for (auto const& code : agreed_.association.area)
        if (homes.emplace(code, served_.size()).second)
            served_.emplace_back();
    auto const& codes = caseload.codes(municipality_column);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        auto const home = homes.find(codes[i]);
        home_of_.push_back(home == homes.end() ? 0 : home->second);
    }

    for (std::uint32_t i = 0; i < agreed_.interventions.size(); ++i) {
        auto rest = nothing; // serves those of the area whom no other pool serves
        auto const& places = agreed_.interventions[i].places;
        for (auto const& one : places) {
            auto const place = static_cast<std::uint32_t>(intervention_.size());
            intervention_.push_back(i);
            if (!one.municipalities) {
                rest = place;
                continue;
            }
            for (auto const& code : *one.municipalities) {
                auto const home = homes.find(code);
                if (home == homes.end())
                    continue;
                auto& around = served_[home->second];
                if (around.empty() || around.back().intervention != i)
                    around.push_back({i, place});
            }
        }
        if (rest != nothing)
            for (auto around = served_.begin() + 1; around != served_.end(); ++around)
                if (around->empty() || around->back().intervention != i)
                    around->push_back({i, rest});
        first_.push_back(static_cast<std::uint32_t>(intervention_.size()));
    }
}

} // namespace finsam::audited
