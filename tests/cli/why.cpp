// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class Why : public Command
{
protected:
    static std::string about(std::string const& person, std::string const& intervention)
    {
        return "why " + asked + " --person " + person + " --intervention " + intervention;
    }
};
class Places : public Command
{};

} // namespace

TEST_F(Why, TellsWhatStandsInTheWayAndWhatWouldChangeIt)
{
    auto const full = finsam(about("p19", "ips"));
    EXPECT_EQ(full.status, 0) << full.err;
    EXPECT_THAT(full.out,
                AllOf(StartsWith("Samordningsförbundet Sampel, plan sample, 2026-02-28, mandat "
                                 "placering (avtal, 4 §)\n"),
                      HasSubstr("Det här är förslag."),
                      HasSubstr("\n\np19\nIPS: platserna har föreslagits andra, med högre "
                                "prioritet\n"),
                      HasSubstr("  → en plats till skulle räcka\n")));
    EXPECT_THAT(finsam(about("p19", "ips") + " --language en").out,
                HasSubstr("IPS: the places are proposed to others, with higher priority\n"));
}

TEST_F(Why, JsonIsOneObject)
{
    auto const found = finsam(about("p19", "ips") + " --format json");
    EXPECT_THAT(
        found.out,
        AllOf(StartsWith(R"({"person": "p19", "intervention": "ips", "as_of": "2026-02-28",)"
                         R"( "mandate": "placering", "why": "full", "answer": "yes",)"),
              EndsWith("}\n")));
}

TEST_F(Why, APersonOrAnInterventionThatDoesNotExistIsAnError)
{
    auto const person = finsam(about("p99", "ips"));
    EXPECT_EQ(person.status, 1);
    EXPECT_THAT(person.err, HasSubstr("dangling_id: : no person has the id `p99`"));
    auto const intervention = finsam(about("p19", "isp"));
    EXPECT_EQ(intervention.status, 1);
    EXPECT_THAT(intervention.err,
                HasSubstr("dangling_id: /interventions: no intervention has the id `isp`; did you "
                          "mean `ips`?"));
    EXPECT_EQ(finsam("why " + asked + " --person p19").status, 2);
}

TEST_F(Places, TellsForEachPoolHowManyOneMorePlaceWouldHelp)
{
    auto const found = finsam("places " + asked + " --exact");
    EXPECT_EQ(found.status, 0) << found.err;
    EXPECT_THAT(found.out, HasSubstr("\nEn plats till skulle hjälpa\n"));
    EXPECT_THAT(finsam("places " + asked).out, HasSubstr("<5"));
}

TEST_F(Places, JsonGivesSmallCountsOnlyWhenExact)
{
    auto const exact = finsam("places " + asked + " --exact --format json");
    EXPECT_THAT(exact.out, AllOf(StartsWith(R"({"plan": "sample", "as_of": "2026-02-28",)"),
                                 HasSubstr(R"("placed": 1)"), EndsWith("]}\n")));
    auto const told = finsam("places " + asked + " --format json");
    EXPECT_THAT(told.out,
                AllOf(HasSubstr(R"("placed": null)"), testing::Not(HasSubstr(R"("placed": 1)"))));
}
