// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/promises.hpp>

#include "support/verified.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>

namespace finsam {
namespace {

using namespace testing_support;
using enum truth;

/// p0, p1 and p2 in turn, p0 of an earlier tier if it is about fit: i0 has one seat and i1 one, p0
/// wants both, p1 i0 and p2 i1.
world three_for_two(policy const& chosen)
{
    world drawn{.offers = {{.places = {{.count = 1}}}, {.places = {{.count = 1}}}},
                .terms = {.policy = chosen, .seed = std::string(32, '0')}};
    std::vector<std::vector<std::uint32_t>> const lists{{0, 1}, {0}, {1}};
    for (std::size_t i = 0; i < lists.size(); ++i)
        drawn.residents.push_back({.id = numbered("p", i),
                                   .fits = {yes, yes},
                                   .waited = static_cast<int>(30 - 10 * i),
                                   .wishes = lists[i]});
    if (promises_of(chosen).best_fit) { // or it would be a tie whether p0 or p1 is placed
        drawn.group_priority = {1};
        for (std::size_t i = 0; i < lists.size(); ++i)
            drawn.residents[i].groups = {i == 0 ? yes : no};
    }
    return drawn;
}

/// The lawful matching or its certificate with one thing changed.
struct one_change
{
    std::string name;
    finsam::policy chosen;
    std::vector<finding> expected;
    std::function<void(matching&, certificate&)> change;
};

void PrintTo(one_change const& one, std::ostream* out)
{
    *out << one.name;
}

std::vector<one_change> changes()
{
    policy const in_serial = policies::serial{};
    policy const in_coverage = policies::coverage{};
    policy const in_fit = policies::fit{};
    // In turn p0 has i0, p2 has i1; for coverage p0 has i1, p1 has i0. The best fit is as in turn;
    // without its seat i1 would lose p2, and without that of i0 p0 would have to go there.
    return {
        {"NothingInSerial", in_serial, {}, [](matching&, certificate&) {}},
        {"NothingInCoverage", in_coverage, {}, [](matching&, certificate&) {}},
        {"SomebodyDropped",
         in_serial,
         {about_pool(1), about(2, 1)},
         [](matching& made, certificate&) { made.placements.pop_back(); }},
        {"SomebodyInTwoPlaces",
         in_serial,
         {about(0, 0)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 0, .intervention = 1, .pool = 0});
         }},
        {"SomebodySaidToBeAnIncumbent",
         in_serial,
         {about(2, 1)},
         [](matching& made, certificate&) { made.placements[1].incumbent = true; }},
        {"APoolThatDoesNotExist",
         in_serial,
         {about_pool(1), about(2, 1)},
         [](matching& made, certificate&) { made.placements[1].pool = 7; }},
        {"AnInterventionThatDoesNotExist",
         in_serial,
         {about(1, 9, std::nullopt)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 1, .intervention = 9, .pool = 0});
         }},
        {"MoreThanTheSeats",
         in_serial,
         {about(1, 0)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 1, .intervention = 0, .pool = 0});
         }},
        {"SeatsExchanged",
         in_serial,
         {about_pool(0), about_pool(1), about(0, 0), about(2, 1)},
         [](matching& made, certificate&) {
             std::swap(made.placements[0].person, made.placements[1].person);
         }},
        {"ACutoffOfAPoolThatDoesNotExist",
         in_serial,
         {about_pool(4, 2)},
         [](matching&, certificate& shown) {
             shown.cutoffs->push_back({4, 2, {}, admission::everyone, {}});
         }},
        {"NoCutoffs",
         in_serial,
         {about_pool(0), about_pool(1)},
         [](matching&, certificate& shown) { shown.cutoffs.reset(); }},
        {"AClosingTooEarly", // p0, who has i1, comes no earlier than it closed
         in_coverage,
         {about(0, 1), about(1, 0)},
         [](matching&, certificate& shown) {
             for (auto& one : *shown.closings)
                 one.since.buckets = 31;
         }},
        {"AClosingTooLate",
         in_coverage,
         {about(2, 1)},
         [](matching&, certificate& shown) {
             for (auto& one : *shown.closings)
                 one.since.buckets = 1;
         }},
        {"AClosingLeftOut", // i1 is closed, and p0 could go from it to i0
         in_coverage,
         {about(0, 0)},
         [](matching&, certificate& shown) { shown.closings->erase(shown.closings->begin()); }},
        {"OneClosedLaterThanWhereItsHoldersCouldGo",
         in_coverage,
         {about(0, 0)},
         [](matching&, certificate& shown) { (*shown.closings)[0].since.buckets = 1; }},
        {"AClosingTwice",
         in_coverage,
         {about_pool(1)},
         [](matching&, certificate& shown) { shown.closings->push_back(shown.closings->back()); }},
        {"AClosedPoolThatIsNotFull",
         in_coverage,
         {about_pool(0), about(1, 0)},
         [](matching& made, certificate&) {
             // p1 comes before i0 closed, and is left out.
             std::erase_if(made.placements, [](placement const& one) { return one.person == 1; });
         }},
        {"NoClosings",
         in_coverage,
         {about(2, 1)},
         [](matching&, certificate& shown) { shown.closings.reset(); }},
        {"NothingInFit", in_fit, {}, [](matching&, certificate&) {}},
        {"APriceLeftOut", // p1 could pay nothing
         in_fit,
         {about(1, 0)},
         [](matching&, certificate& shown) { shown.prices->erase(shown.prices->begin()); }},
        {"NoPrices",
         in_fit,
         {about(1, 0)},
         [](matching&, certificate& shown) { shown.prices.reset(); }},
        {"APriceTooHigh", // p0 would rather go to i1
         in_fit,
         {about(0, 1)},
         [](matching&, certificate& shown) { ++(*shown.prices)[0].positions; }},
        {"APriceTooLow",
         in_fit,
         {about(0, 1)},
         [](matching&, certificate& shown) { --(*shown.prices)[1].positions; }},
        {"APriceThatSomebodyWithoutAPlaceCouldPay",
         in_fit,
         {about(1, 0)},
         [](matching&, certificate& shown) { (*shown.prices)[0].positions = -1; }},
        {"APriceBelowNothing",
         in_fit,
         {about_pool(0), about(1, 0)},
         [](matching&, certificate& shown) { (*shown.prices)[0] = {.positions = -1}; }},
        {"APriceOfSomebodyMoreImportant",
         in_fit,
         {about(0, 1)},
         [](matching&, certificate& shown) { (*shown.prices)[0].person->tier = 1; }},
        {"PricesThatNobodyWouldPay", // they would be better off with nothing
         in_fit,
         {about(0, 0), about(2, 1)},
         [](matching&, certificate& shown) {
             for (auto& one : *shown.prices)
                 one.person->tier = 0;
         }},
        {"APriceBeyondAllPositions",
         in_fit,
         {about_pool(0), about(1, 0)},
         [](matching&, certificate& shown) {
             (*shown.prices)[0].positions = std::numeric_limits<std::int64_t>::max();
         }},
        {"APriceTwice",
         in_fit,
         {about_pool(1)},
         [](matching&, certificate& shown) { shown.prices->push_back(shown.prices->back()); }},
        {"APriceOfAPoolThatDoesNotExist",
         in_fit,
         {about_pool(4, 2)},
         [](matching&, certificate& shown) {
             shown.prices->push_back({4, 2, {}, 1});
         }},
        {"APriceWhereASeatIsLeft",
         in_fit,
         {about_pool(1)},
         [](matching& made, certificate&) { made.placements.pop_back(); }},
        {"MoreThanTheSeatsInFit",
         in_fit,
         {about_pool(0), about(1, 0)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 1, .intervention = 0, .pool = 0});
         }},
        {"SomebodyInTwoPlacesInFit",
         in_fit,
         {about_pool(1), about(0, 0)},
         [](matching& made, certificate&) { made.placements[1].person = 0; }},
        {"SomebodyWhereTheyDidNotWantToBeInFit",
         in_fit,
         {about(2, 0)},
         [](matching& made, certificate&) {
             std::swap(made.placements[0].person, made.placements[1].person);
         }},
        {"SomebodyInAPoolThatDoesNotExistInFit",
         in_fit,
         {about_pool(1), about(2, 1, std::nullopt)},
         [](matching& made, certificate&) { made.placements[1].pool = 7; }},
        {"SomebodySaidToBeAnIncumbentInFit",
         in_fit,
         {about(2, 1)},
         [](matching& made, certificate&) { made.placements[1].incumbent = true; }},
    };
}

class OneChange : public testing::TestWithParam<one_change>
{};

INSTANTIATE_TEST_SUITE_P(Verify, OneChange, testing::ValuesIn(changes()),
                         [](auto const& one) { return one.param.name; });

TEST_P(OneChange, IsFound)
{
    running_world const run(three_for_two(GetParam().chosen));
    auto made = match(run);
    ASSERT_EQ(made.placements.size(), 2U);
    auto shown = certify(run, made);
    GetParam().change(made, shown);
    EXPECT_THAT(verify(run, made, shown), testing::ElementsAreArray(GetParam().expected));
}

} // namespace
} // namespace finsam
