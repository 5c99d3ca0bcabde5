// SPDX-License-Identifier: BSL-1.0
#include "round_kinds.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace finsam {
namespace {

class kind_maker
{
public:
    kind_maker(engine const& compiled, people const& caseload, eligibility const& eligible,
               matching_round& made)
        : compiled_(compiled)
        , caseload_(caseload)
        , eligible_(eligible)
        , made_(made)
    {}

    [[nodiscard]] questions_by_home operator()()
    {
        note_incumbents();
        make_kinds();
        make_groups();
        return questions();
    }

private:
    /// They hold seats whether or not their intervention is in force.
    void note_incumbents()
    {
        for (std::size_t row = 0; row < caseload_.size(); ++row)
            if (auto const place = caseload_.placed(row))
                if (auto const pool = pool_of_incumbent(compiled_, caseload_, row))
                    ++taken_[{*place, *pool}];
    }

    void make_kinds()
    {
        auto const& offered = compiled_.agreed().interventions;
        std::vector<std::uint32_t> in_order(compiled_.interventions().size());
        std::iota(in_order.begin(), in_order.end(), std::uint32_t{0});
        std::sort(in_order.begin(), in_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return offered[compiled_.interventions()[a].index].id
                   < offered[compiled_.interventions()[b].index].id;
        });
        first_kind_.resize(in_order.size());
        for (auto const question : in_order) {
            auto const index = compiled_.interventions()[question].index;
            first_kind_[question] = static_cast<std::uint32_t>(made_.kinds.size());
            auto const& places = offered[index].places;
            for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
                auto const held = taken_.find({index, pool});
                auto& kind = made_.kinds.emplace_back(place_kind{
                    .intervention = index,
                    .pool = pool,
                    .free = places[pool].count - (held == taken_.end() ? 0 : held->second),
                    .reserved = &places[pool].reserved});
                for (auto const& one : places[pool].reserved)
                    kind.groups.push_back(group_of(one.needs_group));
            }
        }
    }

    [[nodiscard]] questions_by_home questions() const
    {
        auto const& codes = caseload_.codes(municipality_column);
        questions_by_home asked(home_of_code(codes.size()));
        std::vector<std::size_t> area;
        for (auto const& code : compiled_.agreed().association.area)
            if (auto const number = codes.find(code))
                area.push_back(home_of_code(static_cast<std::size_t>(*number)));
        auto const add = [&](std::size_t home, asked_question one) {
            // Pools name different municipalities, and the one that names none comes last.
            auto& open = asked[home];
            if (open.empty() || open.back().question != one.question)
                open.push_back(one);
        };
        for (std::uint32_t i = 0; i < compiled_.interventions().size(); ++i) {
            asked[home_without_code()].push_back({i, no_kind});
            auto const& places =
                compiled_.agreed().interventions[compiled_.interventions()[i].index].places;
            auto rest = no_kind;
            for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
                auto const kind = first_kind_[i] + pool;
                if (!places[pool].municipalities) {
                    rest = kind;
                    continue;
                }
                for (auto const& code : *places[pool].municipalities)
                    if (auto const number = codes.find(code))
                        add(home_of_code(static_cast<std::size_t>(*number)), {i, kind});
            }
            if (rest != no_kind)
                for (auto const home : area)
                    add(home, {i, rest});
        }
        return asked;
    }

    /// The position among the needs groups that reserves name; each gets a bit.
    std::uint32_t group_of(std::string_view id)
    {
        auto const [known, is_new] = groups_.try_emplace(id, no_kind);
        if (is_new)
            for (std::uint32_t i = 0; i < compiled_.needs_groups().size(); ++i)
                if (compiled_.agreed().needs_groups[compiled_.needs_groups()[i].index].id == id) {
                    known->second = static_cast<std::uint32_t>(in_group_.size());
                    in_group_.push_back(&eligible_.needs_groups[i]);
                }
        return known->second;
    }

    void make_groups()
    {
        auto const words = made_.group_words = (in_group_.size() + 63) / 64;
        made_.group_bits.assign(words * caseload_.size(), 0);
        for (std::size_t i = 0; i < in_group_.size(); ++i)
            for (std::size_t row = 0; row < caseload_.size(); ++row)
                made_.group_bits[row * words + i / 64] |=
                    (in_group_[i]->yes[row / 64] >> row % 64 & 1) << i % 64;
    }

    engine const& compiled_;
    people const& caseload_;
    eligibility const& eligible_;
    matching_round& made_;

    std::vector<std::uint32_t> first_kind_;                                 // by question
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> taken_; // by pool
    std::map<std::string_view, std::uint32_t> groups_;
    std::vector<truth_column const*> in_group_;
};

} // namespace

questions_by_home make_kinds(engine const& compiled, people const& caseload,
                             eligibility const& eligible, matching_round& made)
{
    return kind_maker(compiled, caseload, eligible, made)();
}

} // namespace finsam
