// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

/// `finsam match --certificate FILE` and `finsam verify`.
class Verify : public Command
{
protected:
    /// A certificate of the sample, or of the sample with reserves.
    std::filesystem::path certificate(std::string const& of = plan) const
    {
        auto const to = folder / "certificate.json";
        auto const found = finsam("match " + of + ' ' + people + day
                                  + " --mandate placering --certificate " + to.string());
        EXPECT_EQ(found.status, 0) << found.err;
        return to;
    }

    outcome verified(std::filesystem::path const& matching, std::string const& more = "",
                     std::string const& of = plan) const
    {
        return finsam("verify " + of + ' ' + people + ' ' + matching.string() + ' ' + more);
    }

    static std::string changed(std::string text, std::string const& before,
                               std::string const& after)
    {
        auto const at = text.find(before);
        EXPECT_NE(at, std::string::npos) << before;
        return text.replace(at, before.size(), after);
    }

    static inline std::string const reserves = "tests/cases/sample-reserves.plan.json";
};

} // namespace

TEST_F(Verify, SaysInOneLineThatAllIsRight)
{
    for (auto const& of : {plan, reserves}) {
        auto const file = certificate(of);
        auto const found = verified(file, "--language en", of);
        EXPECT_EQ(found.status, 0) << found.err;
        EXPECT_EQ(found.err, "");
        EXPECT_THAT(found.out,
                    AllOf(HasSubstr("2026-02-28, mandate placering"),
                          EndsWith("\nVerified: the placements follow the plan and the certificate "
                                   "is right\n")));
        EXPECT_THAT(verified(file, "", of).out,
                    EndsWith("\nVerifierad: placeringarna följer planen och intyget stämmer\n"));
        EXPECT_EQ(verified(file, "--format json", of).out,
                  "{\"ok\": true, \"findings\": [], \"certificate\": \"verified\"}\n");
    }
}

TEST_F(Verify, ChecksThePricesOfABestFit)
{
    auto const of = write("fit.plan.json",
                          changed(text_of(plan), R"("policy": "stable")", R"("policy": "fit")"))
                        .string();
    auto const right = certificate(of);
    EXPECT_THAT(text_of(right), HasSubstr(R"("certificate": {"prices": [{"intervention": )"));
    EXPECT_EQ(verified(right, "--format json", of).out,
              "{\"ok\": true, \"findings\": [], \"certificate\": \"verified\"}\n");
    auto const wrong =
        write("wrong.json", changed(text_of(right), R"("positions": )", R"("positions": 9)"));
    auto const found = verified(wrong, "--format json", of);
    EXPECT_EQ(found.status, 1);
    EXPECT_THAT(found.out, AllOf(HasSubstr("wrong_certificate"), Not(HasSubstr("not_best_fit")),
                                 EndsWith("\"certificate\": \"refused\"}\n")));
}

TEST_F(Verify, TakesTheResultOfAMatchingToo)
{
    auto const result = folder / "result.json";
    ASSERT_EQ(finsam("match " + asked + " --format json --output " + result.string()).status, 0);
    auto const found = verified(result, "--format json");
    EXPECT_EQ(found.status, 0) << found.err;
    EXPECT_EQ(found.out, "{\"ok\": true, \"findings\": [], \"certificate\": \"none\"}\n");
    EXPECT_THAT(verified(result, "--language en").out,
                EndsWith("\nVerified: the placements follow the plan; there is no certificate in "
                         "the file\n"));
}

TEST_F(Verify, ACertificateIsOnlyWrittenBesideTheResult)
{
    auto const result = folder / "result.txt", shown = folder / "shown.json";
    auto const found = finsam("match " + asked + " --output " + result.string() + " --certificate "
                              + shown.string());
    EXPECT_EQ(found.status, 0);
    EXPECT_EQ(found.out, "");
    EXPECT_EQ(text_of(result), finsam("match " + asked).out);
    EXPECT_THAT(text_of(shown),
                AllOf(StartsWith(R"({"plan": "sample", "as_of": "2026-02-28", "mandate": )"),
                      HasSubstr(R"("certificate": {"cutoffs": [)"), EndsWith("]}}\n")));
    EXPECT_EQ(files(), 2) << "something is left beside them";
}

TEST_F(Verify, NamesWhatIsWrongAndEndsWithOne)
{
    auto const right = text_of(certificate());
    auto const moved = write("moved.json", changed(right, R"("intervention": "start", "pool": 0)",
                                                   R"("intervention": "start", "pool": 1)"));
    auto const found = verified(moved, "--language en");
    EXPECT_EQ(found.status, 1);
    EXPECT_EQ(found.err, "");
    EXPECT_THAT(found.out,
                AllOf(HasSubstr("\nThe audit found\n"), HasSubstr("does not meet the rule"),
                      HasSubstr("the certificate is not right")));
    auto const json = verified(moved, "--format json");
    EXPECT_EQ(json.status, 1);
    EXPECT_THAT(json.out,
                AllOf(StartsWith("{\"ok\": false, \"findings\": [{\"kind\": \""),
                      HasSubstr(R"({"kind": "not_eligible", "person": "p01", "intervention": )"
                                R"("start", "pool": 1, "by": null})"),
                      EndsWith("\"certificate\": \"refused\"}\n")));

    auto const cutoff = write("cutoff.json", changed(right, R"("buckets": )", R"("buckets": 1)"));
    auto const altered = verified(cutoff, "--format json");
    EXPECT_EQ(altered.status, 1);
    EXPECT_THAT(altered.out, AllOf(HasSubstr(R"({"kind": "wrong_certificate", "person": null, )"),
                                   Not(HasSubstr("passed_over"))));
}

TEST_F(Verify, WritesNoFileUnlessAllIsRight)
{
    auto const right = certificate();
    auto const wrong =
        write("wrong.json", changed(text_of(right), R"("buckets": )", R"("buckets": 1)"));
    auto const to = folder / "out";
    EXPECT_EQ(verified(wrong, "--output " + to.string()).status, 1);
    EXPECT_FALSE(std::filesystem::exists(to));
    EXPECT_EQ(verified(right, "--output " + to.string()).status, 0);
    EXPECT_THAT(text_of(to), HasSubstr("Verifierad"));
}

TEST_F(Verify, TellsMistakesOfTheDocumentWithTheirPlaces)
{
    auto const right = text_of(certificate());
    auto const wrong =
        write("wrong.json", changed(changed(right, R"("person": "p02")", R"("person": "p99")"),
                                    R"("admits")", R"("admts")"));
    auto const found = verified(wrong);
    EXPECT_EQ(found.status, 1);
    EXPECT_EQ(found.out, "");
    EXPECT_THAT(found.err,
                AllOf(HasSubstr(wrong.string() + ":1:"),
                      HasSubstr(": error: dangling_id: /placements/1/person: "),
                      HasSubstr(": error: unknown_key: /certificate/cutoffs/0/admts: ")));
    auto const of_another = verified(certificate(), "", reserves);
    EXPECT_EQ(of_another.status, 1);
    EXPECT_THAT(of_another.err, HasSubstr(": error: bad_value: /plan: `sample` is another plan"));
}

TEST_F(Verify, NeedsTheMandateAndTheDayOfTheDocument)
{
    auto const right = text_of(certificate());
    auto const said = [&](std::string const& before, std::string const& after) {
        auto const found = verified(write("other.json", changed(right, before, after)));
        EXPECT_EQ(found.status, 1);
        EXPECT_EQ(found.out, "");
        return found.err;
    };
    EXPECT_THAT(said("\"placering\"", "\"planering\""), HasSubstr(": error: no_mandate: "));
    EXPECT_THAT(said("2026-02-28", "2099-01-01"), HasSubstr(": error: not_in_force: "));
    EXPECT_THAT(said("2026-02-28", "28/2"), HasSubstr(": error: bad_value: /as_of: "));
    EXPECT_THAT(said("\"mandate\"", "\"mandat\""), HasSubstr(": error: missing_key: "));
    EXPECT_EQ(verified(folder / "nothing").status, 3);
}

TEST_F(Verify, NeedsFilesOfTheirOwn)
{
    auto const right = certificate();
    auto const copy = write("people.ndjson", text_of(people));
    auto const refused = [&](std::string const& arguments) {
        auto const found = finsam("--language en " + arguments);
        EXPECT_EQ(found.status, 2);
        EXPECT_EQ(found.out, "");
        return found.err;
    };
    auto const one = (folder / "one").string();
    EXPECT_THAT(refused("match " + asked + " --output " + one + " --certificate " + folder.string()
                        + "/./one"),
                StartsWith("finsam: --output and --certificate are one file, "));
    EXPECT_THAT(refused("match " + plan + ' ' + copy.string() + day
                        + " --mandate placering --certificate " + copy.string()),
                StartsWith("finsam: --certificate `" + copy.string() + "` is a file that is read"));
    EXPECT_THAT(refused("verify " + plan + ' ' + people + ' ' + right.string() + " --output "
                        + right.string()),
                StartsWith("finsam: --output `" + right.string() + "` is a file that is read"));
    EXPECT_FALSE(std::filesystem::exists(one));
}

TEST_F(Verify, ACertificateThatCannotBeWrittenLeavesEverythingAsItWas)
{
    auto const to = folder / "result";
    auto const run = [&](std::filesystem::path const& shown) {
        return finsam("match " + asked + " --output " + to.string() + " --certificate "
                      + shown.string())
            .status;
    };
    EXPECT_EQ(run(folder / "nowhere" / "certificate"), 3);
    EXPECT_EQ(run(folder), 3);
    EXPECT_EQ(run("/dev/full"), 3);
    EXPECT_EQ(files(), 0);
    EXPECT_EQ(finsam("match " + plan + ' ' + people + day + " --mandate planering --certificate "
                     + (folder / "certificate").string())
                  .status,
              1);
    EXPECT_EQ(files(), 0);
}

TEST_F(Verify, ReadsTheMatchingFromAPipe)
{
    auto const right = certificate();
    auto const line = "cat " + right.string() + " | \"" + std::getenv("FINSAM") + "\" verify "
                      + plan + ' ' + people + " /dev/stdin --quiet >" + (folder / "out").string();
    EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), 0);
    EXPECT_THAT(text_of(folder / "out"), HasSubstr("Verifierad"));
}

TEST_F(Verify, SaysForWhomACertificateIs)
{
    EXPECT_THAT(finsam("match --help --language en").out,
                AllOf(HasSubstr("--certificate FILE"), HasSubstr("only for who has the mandate")));
    EXPECT_THAT(finsam("verify --help --language en").out,
                StartsWith("Usage: finsam verify PLAN PEOPLE MATCHING [OPTION...]"));
}
