// SPDX-License-Identifier: BSL-1.0

// What one person may be proposed, and why. You describe your own type, the plan says the rules,
// and a fact that is not on record is an answer of its own: unknown, never no.

#include <finsam/finsam.hpp>

#include <iostream>

using namespace finsam;
using namespace std::chrono;

enum class legal_sex
{
    female,
    male
};
BOOST_DESCRIBE_ENUM(legal_sex, female, male)
enum class schooling
{
    none,
    compulsory,
    upper_secondary,
    higher
};
BOOST_DESCRIBE_ENUM(schooling, none, compulsory, upper_secondary, higher)
enum class reading
{
    none,
    some,
    good
};
BOOST_DESCRIBE_ENUM(reading, none, some, good)
enum class benefit
{
    sickness_benefit,
    activity_compensation,
    study_support,
    other
};
BOOST_DESCRIBE_ENUM(benefit, sickness_benefit, activity_compensation, study_support, other)
enum class barrier
{
    mental_ill_health,
    debt,
    housing,
    language,
    no_network
};
BOOST_DESCRIBE_ENUM(barrier, mental_ill_health, debt, housing, language, no_network)

// Your own type. A member has the name of the plan's fact, and there is one for each fact that the
// plan asks about.
struct participant
{
    std::string municipality;
    std::set<party> consents;     // whose records the person lets the others see
    fact<date> birth_date;        // unknown, none or a value
    std::optional<legal_sex> sex; // empty is unknown
    std::optional<bool> born_abroad;
    std::optional<schooling> education;
    std::optional<reading> literacy;
    std::optional<bool> in_work;
    std::optional<bool> in_study;
    std::optional<bool> left_school_early;
    fact<std::set<benefit>> benefits;
    std::optional<bool> wants_work;
    std::set<party> support_from; // always on record, even when empty
    fact<std::set<barrier>> barriers;
    std::optional<bool> disability;
    std::optional<bool> bank_id;
    std::optional<bool> money_for_data;
    std::optional<bool> computer;
    fact<date> sick_since;
    fact<date> activity_compensation_since;
    fact<date> registered_since;
    fact<int> social_assistance_months;
    std::optional<bool> daily_activities;
    std::optional<bool> psychiatric_contact;
    std::optional<bool> parents_born_abroad;
    fact<std::set<std::string>> completed;
};
BOOST_DESCRIBE_STRUCT(participant, (),
                      (municipality, consents, birth_date, sex, born_abroad, education, literacy,
                       in_work, in_study, left_school_early, benefits, wants_work, support_from,
                       barriers, disability, bank_id, money_for_data, computer, sick_since,
                       activity_compensation_since, registered_since, social_assistance_months,
                       daily_activities, psychiatric_contact, parents_born_abroad, completed))

int main()
{
    // A wrong plan, or a type that does not fit it, gives every mistake at once; `.value()` throws
    // them.
    auto const plan = read_plan("plans/ostra-sodertorn-2022.plan.json").value();
    auto const engine = compile<participant>(plan, 2022y / March / 1).value();

    participant someone;
    someone.municipality = "0138";
    someone.birth_date = 1999y / May / 5;
    someone.disability = true;
    someone.support_from = {party::region, party::public_employment_service};
    someone.in_work = false;
    someone.sick_since = 2021y / August / 20; // on record, but see below

    auto const answers = assess(engine, someone);
    for (auto const& group : answers.needs_groups)
        if (group.answer == truth::yes)
            std::cout << "in the needs group " << group.id << '\n';
    for (auto const& one : answers.interventions) {
        std::cout << one.id << ": " << one.answer;
        for (auto const& fact : one.missing)
            std::cout << ", missing " << fact;
        for (auto const& fact : one.withheld)
            std::cout << ", withheld " << fact;
        std::cout << '\n';
    }

    // Nobody has consented to what Försäkringskassan knows, so it takes no part in any answer.
    std::cout << "\nWhy is lumena unknown?\n" << explain(engine, someone, "lumena", language::en);

    someone.consents = {party::social_insurance_agency};
    someone.wants_work = true;
    std::cout << "\nAnd with consent, and a wish to work?\n"
              << explain(engine, someone, "lumena", language::en);
}
