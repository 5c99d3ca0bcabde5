// SPDX-License-Identifier: BSL-1.0
#include <finsam/columns.h>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>

#include "c/calls.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace finsam {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;
using ::testing::Not;

/// Two people of a plan with a fact of each kind, in columns that a test breaks in one place.
class BrokenColumnsInC : public ::testing::Test
{
protected:
    plan const agreed =
        parse_plan(read_text("examples/plans/ostra-sodertorn-2022.plan.json")).value();
    owned<finsam_engine> const engine = engine_of(write_plan(agreed), "2022-03-01");

    std::int64_t id_ends[3] = {0, 1, 2};
    std::int64_t code_ends[3] = {0, 4, 8};
    std::int32_t municipality[2] = {0, 1};
    std::int32_t birth[2] = {10'000, 11'000};
    std::uint8_t in_work[2] = {1, 0};
    std::uint64_t barriers[2] = {0b11, 0};
    std::int32_t sick_since[2] = {19'000, 0};
    std::int32_t education[2] = {0, 1};
    std::uint8_t one_bit[1] = {0b01};
    std::uint8_t other_bit[1] = {0b10};
    std::int64_t place_ends[3] = {0, 5, 5};
    std::int64_t wish_ends[3] = {0, 12, 12};

    finsam_texts ids = texts("ab", id_ends);
    finsam_texts codes = texts("01360138", code_ends);
    finsam_texts placed = texts("samma", place_ends);
    finsam_texts preferences = texts("samma;lumena", wish_ends);
    std::vector<finsam_column> columns = {
        column("municipality", municipality), column("birth_date", birth),
        column("in_work", in_work),           column("barriers", barriers),
        column("sick_since", sick_since),     column("education", education)};
    std::vector<finsam_consent> consents = {{.size = sizeof(finsam_consent),
                                             .holder = "social_insurance_agency",
                                             .holder_length = 23,
                                             .given = one_bit,
                                             .given_length = 1}};
    finsam_columns table{};

    void SetUp() override
    {
        columns[0].codes = &codes;
        placed.valid = one_bit;
        placed.valid_length = 1;
        table = {.size = sizeof table,
                 .people = 2,
                 .ids = &ids,
                 .columns = columns.data(),
                 .column_count = columns.size(),
                 .consents = consents.data(),
                 .consent_count = consents.size(),
                 .placed = &placed,
                 .preferences = &preferences};
    }

    static finsam_texts texts(std::string_view characters, std::int64_t const (&offsets)[3])
    {
        return {.size = sizeof(finsam_texts),
                .characters = characters.data(),
                .length = characters.size(),
                .offsets = offsets,
                .offset_count = 3,
                .valid = nullptr,
                .valid_length = 0};
    }
    template<class Number>
    static finsam_column column(std::string_view fact, Number const (&values)[2])
    {
        return {.size = sizeof(finsam_column),
                .fact = fact.data(),
                .fact_length = fact.size(),
                .values = values,
                .value_size = sizeof(Number),
                .value_count = 2,
                .valid = nullptr,
                .valid_length = 0,
                .none = nullptr,
                .none_length = 0,
                .codes = nullptr};
    }

    reply give()
    {
        owned<finsam_people> made;
        auto const one = people_from_in_c(engine.get(), table, made);
        EXPECT_EQ(made == nullptr, one.status != finsam_done);
        return one;
    }
    void expect_wrong(std::string_view code, std::string_view pointer)
    {
        auto const one = give();
        EXPECT_EQ(one.status, finsam_wrong_document) << one;
        EXPECT_THAT(one.document, HasSubstr(R"({"errors": 1,)"));
        EXPECT_THAT(one.document, HasSubstr("\"code\": \"" + std::string(code)
                                            + "\", \"pointer\": \"" + std::string(pointer) + "\""));
    }
    void expect_wrong_use(std::string_view pointer)
    {
        auto const one = give();
        EXPECT_EQ(one.status, finsam_wrong_use) << one;
        EXPECT_THAT(one.document, HasSubstr("\"pointer\": \"" + std::string(pointer) + "\""));
    }
};

TEST_F(BrokenColumnsInC, AreGoodUntilTheyAreBroken)
{
    EXPECT_EQ(give(), (reply{finsam_done, to_json(diagnostics{})}));
    columns[0].value_count = table.people = 0;
    ids.offset_count = placed.offset_count = preferences.offset_count = 1;
    table.column_count = 1;
    EXPECT_EQ(give(), (reply{finsam_done, to_json(diagnostics{})}));
}

TEST_F(BrokenColumnsInC, AreAsLongAsThereArePeople)
{
    columns[2].value_count = 1;
    expect_wrong("bad_value", "/columns/2");
    columns[2].value_count = 2;
    columns[2].valid = one_bit;
    expect_wrong("bad_value", "/columns/2/valid");
    columns[2].valid = nullptr;
    columns[1].none = one_bit;
    expect_wrong("bad_value", "/columns/1/none");
    columns[1].none = nullptr;
    consents[0].given_length = 0;
    expect_wrong("bad_value", "/consents/0/given");
    consents[0].given_length = 1;
    ids.offset_count = 2;
    expect_wrong("bad_value", "/ids/offsets");
    ids.offset_count = 0;
    expect_wrong("bad_value", "/ids/offsets");
    ids.offset_count = 3;
    placed.offset_count = 4;
    expect_wrong("bad_value", "/placed/offsets");
    placed.offset_count = 3;
    placed.valid_length = 0;
    expect_wrong("bad_value", "/placed/valid");
}

TEST_F(BrokenColumnsInC, HaveOffsetsThatAscendWithinTheCharacters)
{
    id_ends[0] = -1;
    expect_wrong("bad_value", "/ids/offsets/0");
    id_ends[0] = 2;
    expect_wrong("bad_value", "/ids/offsets/1");
    id_ends[0] = 0;
    id_ends[2] = 3;
    expect_wrong("bad_value", "/ids/offsets/2");
}

TEST_F(BrokenColumnsInC, AreAboutFactsOfThePlanInMemoryThatFits)
{
    columns[2] = column("in_wrok", in_work);
    expect_wrong("dangling_id", "/columns/2");
    columns[2] = columns[1];
    expect_wrong("duplicate_id", "/columns/2");
    columns[2] = column("in_work", barriers);
    expect_wrong("wrong_kind", "/columns/2");
    columns[2] = column("in_work", in_work);
    columns[2].codes = &codes;
    expect_wrong("wrong_kind", "/columns/2/codes");
}

TEST_F(BrokenColumnsInC, HaveValuesThatTheFactCanHave)
{
    in_work[1] = 2;
    expect_wrong("bad_value", "/columns/2/values/1");
    in_work[1] = 0;
    barriers[1] = std::uint64_t{1} << 63;
    expect_wrong("bad_value", "/columns/3/values/1");
    barriers[1] = 0;
    municipality[1] = 2;
    expect_wrong("bad_value", "/columns/0/values/1");
    municipality[1] = -1;
    expect_wrong("bad_value", "/columns/0/values/1");
    municipality[1] = 1;
    education[0] = 77;
    expect_wrong("bad_value", "/columns/5/values/0");
    EXPECT_THAT(give().document, Not(HasSubstr("77")));
    education[0] = -1;
    expect_wrong("bad_value", "/columns/5/values/0");
    education[0] = 0;
    birth[1] = 2'932'897; // 10000-01-01
    expect_wrong("bad_value", "/columns/1/values/1");
    birth[1] = -719'163; // the day before 0001-01-01
    expect_wrong("bad_value", "/columns/1/values/1");
    birth[1] = 2'932'896;
    EXPECT_EQ(give().status, finsam_done);
}

TEST_F(BrokenColumnsInC, HaveNoneOnlyWhereTheFactCanBeNone)
{
    columns[1].valid = one_bit;
    columns[1].none = other_bit;
    columns[1].valid_length = columns[1].none_length = 1;
    EXPECT_EQ(give().status, finsam_done);
    columns[1].none = one_bit;
    expect_wrong("bad_value", "/columns/1/none/0"); // a value as well
    columns[1] = column("birth_date", birth);
    columns[2].none = one_bit;
    columns[2].none_length = 1;
    expect_wrong("wrong_type", "/columns/2/none/0");
}

TEST_F(BrokenColumnsInC, AreNotLookedAtWhereThereIsNoValueOrNoConsent)
{
    sick_since[1] = std::numeric_limits<std::int32_t>::max(); // has not consented
    EXPECT_EQ(give().status, finsam_done);
    std::uint8_t const both_bits[1] = {0b11};
    consents[0].given = both_bits;
    expect_wrong("bad_value", "/columns/4/values/1");
    columns[4].valid = one_bit;
    columns[4].valid_length = 1;
    EXPECT_EQ(give().status, finsam_done);
    columns[2].valid = one_bit;
    columns[2].valid_length = 1;
    in_work[1] = 200;
    EXPECT_EQ(give().status, finsam_done);
}

TEST_F(BrokenColumnsInC, HaveAPseudonymForEach)
{
    ids.characters = "aa";
    expect_wrong("duplicate_id", "/ids/1");
    ids.characters = "a\xFF";
    expect_wrong("syntax", "/ids/1");
    ids.characters = "ab";
    id_ends[2] = 1;
    expect_wrong("bad_value", "/ids/1");
    id_ends[2] = 2;
    ids.valid = one_bit;
    ids.valid_length = 1;
    expect_wrong("missing_key", "/ids/1");
    ids.valid = nullptr;
    ids.characters = "a19121212-1212";
    ids.length = 14;
    id_ends[2] = 14;
    expect_wrong("personal_number", "/ids/1");
    EXPECT_THAT(give().document, Not(HasSubstr("1212")));
    std::string const endless(66, 'x');
    ids.characters = endless.data();
    ids.length = endless.size();
    id_ends[2] = 66;
    expect_wrong("bad_value", "/ids/1");
}

TEST_F(BrokenColumnsInC, HaveCodesThatCanStandInAFile)
{
    code_ends[2] = 4;
    expect_wrong("bad_value", "/columns/0/codes/1");
    code_ends[2] = 8;
    codes.characters = "01360136";
    expect_wrong("duplicate_id", "/columns/0/codes/1");
    codes.characters = "0136013\xFF";
    expect_wrong("syntax", "/columns/0/codes/1");
}

TEST_F(BrokenColumnsInC, NameInterventionsOfThePlan)
{
    placed.characters = "samna";
    expect_wrong("dangling_id", "/placed/0");
    preferences.characters = "samma;lumina";
    placed.characters = "samma";
    expect_wrong("dangling_id", "/preferences/0");
    preferences.characters = "samma;samma;";
    wish_ends[1] = wish_ends[2] = 11;
    expect_wrong("duplicate_id", "/preferences/0");
    preferences.characters = "samma;lumena";
    wish_ends[1] = wish_ends[2] = 6; // `samma;`
    expect_wrong("dangling_id", "/preferences/0");
    wish_ends[1] = wish_ends[2] = 5;
    placed.characters = "employer-knowledge";
    placed.length = 18;
    place_ends[1] = place_ends[2] = 18;
    expect_wrong("bad_value", "/placed/0"); // it is structural
    placed.characters = "samma";
    place_ends[1] = place_ends[2] = 5;
    columns[0].valid = other_bit;
    columns[0].valid_length = 1;
    expect_wrong("missing_key", "/placed/0");
}

TEST_F(BrokenColumnsInC, NameHoldersOfThePlan)
{
    consents[0].holder_length = 22;
    expect_wrong("dangling_id", "/consents/0");
    consents[0].holder_length = 23;
    consents.push_back(consents[0]);
    table.consents = consents.data();
    table.consent_count = 2;
    expect_wrong("duplicate_id", "/consents/1");
}

TEST_F(BrokenColumnsInC, TellAllMistakesAtOnceAndListAHundred)
{
    in_work[0] = 9;
    birth[0] = std::numeric_limits<std::int32_t>::min();
    ids.characters = "aa";
    consents[0].holder_length = 3;
    preferences.characters = "samma;lumina";
    placed.characters = "samna";
    auto const all = give().document;
    EXPECT_THAT(all, HasSubstr(R"({"errors": 6,)"));
    EXPECT_THAT(all, HasSubstr(R"("/placed/0")"));
    EXPECT_THAT(all, HasSubstr(R"("/preferences/0")"));

    constexpr std::size_t many = 250;
    std::string const same(many, 'a');
    std::vector<std::int64_t> ends;
    for (std::size_t i = 0; i <= many; ++i)
        ends.push_back(static_cast<std::int64_t>(i));
    ids.characters = same.data();
    ids.length = many;
    ids.offsets = ends.data();
    ids.offset_count = many + 1;
    table = {.size = sizeof table,
             .people = many,
             .ids = &ids,
             .columns = nullptr,
             .column_count = 0,
             .consents = nullptr,
             .consent_count = 0,
             .placed = nullptr,
             .preferences = nullptr};
    auto const one = give().document;
    EXPECT_THAT(one, HasSubstr(R"({"errors": 249,)"));
    EXPECT_THAT(one, HasSubstr(R"("/ids/100")"));
    EXPECT_THAT(one, Not(HasSubstr(R"("/ids/101")")));
}

TEST_F(BrokenColumnsInC, TellThatAMunicipalityIsMissingBesideOtherMistakes)
{
    columns[0].valid = other_bit; // the one who is placed has none
    columns[0].valid_length = 1;
    in_work[0] = 9;
    auto const one = give().document;
    EXPECT_THAT(one, HasSubstr(R"({"errors": 2,)"));
    EXPECT_THAT(one, HasSubstr(R"("code": "missing_key", "pointer": "/placed/0")"));
    EXPECT_THAT(one, HasSubstr(R"("pointer": "/columns/2/values/0")"));
}

TEST_F(BrokenColumnsInC, AreNotSaidToLackAMunicipalityThatCannotBeRead)
{
    columns[0].valid = other_bit; // too few
    expect_wrong("bad_value", "/columns/0/valid");
    columns[0].valid = nullptr;
    columns[0].value_count = 1;
    expect_wrong("bad_value", "/columns/0");
    columns[0].value_count = 2;
    municipality[0] = 2;
    expect_wrong("bad_value", "/columns/0/values/0");
    municipality[0] = 0;
    table.columns = columns.data() + 1;
    table.column_count = columns.size() - 1;
    expect_wrong("missing_key", "/placed/0"); // nobody has one on record
}

TEST_F(BrokenColumnsInC, AreToldToBeGivenTwiceEvenIfTheirValuesAreWrong)
{
    in_work[0] = 9;
    columns[4] = columns[2];
    auto const one = give().document;
    EXPECT_THAT(one, HasSubstr(R"({"errors": 3,)"));
    EXPECT_THAT(one, HasSubstr(R"("code": "duplicate_id", "pointer": "/columns/4")"));
    columns[4] = column("sick_since", barriers);
    columns[4].codes = &codes;
    in_work[0] = 1;
    auto const other = give().document;
    EXPECT_THAT(other, HasSubstr(R"({"errors": 2,)"));
    EXPECT_THAT(other, HasSubstr(R"("code": "wrong_kind", "pointer": "/columns/4")"));
    EXPECT_THAT(other, HasSubstr(R"("code": "wrong_kind", "pointer": "/columns/4/codes")"));
}

TEST_F(BrokenColumnsInC, AreUsedWronglyWithNullOrAnotherSize)
{
    table.size = 1;
    expect_wrong_use("/size");
    table.size = sizeof table;
    table.ids = nullptr;
    expect_wrong_use("/ids");
    table.ids = &ids;
    ids.size -= 1;
    expect_wrong_use("/ids/size");
    ids.size += 1;
    ids.offsets = nullptr;
    expect_wrong_use("/ids/offsets");
    ids.offsets = reinterpret_cast<std::int64_t const*>(reinterpret_cast<char const*>(id_ends) + 4);
    expect_wrong_use("/ids/offsets");
    ids.offsets = id_ends;
    ids.characters = nullptr;
    expect_wrong_use("/ids/characters");
    ids.characters = "ab";
    table.columns = nullptr;
    expect_wrong_use("/columns");
    table.columns = columns.data();
    columns[0].size = 8;
    expect_wrong_use("/columns/0/size");
    columns[0].size = sizeof(finsam_column);
    columns[3].size = 0;
    expect_wrong_use("/columns/3/size");
    columns[3].size = sizeof(finsam_column);
    columns[1].fact = nullptr;
    expect_wrong_use("/columns/1/fact");
    columns[1] = column("birth_date", birth);
    columns[1].values = nullptr;
    expect_wrong_use("/columns/1/values");
    columns[1] = column("birth_date", birth);
    columns[1].value_size = 2;
    expect_wrong_use("/columns/1/value_size");
    columns[1] = column("birth_date", birth);
    columns[1].values = reinterpret_cast<char const*>(birth) + 1;
    expect_wrong_use("/columns/1/values");
    columns[1] = column("birth_date", birth);
    columns[0].codes = nullptr;
    expect_wrong_use("/columns/0/codes");
    columns[0].codes = &codes;
    codes.size = 0;
    expect_wrong_use("/columns/0/codes/size");
    codes.size = sizeof codes;
    table.consents = nullptr;
    expect_wrong_use("/consents");
    table.consents = consents.data();
    consents[0].size = 1;
    expect_wrong_use("/consents/0/size");
    consents[0].size = sizeof(finsam_consent);
    consents[0].holder = nullptr;
    expect_wrong_use("/consents/0/holder");
    consents[0].holder = "social_insurance_agency";
    consents[0].given = nullptr;
    expect_wrong_use("/consents/0/given");
    consents[0].given = one_bit;
    EXPECT_EQ(give().status, finsam_done);
}

} // namespace
} // namespace finsam
