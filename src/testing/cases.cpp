// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/engine/assess.hpp>
#include <finsam/engine/sentence.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/testing/cases.hpp>

#include "engine/phrases.hpp"
#include "io/file.hpp"
#include "io/utf8.hpp"
#include "testing/case_reader.hpp"
#include "testing/reason_line.hpp"
#include "testing/run_cases.hpp"

#include <algorithm>
#include <utility>

namespace finsam {
namespace {

// What a failing case says, in each language.
struct failure_words
{
    std::string_view mismatch, answer, missing, withheld, reasons, tier, nothing;
};

constexpr failure_words words_in(language spoken)
{
    switch (spoken) {
    case language::sv:
        return {"{what}: väntade {expected}, fann {found}",
                "svar",
                "saknas",
                "samtycke saknas",
                "skäl",
                "turordning",
                "inget"};
    case language::en:
        return {"{what}: expected {expected}, found {found}",
                "answer",
                "missing",
                "no consent",
                "reasons",
                "tier",
                "none"};
    }
    return {};
}

/// Compares what one case expects with what the engine answers.
class comparison
{
public:
    comparison(engine const& compiled, test_case const& one, language spoken)
        : compiled_{compiled}
        , case_{one}
        , spoken_{spoken}
        , say_{words_in(spoken)}
    {}

    /// The lines of a failure; none if all is as expected.
    [[nodiscard]] std::vector<std::string> operator()()
    {
        auto const assessed = assess(compiled_, case_.someone);
        for (auto const& expected : case_.needs_groups)
            compare(expected, assessed.needs_groups[expected.position]);
        if (case_.tier && *case_.tier != assessed.tier)
            mismatch(say_.tier, tier_words(*case_.tier), tier_words(assessed.tier));
        for (auto const& expected : case_.interventions)
            compare(expected, assessed.interventions[expected.position]);
        return std::move(lines_);
    }

private:
    void compare(expected_answer const& expected, answer const& found)
    {
        auto const before = lines_.size();
        auto const what = [&](std::string_view of) { return found.id + ", " + std::string(of); };
        if (expected.answer != found.answer)
            mismatch(what(say_.answer), word(expected.answer), word(found.answer));
        compare_facts(what(say_.missing), expected.missing, found.missing);
        compare_facts(what(say_.withheld), expected.withheld, found.withheld);
        if (expected.reasons) {
            std::vector<std::string> pointers;
            for (auto const& why : found.reasons)
                pointers.push_back(why.at);
            if (*expected.reasons != pointers)
                mismatch(what(say_.reasons), listed(*expected.reasons), listed(pointers));
        }
        if (lines_.size() == before)
            return;
        for (auto const& why : found.reasons)
            lines_.push_back("  " + reason_line(compiled_, case_.someone, why, spoken_));
    }

    /// The facts are the same in any order: only reasons are told in one.
    void compare_facts(std::string const& what, std::optional<std::vector<std::string>> expected,
                       std::vector<std::string> found)
    {
        if (!expected)
            return;
        std::ranges::sort(*expected);
        auto sorted = found;
        std::ranges::sort(sorted);
        if (*expected != sorted)
            mismatch(what, listed(*expected), listed(found));
    }

    void mismatch(std::string_view what, std::string expected, std::string found)
    {
        lines_.push_back(filled(say_.mismatch, {{"what", std::string(what)},
                                                {"expected", std::move(expected)},
                                                {"found", std::move(found)}}));
    }

    [[nodiscard]] std::string listed(std::vector<std::string> const& words) const
    {
        return words.empty() ? std::string(say_.nothing) : detail::joined(words);
    }
    [[nodiscard]] std::string tier_words(std::optional<std::int64_t> tier) const
    {
        return tier ? std::to_string(*tier) : std::string(say_.nothing);
    }
    // The words of the case file, so that what is found can be written there.
    [[nodiscard]] static std::string word(truth one) { return std::string(detail::name_of(one)); }

    engine const& compiled_;
    test_case const& case_;
    language spoken_;
    failure_words say_;
    std::vector<std::string> lines_;
};

/// The plan of a file, lowered for a day; its mistakes go into `found`.
std::optional<engine> open_plan(std::filesystem::path const& file, date as_of, diagnostics& found)
{
    auto read = inspect_plan(file, as_of);
    for (auto& one : read.found.list)
        add(found, std::move(one));
    if (!read.value)
        return {};
    auto compiled = compile(std::move(*read.value), as_of);
    if (compiled)
        return std::move(*compiled);
    for (auto one : compiled.error().list) {
        if (one.file.empty())
            one.file = file.string();
        add(found, std::move(one));
    }
    return {};
}

/// That the plan is not in force on the day is a mistake of whoever names the day.
void tell_about_day(io::reader& in, case_heading const& heading, diagnostics& found)
{
    auto const day = std::ranges::find_if(found.list, [](diagnostic const& one) {
        return one.code == diagnostic_code::not_in_force && one.pointer == "/period";
    });
    if (day == found.list.end())
        return;
    in.complain(day->code, heading.as_of_at, io::place().member("as_of"), day->message, day->hint);
    found.list.erase(day);
    --found.errors;
}

} // namespace

result<case_outcome> run_cases_of(std::string_view text, std::string_view name,
                                  plan_opener const& open, language spoken)
{
    auto const document = io::parse_document(io::without_mark(text), name);
    io::reader in{.source = document, .found = document.found};
    diagnostics found;
    std::vector<test_case> cases;
    std::optional<engine> compiled;
    if (document.readable) {
        auto const heading = read_heading(in);
        if (heading.plan && heading.as_of)
            compiled = open(*heading.plan, *heading.as_of, found);
        tell_about_day(in, heading, found);
        if (compiled)
            cases = read_cases(in, *compiled);
    }
    std::ranges::stable_sort(in.found, {},
                             [](diagnostic const& one) { return std::pair(one.line, one.column); });
    for (auto& one : in.found)
        add(found, std::move(one));
    if (found.errors > 0)
        return found;

    case_outcome outcome{.warnings = std::move(found)};
    for (auto const& one : cases) {
        auto lines = comparison(*compiled, one, spoken)();
        if (lines.empty())
            ++outcome.passed;
        else
            outcome.failed.push_back({one.name, std::move(lines)});
    }
    return outcome;
}

result<case_outcome> run_cases(std::filesystem::path const& file, language spoken)
{
    auto const text = io::read_file(file);
    if (!text)
        return text.error();
    auto const open = [&](std::string const& plan, date as_of, diagnostics& found) {
        return open_plan(file.parent_path() / plan, as_of, found);
    };
    return run_cases_of(*text, file.string(), open, spoken);
}

} // namespace finsam
