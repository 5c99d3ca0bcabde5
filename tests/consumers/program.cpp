// SPDX-License-Identifier: BSL-1.0

// What anybody writes who links finsam: a type of their own, one person, several people. Each of
// the projects beside it builds it, and it must print expected.txt.

#include <finsam/finsam.hpp>

#include <iostream>

using namespace finsam;
using namespace std::chrono;

struct participant
{
    std::string id; // no fact of the plan, but who it is about
    fact<date> birth_date;
    fact<date> sick_since;
    std::optional<bool> in_work;
    std::string municipality = "0136";
    std::set<party> consents{party::social_insurance_agency};
};
BOOST_DESCRIBE_STRUCT(participant, (),
                      (id, birth_date, sick_since, in_work, municipality, consents))

int main(int, char* arguments[])
{
    // A document error is thrown in the library and caught here.
    try {
        static_cast<void>(parse_plan("{}").value());
        return 1;
    } catch (document_error const& wrong) {
        std::cout << "refused: " << !std::string_view{wrong.what()}.empty() << '\n';
    }

    auto const plan = read_plan(arguments[1]).value();
    auto const engine = compile<participant>(plan, 2026y / September / 1).value();
    std::vector<participant> const rows{
        {"a", 1990y / May / 5, 2025y / June / 1, false},
        {"b", 1985y / May / 5, 2024y / June / 1, false},
        {"c", 1985y / May / 5, 2024y / June / 1, {}},
    };
    for (auto const& one : assess(engine, rows.back()).interventions)
        std::cout << one.id << ": " << one.answer << ", missing " << one.missing.front() << '\n';
    std::cout << explain(engine, rows.front(), "return", language::en);

    auto const allowed = find_mandate(engine, "placing", purpose::placement).value();
    people const caseload = engine.people_from(rows);
    auto const eligible = evaluate(engine, caseload, allowed);
    auto const placed = match(engine, caseload, eligible, allowed);
    std::cout << to_json(engine, caseload, placed, audit(engine, caseload, placed)) << '\n';
}
