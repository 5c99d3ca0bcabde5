// SPDX-License-Identifier: BSL-1.0

// Invents people for the plan of Östra Södertörn (påhittade personer), one a line:
//
//     generate [--people N] [--seed S] > ostra-sodertorn.ndjson
//
// The same seed gives the same people with every compiler and standard library: of the library's
// random numbers only the engine's own output is fixed by the standard, so the draws below are made
// from it by whole-number arithmetic; no distribution and no floating point is used. The first 400
// of 1 000 people are the 400 people.
//
// Each marginal names its source. "Assumed" marks what no source gives. The assumed shares were
// adjusted, and the seed chosen among twelve, so that the example shows every outcome: how many are
// placed, wait or fall between the chairs is made, not found, and says nothing about the area.

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using day = std::chrono::sys_days;
using names = std::vector<std::string_view>;

/// The day on which the people are looked at (referensdag).
constexpr day as_of = 2022y / 3 / 1;

/// Draws that come out the same on every machine (tärning).
struct dice
{
    std::mt19937_64 engine;

    /// A whole number from `low` to `high`, both included, each as likely.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        auto const range = static_cast<std::uint64_t>(high - low) + 1;
        // Numbers from an incomplete last round are thrown again: the rest would favour the low.
        auto const whole_rounds = std::mt19937_64::max() - std::mt19937_64::max() % range;
        auto drawn = engine();
        while (drawn >= whole_rounds)
            drawn = engine();
        return low + static_cast<std::int64_t>(drawn % range);
    }

    bool percent(int chance) { return between(0, 99) < chance; }

    /// The position of one weight, drawn in proportion to the weights.
    std::size_t weighted(std::initializer_list<int> weights)
    {
        std::int64_t sum = 0;
        for (auto const weight : weights)
            sum += weight;
        auto left = between(1, sum);
        std::size_t position = 0;
        for (auto const weight : weights) {
            left -= weight;
            if (left <= 0)
                break;
            ++position;
        }
        return position;
    }
};

enum class income
{
    social_assistance,
    sickness_benefit,
    activity_compensation,
    unemployment_support,
    none,
    other
};

/// Who somebody is, whether or not it is on record (person).
struct person
{
    std::string_view municipality{};
    income lives_on{};
    bool woman{};
    day birth{};
    int age{};
    bool born_abroad{};
    std::size_t literacy{};
    std::size_t education{};
    bool in_work{}, in_study{}, left_school_early{}, wants_work{};
    bool disability{}, daily_activities{}, psychiatric_contact{};
    bool bank_id{}, money_for_data{}, computer{};
    names benefits{}, support_from{}, barriers{}, completed{};
    std::optional<day> sick_since{}, activity_compensation_since{}, registered_since{};
    std::int64_t social_assistance_months{};
};

/// The day `years` before the reference day (which is not 29 February, so that it always exists).
day years_ago(int years)
{
    auto const date = std::chrono::year_month_day{as_of};
    return (date.year() - std::chrono::years{years}) / date.month() / date.day();
}

int age_of(day birth)
{
    auto years = 0;
    while (birth <= years_ago(years + 1))
        ++years;
    return years;
}

/// Days of sickness so far: log-normal with mean 811 (Arbetsförmedlingen, report of 17 May 2019).
///
/// The steps are its quantiles 0.05, 0.10 … 0.95 for an assumed spread of 1 on the logarithmic
/// scale; between two steps every day is as likely, and the last step makes the mean 811.
std::int64_t sickness_days(dice& draw)
{
    constexpr std::array<std::int64_t, 21> steps{30,  95,  137,  174,  212,  251,  291,
                                                 335, 382, 434,  492,  558,  634,  723,
                                                 831, 966, 1141, 1387, 1772, 2548, 5704};
    auto const step = static_cast<std::size_t>(draw.between(0, 19));
    return draw.between(steps[step], steps[step + 1] - 1);
}

/// Activity compensation since, and a date of birth that allows it.
void draw_activity_compensation(dice& draw, person& one)
{
    // 3.5 years on average (Arbetsförmedlingen, report of 17 May 2019); assumed: evenly spread
    // from three months to 81 months.
    auto const since = as_of - std::chrono::days{draw.between(92, 2464)};
    one.activity_compensation_since = since;

    // From July of the year of turning 19 to the month before that of turning 30
    // (SFS 2010:110, 33 kap. 16 and 18 §§).
    auto const date = std::chrono::year_month_day{since};
    auto const years = std::chrono::years{date.month() >= std::chrono::July ? 19 : 20};
    auto const first = years_ago(30) + std::chrono::days{31};
    auto const last = day{(date.year() - years) / 12 / 31};
    one.birth = first + std::chrono::days{draw.between(0, (last - first).count())};
}

/// A date of birth of somebody without activity compensation.
///
/// 16–19 5 %, 20–29 35 %, 30–44 30 %, 45–59 25 %, from 60 5 % of everyone (assumed). The 6 % with
/// activity compensation are 19 to 29 and are taken from the second band.
day draw_birth(dice& draw)
{
    constexpr std::array<int, 6> edges{16, 20, 30, 45, 60, 67};
    auto const band = draw.weighted({5, 29, 30, 25, 5});
    auto const oldest = years_ago(edges[band + 1]) + std::chrono::days{1};
    auto const newest = years_ago(edges[band]);
    return oldest + std::chrono::days{draw.between(0, (newest - oldest).count())};
}

void draw_origin_and_school(dice& draw, person& one)
{
    one.born_abroad = draw.percent(42); // assumed

    // none, some, good; assumed. Women born abroad without literacy are a group of the pre-study.
    one.literacy = one.born_abroad
                       ? (one.woman ? draw.weighted({14, 24, 62}) : draw.weighted({5, 20, 75}))
                       : draw.weighted({0, 4, 96});

    // none, compulsory, upper secondary, higher; assumed.
    one.education = one.literacy == 0 ? draw.weighted({75, 25, 0, 0})
                    : one.age < 20    ? draw.weighted({5, 90, 5, 0})
                    : one.age < 30    ? draw.weighted({3, 52, 40, 5})
                                      : draw.weighted({4, 32, 46, 18});

    // Assumed; "often left school early" is said of the young (Ung i Tyresö).
    one.left_school_early = draw.percent(one.education >= 2 ? 4 : one.age < 30 ? 60 : 25);
}

void draw_occupation(dice& draw, person& one)
{
    auto const at_home =
        one.lives_on == income::sickness_benefit || one.lives_on == income::activity_compensation;
    // Assumed. Employed but too ill to work counts as not working (SUS, gemensam kartläggning).
    one.in_study = draw.percent(at_home ? 4 : one.age < 20 ? 30 : one.age < 30 ? 10 : 4);
    one.in_work = !one.in_study && !at_home && draw.percent(one.lives_on == income::other ? 60 : 5);
    one.wants_work = draw.percent(95); // assumed
}

void draw_benefits(dice& draw, person& one)
{
    auto const has = [&](income kind) { return one.lives_on == kind; };

    // A second source of income beside the first; assumed.
    auto const assistance = has(income::social_assistance)
                            || (has(income::sickness_benefit) && draw.percent(10))
                            || (has(income::unemployment_support) && draw.percent(10));
    if (assistance)
        one.benefits.push_back("social_assistance");
    if (has(income::sickness_benefit))
        one.benefits.push_back("sickness_benefit");
    if (has(income::activity_compensation))
        one.benefits.push_back("activity_compensation");
    if (has(income::unemployment_support))
        one.benefits.push_back("unemployment_support");
    if (one.in_study && !has(income::none) && draw.percent(60))
        one.benefits.push_back("study_support");
    if (has(income::other) && !one.in_work)
        one.benefits.push_back("other");

    // Some are ill without benefit because no income counts towards one; how many is assumed.
    auto const ill = has(income::sickness_benefit)
                     || ((has(income::social_assistance) || has(income::none)) && draw.percent(6));
    if (ill)
        one.sick_since = as_of - std::chrono::days{sickness_days(draw)};

    // Assumed, all three.
    if (has(income::unemployment_support))
        one.registered_since = as_of - std::chrono::days{draw.between(120, 1500)};
    else if (draw.percent(has(income::social_assistance) ? 55 : 10))
        one.registered_since = as_of - std::chrono::days{draw.between(60, 2000)};
    if (assistance)
        one.social_assistance_months = draw.percent(70) ? 12 : draw.between(1, 12);
}

void draw_health_and_needs(dice& draw, person& one)
{
    // Mental ill-health in a majority (Arbetsförmedlingen, report of 17 May 2019); the rest
    // assumed.
    auto const mental = draw.percent(60);
    if (mental)
        one.barriers.push_back("mental_ill_health");
    if (draw.percent(25))
        one.barriers.push_back("debt");
    if (draw.percent(20))
        one.barriers.push_back("housing");
    if (draw.percent(one.born_abroad ? 45 : 2))
        one.barriers.push_back("language");
    if (draw.percent(35))
        one.barriers.push_back("no_network");

    auto const compensated = one.lives_on == income::activity_compensation;
    // Assumed, from here to the end of the function. Most need several parties: it is for the sake
    // of coordinated rehabilitation that they are known to the association's members.
    one.disability = draw.percent(compensated ? 92 : one.age < 36 ? 30 : 15);
    one.daily_activities = one.disability && draw.percent(one.age < 36 ? 30 : 10);
    one.psychiatric_contact = draw.percent(mental ? 40 : 3);

    if (draw.percent(one.sick_since || compensated ? 92 : 12))
        one.support_from.push_back("social_insurance_agency");
    if (draw.percent(one.registered_since ? 95 : 75))
        one.support_from.push_back("public_employment_service");
    if (draw.percent(one.psychiatric_contact ? 95 : one.sick_since || one.disability ? 75 : 55))
        one.support_from.push_back("region");
    if (one.daily_activities || draw.percent(one.social_assistance_months > 0 ? 95 : 80))
        one.support_from.push_back("municipality");

    // More than among all of Sweden, of whom 4 % use no internet (Svenskarna och internet 2023);
    // how much more is assumed.
    auto const poor = one.lives_on == income::social_assistance || one.lives_on == income::none;
    one.bank_id = !draw.percent(one.literacy < 2 ? 24 : 3);
    one.money_for_data = !draw.percent(poor ? 10 : 3);
    one.computer = !draw.percent(poor ? 12 : 4);
}

person invent(dice& draw)
{
    person one;

    // Haninge, Tyresö and Nynäshamn as the places of SamMA, 140/90/70; assumed: 3 % live in
    // Huddinge or Botkyrka, and of 2 % the municipality is not known.
    constexpr std::array<std::string_view, 6> municipalities{"0136", "0138", "0192",
                                                             "0126", "0127", ""};
    one.municipality = municipalities[draw.weighted({1330, 855, 665, 50, 40, 60})];

    // Sickness benefit 14 % and activity compensation 6 % (Arbetsförmedlingen, report of
    // 7 May 2021: 3 410 and 1 589 of 24 867 people); the others assumed.
    one.lives_on = static_cast<income>(draw.weighted({35, 14, 6, 25, 15, 5}));

    // 57 % women (follow-up of financial coordination 2012), with sickness benefit 7 of 10 and with
    // activity compensation about half (Arbetsförmedlingen, report of 17 May 2019).
    one.woman = draw.between(1, 10000) <= (one.lives_on == income::sickness_benefit        ? 7000
                                           : one.lives_on == income::activity_compensation ? 5000
                                                                                           : 5525);
    if (one.lives_on == income::activity_compensation)
        draw_activity_compensation(draw, one);
    else
        one.birth = draw_birth(draw);
    one.age = age_of(one.birth);

    draw_origin_and_school(draw, one);
    draw_occupation(draw, one);
    draw_benefits(draw, one);
    draw_health_and_needs(draw, one);

    // Assumed: three young people in ten have been in the youth intervention of the municipality.
    if (one.municipality == "0136" && one.age < 30 && draw.percent(30))
        one.completed.push_back("ungdomsteamet");
    if (one.municipality == "0138" && one.age < 25 && draw.percent(30))
        one.completed.push_back("ung-i-tyreso");
    return one;
}

/// One line of JSON, written key by key (rad).
///
/// Every text written is a plain word, a date or a code, so that nothing needs escaping.
struct row
{
    std::string text{};

    void raw(std::string_view key, std::string_view value)
    {
        text += text.empty() ? "{\"" : ", \"";
        text += key;
        text += "\": ";
        text += value;
    }
    static std::string quoted(std::string_view value) { return '"' + std::string{value} + '"'; }
    void add(std::string_view key, std::string_view value) { raw(key, quoted(value)); }
    void add(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }
    void add(std::string_view key, std::int64_t value) { raw(key, std::to_string(value)); }
    void add(std::string_view key, day value)
    {
        auto const date = std::chrono::year_month_day{value};
        auto const two = [](unsigned number) {
            return (number < 10 ? "0" : "") + std::to_string(number);
        };
        add(key, std::string_view{std::to_string(int{date.year()}) + '-'
                                  + two(unsigned{date.month()}) + '-' + two(unsigned{date.day()})});
    }
    void add(std::string_view key, std::optional<day> value)
    {
        if (value)
            add(key, *value);
        else
            raw(key, "null");
    }
    void add(std::string_view key, names const& values)
    {
        std::string list = "[";
        for (auto const value : values) {
            if (list.size() > 1)
                list += ", ";
            list += quoted(value);
        }
        raw(key, list + ']');
    }
};

/// The interventions that somebody might well ask for, whatever the rules say.
names likely_interventions(person const& one)
{
    names likely;
    if (one.disability && one.age < 36)
        likely.push_back("samma");
    if (one.municipality == "0136" && one.age < 30)
        likely.push_back(one.completed.empty() ? "ungdomsteamet" : "mentor-programme");
    if (one.municipality == "0138" && one.age < 25)
        likely.push_back("ung-i-tyreso");
    likely.push_back("lumena");
    return likely;
}

/// What is on record about somebody, as one line of JSON Lines (registerrad).
///
/// The holders' facts are written without regard to consent: that `consents` lacks the holder is
/// what makes a fact withheld.
std::string record(dice& draw, person const& one, std::size_t number)
{
    row line;
    auto digits = std::to_string(number);
    if (digits.size() < 4)
        digits.insert(0, 4 - digits.size(), '0');
    line.add("id", std::string_view{"os-" + digits});
    if (!one.municipality.empty())
        line.add("municipality", one.municipality);

    // Assumed: up to a year and a half, for 3 % not on record, for 2 % none, for 2 % after the
    // reference day.
    auto const waits = draw.weighted({93, 3, 2, 2});
    auto const days = std::chrono::days{draw.between(1, 540)};
    if (waits == 0)
        line.add("waiting_since", as_of - days);
    else if (waits == 2)
        line.raw("waiting_since", "null");
    else if (waits == 3)
        line.add("waiting_since", as_of + std::chrono::days{1 + days.count() / 20});

    // 70 % consent (Arbetsförmedlingen, report of 7 May 2021: 17 454 of 24 867 with personal data);
    // assumed: half of the others consent to some of the four, half to none.
    constexpr std::array<std::string_view, 4> parties{
        "social_insurance_agency", "public_employment_service", "region", "municipality"};
    auto const consent = draw.weighted({70, 15, 15});
    names consents;
    for (auto const party : parties)
        if (consent == 0 || (consent == 1 && draw.percent(50)))
            consents.push_back(party);
    if (consent != 2 || draw.percent(50))
        line.add("consents", consents);

    // Assumed: four in ten have said what they prefer, most of them everything that is likely.
    auto const likely = likely_interventions(one);
    if (draw.percent(40)) {
        auto wishes = likely;
        for (auto last = wishes.size() - 1; last > 0; --last) {
            auto const other = draw.between(0, static_cast<std::int64_t>(last));
            std::swap(wishes[last], wishes[static_cast<std::size_t>(other)]);
        }
        if (wishes.size() > 1 && draw.percent(25))
            wishes.pop_back();
        line.add("preferences", wishes);
    }
    // Assumed: one in twenty has a place already.
    if (!one.municipality.empty() && draw.percent(5))
        line.add("placed", likely.front());

    constexpr std::array<std::string_view, 3> literacy{"none", "some", "good"};
    constexpr std::array<std::string_view, 4> education{"none", "compulsory", "upper_secondary",
                                                        "higher"};
    // How many in a hundred are not on record is assumed, fact by fact.
    auto const on_record = [&](int missing, std::string_view key, auto const& value) {
        if (!draw.percent(missing))
            line.add(key, value);
    };
    on_record(10, "completed", one.completed);
    on_record(1, "birth_date", one.birth);
    on_record(1, "sex", std::string_view{one.woman ? "female" : "male"});
    on_record(3, "born_abroad", one.born_abroad);
    on_record(4, "education", education[one.education]);
    on_record(5, "literacy", literacy[one.literacy]);
    on_record(3, "in_work", one.in_work);
    on_record(3, "in_study", one.in_study);
    on_record(8, "left_school_early", one.left_school_early);
    on_record(4, "benefits", one.benefits);
    on_record(8, "wants_work", one.wants_work);
    on_record(6, "support_from", one.support_from);
    on_record(8, "barriers", one.barriers);
    on_record(5, "disability", one.disability);
    on_record(5, "bank_id", one.bank_id);
    on_record(7, "money_for_data", one.money_for_data);
    on_record(6, "computer", one.computer);
    on_record(8, "sick_since", one.sick_since);
    on_record(8, "activity_compensation_since", one.activity_compensation_since);
    on_record(8, "registered_since", one.registered_since);
    on_record(8, "social_assistance_months", one.social_assistance_months);
    on_record(10, "daily_activities", one.daily_activities);
    on_record(12, "psychiatric_contact", one.psychiatric_contact);
    return line.text + "}\n";
}

std::optional<std::uint64_t> whole_number(std::string_view text)
{
    std::uint64_t number{};
    auto const end = text.data() + text.size();
    auto const got = std::from_chars(text.data(), end, number);
    if (got.ec != std::errc{} || got.ptr != end)
        return std::nullopt;
    return number;
}

} // namespace

int main(int argc, char** argv)
{
    std::uint64_t people = 400;
    std::uint64_t seed = 2; // of the committed file
    for (int at = 1; at < argc; at += 2) {
        auto const option = std::string_view{argv[at]};
        auto const value = at + 1 < argc ? whole_number(argv[at + 1]) : std::nullopt;
        if (!value || (option != "--people" && option != "--seed")) {
            std::cerr << "usage: generate [--people N] [--seed S]\n";
            return 2;
        }
        (option == "--people" ? people : seed) = *value;
    }

    dice draw{std::mt19937_64{seed}};
    for (std::size_t number = 1; number <= people && std::cout; ++number) {
        auto const one = invent(draw);
        std::cout << record(draw, one, number);
    }
    std::cout.flush();
    return std::cout ? 0 : 3;
}
