// SPDX-License-Identifier: BSL-1.0
#include "rules/one_mistake.hpp"

namespace finsam {
namespace {

using namespace testing_support;

INSTANTIATE_TEST_SUITE_P(
    Constants, CheckOneMistake,
    testing::ValuesIn(std::vector<mistake>{
        {"ComparatorOfAnotherKind",
         [](plan& p) {
             leaf_at(p.rules[5].when, 3) = {"assistance", comparator::at_least, amount{1}};
         },
         "wrong_kind /rules/5/when/any_of/3/at_least"},
        {"OrderOfAnUnorderedChoice",
         [](plan& p) {
             leaf_at(p.rules[4].when, 1) = {"housing", comparator::at_least, "own"};
         },
         "wrong_kind /rules/4/when/any_of/1/at_least"},
        {"BooleanIsNone",
         [](plan& p) {
             leaf_at(p.rules[5].when, 3) = {"assistance", comparator::is_none, true};
         },
         "wrong_kind /rules/5/when/any_of/3/is_none"},
        {"SetIsNone",
         [](plan& p) {
             leaf_at(p.rules[3].when, 1) = {"barriers", comparator::is_none, true};
         },
         "wrong_kind /rules/3/when/at_least_of/of/1/is_none"},
        {"SetIs",
         [](plan& p) {
             leaf_at(p.rules[3].when, 1) = {"barriers", comparator::is, "debt"};
         },
         "wrong_kind /rules/3/when/at_least_of/of/1/is"},
        {"DateAtLeast",
         [](plan& p) {
             sick_leaf(p) = {"sick_since", comparator::at_least, amount{1}};
         },
         "wrong_kind /rules/1/when/at_least"},
        {"CodeContains",
         [](plan& p) { leaf_at(*p.interventions[1].when, 0).compare = comparator::contains_any; },
         "wrong_kind /interventions/1/when/all_of/0/contains_any"},
        {"IntegerIsText", [](plan& p) { leaf_at(p.rules[5].when, 1).value = "24"; },
         "wrong_kind /rules/5/when/any_of/1/more_than"},
        {"IntegerAmongTexts",
         [](plan& p) { leaf_at(p.rules[5].when, 2).value = std::vector<std::string>{"1"}; },
         "wrong_kind /rules/5/when/any_of/2/one_of/0"},
        {"NumberAmongTheValuesOfAChoice",
         [](plan& p) { leaf_at(p.rules[4].when, 1).value = std::vector<amount>{1}; },
         "wrong_kind /rules/4/when/any_of/1/one_of/0"},
        {"NumberAmongTheValuesOfASet",
         [](plan& p) { leaf_at(p.rules[3].when, 0).value = std::vector<amount>{1}; },
         "wrong_kind /rules/3/when/at_least_of/of/0/contains_any/0"},
        {"IntegerIsAList",
         [](plan& p) { leaf_at(p.rules[5].when, 1).value = std::vector<amount>{1}; },
         "wrong_kind /rules/5/when/any_of/1/more_than"},
        {"BooleanIsNumber", [](plan& p) { leaf_at(p.rules[5].when, 3).value = amount{1}; },
         "wrong_kind /rules/5/when/any_of/3/is"},
        {"ChoiceIsTruth",
         [](plan& p) {
             leaf_at(p.rules[4].when, 1) = {"housing", comparator::is, true};
         },
         "wrong_kind /rules/4/when/any_of/1/is"},
        {"DateAfterText", [](plan& p) { leaf_at(p.rules[4].when, 0).value = "2015-01-01"; },
         "wrong_kind /rules/4/when/any_of/0/after"},
        {"ParameterInAWrongPlace",
         [](plan& p) { leaf_at(p.rules[3].when, 2).value = by_parameter("many"); },
         "wrong_kind /rules/3/when/at_least_of/of/2/at_most"},
        {"NotAValueOfTheChoice", [](plan& p) { leaf_at(p.rules[3].when, 2).value = "compulsary"; },
         "bad_value /rules/3/when/at_least_of/of/2/at_most"},
        {"NotAValueInTheList",
         [](plan& p) {
             leaf_at(p.rules[4].when, 1).value = std::vector<std::string>{"rented", "lent"};
         },
         "bad_value /rules/4/when/any_of/1/one_of/1"},
        {"NotAValueOfTheSet",
         [](plan& p) {
             leaf_at(p.rules[3].when, 0).value = std::vector<std::string>{"mental", "pane"};
         },
         "bad_value /rules/3/when/at_least_of/of/0/contains_any/1"},
        {"EmptyList",
         [](plan& p) { leaf_at(*p.interventions[1].when, 0).value = std::vector<std::string>{}; },
         "bad_value /interventions/1/when/all_of/0/one_of"},
        {"EmptyListOfNumbers",
         [](plan& p) { leaf_at(p.rules[5].when, 2).value = std::vector<amount>{}; },
         "bad_value /rules/5/when/any_of/2/one_of"},
        {"ContainsAllOfNothing",
         [](plan& p) {
             leaf_at(p.rules[3].when, 0) = {"barriers", comparator::contains_all,
                                            std::vector<std::string>{}};
         },
         "bad_value /rules/3/when/at_least_of/of/0/contains_all"},
        {"EmptyCode",
         [](plan& p) {
             leaf_at(*p.interventions[1].when, 0) = {"diagnosis", comparator::is, ""};
         },
         "bad_value /interventions/1/when/all_of/0/is"},
        {"CodeOf33Characters",
         [](plan& p) {
             leaf_at(*p.interventions[1].when, 0) = {"diagnosis", comparator::is,
                                                     std::string(33, 'F')};
         },
         "bad_value /interventions/1/when/all_of/0/is"},
        {"IntegerOfMoreThan32Bits",
         [](plan& p) { leaf_at(p.rules[5].when, 1).value = amount{2'147'483'648}; },
         "bad_value /rules/5/when/any_of/1/more_than"},
        {"IntegerBelow32Bits",
         [](plan& p) {
             leaf_at(p.rules[5].when, 2).value = std::vector<amount>{0, -2'147'483'649};
         },
         "bad_value /rules/5/when/any_of/2/one_of/1"},
        {"CountOfNothing", [](plan& p) { leaf_of(*p.needs_groups[2].when).value = amount{0}; },
         "bad_value /needs_groups/2/when/count_at_least"},
        {"NegativeCountOfCriteria",
         [](plan& p) { std::get<group>(p.rules[3].when.form).count = -1; },
         "bad_value /rules/3/when/at_least_of/count"},
        {"CountWhereNoneBelongs", [](plan& p) { std::get<group>(p.rules[0].when.form).count = 1; },
         "unknown_key /rules/0/when/count"},
        {"TooManyYears", [](plan& p) { leaf_at(p.rules[0].when, 0).value = anniversary{1001}; },
         "bad_value /rules/0/when/all_of/0/reached/years"},
        {"TooManyMonths",
         [](plan& p) {
             sick_leaf(p).value = anniversary{12'001, time_unit::months};
         },
         "bad_value /rules/1/when/reached/months"},
        {"NegativeDays",
         [](plan& p) {
             sick_leaf(p).value = anniversary{-1, time_unit::days};
         },
         "bad_value /rules/1/when/reached/days"},
        {"NoSuchDay", [](plan& p) { leaf_at(p.rules[4].when, 0).value = day(2015, 2, 29); },
         "bad_value /rules/4/when/any_of/0/after"},
    }),
    name_of_test);

} // namespace
} // namespace finsam
