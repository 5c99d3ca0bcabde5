// SPDX-License-Identifier: BSL-1.0
#include "cli/options.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/described.hpp>
#include <finsam/version.hpp>

#include "cli/help.hpp"
#include "cli/layout.hpp"
#include "cli/words.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

namespace finsam::cli {
namespace {

// What was written, before anything is made of it.
struct raw_options
{
    std::string kind, plan, people, matching, as_of, mandate, person, intervention, write,
        certificate, output;
    std::vector<std::string> cases;
    std::string format = std::string(detail::name_of(cli::format::text));
    std::string language = std::string(detail::name_of(finsam::language::sv));
    bool exact = false;
    bool quiet = false;
};

// Help and complaints must be in the right language before the line is read.
language language_of(std::vector<std::string_view> const& arguments)
{
    constexpr std::string_view name = "--language";
    auto found = language::sv;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        auto const one = arguments[i];
        auto const value = one == name && i + 1 < arguments.size()    ? arguments[i + 1]
                           : one.starts_with(std::string(name) + '=') ? one.substr(name.size() + 1)
                                                                      : std::string_view{};
        found = detail::value_named<language>(value).value_or(found);
    }
    return found;
}

template<class E>
std::string choices()
{
    std::string text;
    for (auto const name : detail::names_of<E>())
        text += (text.empty() ? "" : "|") + std::string(name);
    return text;
}

void add_common(CLI::App& app, raw_options& raw, speech const& say)
{
    auto const add = [&](char const* name, std::string& to, std::string type, word about) {
        app.add_option(name, to, say(about))->type_name(std::move(type));
    };
    add("--format", raw.format, choices<format>(), word::about_format);
    add("--language", raw.language, choices<language>(), word::about_language);
    add("--output", raw.output, say(word::file), word::about_output);
    app.add_flag("--quiet", raw.quiet, say(word::about_quiet));
    app.set_help_flag("-h,--help", say(word::about_help));
    app.set_version_flag("--version", "finsam " + std::string(version), say(word::about_version));
}

void add_subcommands(CLI::App& app, raw_options& raw, speech const& say)
{
    auto const about = [&](subcommand one) {
        switch (one) {
        case subcommand::check:
            return say(word::about_check);
        case subcommand::assess:
            return say(word::about_assess);
        case subcommand::match:
            return say(word::about_match);
        case subcommand::why:
            return say(word::about_why);
        case subcommand::verify:
            return say(word::about_verify);
        case subcommand::gaps:
            return say(word::about_gaps);
        case subcommand::places:
            return say(word::about_places);
        case subcommand::costs:
            return say(word::about_costs);
        case subcommand::snapshot:
            return say(word::about_snapshot);
        case subcommand::test:
            return say(word::about_test);
        case subcommand::schema:
            return say(word::about_schema);
        }
        return std::string{};
    };
    for (auto const command : detail::names_of<subcommand>()) {
        auto const one = *detail::value_named<subcommand>(command);
        auto& sub = *app.add_subcommand(std::string(command), about(one));
        auto const option = [&](char const* name, std::string& to, word type, word what) {
            return sub.add_option(name, to, say(what))->type_name(say(type));
        };
        if (one == subcommand::test) {
            sub.add_option("CASES", raw.cases, say(word::about_cases))->required();
        } else if (one == subcommand::schema) {
            sub.add_option("KIND", raw.kind, say(word::about_kind))->required();
            sub.add_option("PLAN", raw.plan, say(word::about_schema_plan));
        } else {
            sub.add_option("PLAN", raw.plan, say(word::about_plan))->required();
            if (one != subcommand::check && one != subcommand::costs)
                sub.add_option("PEOPLE", raw.people, say(word::about_people))->required();
            if (one == subcommand::verify)
                sub.add_option("MATCHING", raw.matching, say(word::about_matching))->required();
            auto const checking = one == subcommand::check;
            if (one != subcommand::snapshot && one != subcommand::verify)
                option("--as-of", raw.as_of, word::date,
                       checking ? word::about_check_as_of : word::about_as_of)
                    ->required(!checking);
        }
        if (one == subcommand::check)
            option("--write", raw.write, word::file, word::about_write);
        if (one == subcommand::match || one == subcommand::gaps || one == subcommand::why
            || one == subcommand::places)
            option("--mandate", raw.mandate, word::id, word::about_mandate)->required();
        if (one == subcommand::match)
            option("--certificate", raw.certificate, word::file, word::about_certificate);
        if (one == subcommand::assess)
            option("--person", raw.person, word::id, word::about_person);
        if (one == subcommand::why) {
            option("--person", raw.person, word::id, word::about_person_asked)->required();
            option("--intervention", raw.intervention, word::id, word::about_intervention)
                ->required();
        }
        if (one == subcommand::gaps || one == subcommand::places)
            sub.add_flag("--exact", raw.exact, say(word::about_exact));
        add_common(sub, raw, say);
    }
    app.require_subcommand(1);
}

template<class E>
E choice_of(std::string const& name, std::string const& option, speech const& say)
{
    if (auto const found = detail::value_named<E>(name))
        return *found;
    throw wrong_usage(say(word::bad_choice,
                          {{"wrong", plain(name)}, {"option", option}, {"choices", choices<E>()}}));
}

// An argument that gives something to what takes nothing: `--exact=no` would count as `--exact`.
char const* flag_with_value(int count, char const* const* arguments)
{
    for (int i = 1; i < count && std::string_view(arguments[i]) != "--"; ++i)
        for (std::string_view const flag : {"--exact=", "--quiet=", "--help=", "--version="})
            if (std::string_view(arguments[i]).starts_with(flag))
                return arguments[i];
    return nullptr;
}

// Whether both name one place, be there a file already or not.
bool are_same(std::filesystem::path const& a, std::filesystem::path const& b)
{
    std::error_code code;
    auto const whole = [&](std::filesystem::path const& one) {
        return weakly_canonical(absolute(one, code), code);
    };
    return std::filesystem::equivalent(a, b, code) || whole(a) == whole(b);
}

// Whether a result written there would take the place of something that is read.
bool is_read(std::filesystem::path const& place, options const& wanted)
{
    auto const same = [&](std::filesystem::path const& input) {
        std::error_code code;
        return !input.empty() && std::filesystem::is_regular_file(input, code)
               && std::filesystem::equivalent(place, input, code);
    };
    return same(wanted.plan) || same(wanted.people) || same(wanted.matching)
           || std::ranges::any_of(wanted.cases, same);
}

} // namespace

options read_options(int count, char const* const* arguments)
{
    speech const say(language_of({arguments + std::min(count, 1), arguments + count}));
    if (auto const* wrong = flag_with_value(count, arguments))
        throw wrong_usage(say(word::unknown_option, {{"wrong", plain(wrong)}}));
    raw_options raw;
    CLI::App app(say(word::about));
    app.name("finsam");
    add_common(app, raw, say);
    add_subcommands(app, raw, say);
    try {
        app.parse(count, arguments);
    } catch (CLI::CallForHelp const&) {
        auto const picked = app.get_subcommands();
        throw telling{help_of(picked.empty() ? app : *picked.back(), picked.empty(), say)};
    } catch (CLI::CallForVersion const& told) {
        throw telling{std::string(told.what()) + '\n'};
    } catch (CLI::ParseError const& error) {
        throw wrong_usage(complaint(app, error, say));
    }

    auto const& picked = *app.get_subcommands().back();
    options wanted{.subcommand = *detail::value_named<subcommand>(picked.get_name()),
                   .plan = raw.plan,
                   .people = raw.people,
                   .matching = raw.matching,
                   .cases = {raw.cases.begin(), raw.cases.end()},
                   .mandate = raw.mandate,
                   .intervention = raw.intervention,
                   .exact = raw.exact,
                   .quiet = raw.quiet};
    auto const given = [&](char const* name) {
        auto const* one = picked.get_option_no_throw(name);
        return (one != nullptr && one->count() > 0)
               || (app.get_option_no_throw(name) != nullptr && app.count(name) > 0);
    };
    if (wanted.subcommand == subcommand::schema) {
        wanted.kind = choice_of<document_kind>(raw.kind, "KIND", say);
        if (wanted.kind == document_kind::plan && given("PLAN"))
            throw wrong_usage(say(word::unexpected, {{"wrong", plain(raw.plan)}}));
    }
    wanted.format = choice_of<format>(raw.format, "--format", say);
    wanted.language = choice_of<language>(raw.language, "--language", say);
    if (given("--as-of")) {
        wanted.as_of = detail::parse_date(raw.as_of);
        if (!wanted.as_of)
            throw wrong_usage(say(word::bad_date, {{"wrong", plain(raw.as_of)}}));
    }
    if (given("--person"))
        wanted.person = raw.person;
    if (given("--write"))
        wanted.write = raw.write;
    if (needs_output(picked.get_name()) && !given("--output"))
        throw wrong_usage(say(word::required, {{"missing", "--output " + say(word::file)}}));
    if (given("--output"))
        wanted.output = raw.output;
    if (given("--certificate"))
        wanted.certificate = raw.certificate;

    auto const one_file = [&](auto const& other, std::string const& option) {
        if (wanted.output && other && are_same(*wanted.output, *other))
            throw wrong_usage(
                say(word::two_outputs, {{"option", option}, {"wrong", plain(raw.output)}}));
    };
    one_file(wanted.write, "--write");
    one_file(wanted.certificate, "--certificate");
    auto const not_read = [&](auto const& place, std::string const& option) {
        if (place && is_read(*place, wanted))
            throw wrong_usage(say(word::output_is_input,
                                  {{"option", option}, {"wrong", plain(place->string())}}));
    };
    not_read(wanted.output, "--output");
    not_read(wanted.certificate, "--certificate");
    return wanted;
}

} // namespace finsam::cli
