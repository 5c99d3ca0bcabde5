// SPDX-License-Identifier: BSL-1.0
#include "cli/help.hpp"

#include <finsam/detail/described.hpp>
#include <finsam/detail/suggest.hpp>

#include "cli/layout.hpp"
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

namespace finsam::cli {
namespace {

std::string shown(CLI::Option const& one)
{
    if (one.get_positional())
        return one.get_name() + (one.get_items_expected_max() > 1 ? "..." : "");
    auto const type = one.get_type_name();
    return one.get_name(false, true) + (type.empty() ? "" : ' ' + type);
}

// "; did you mean `x`?", or nothing.
std::string guess(CLI::App const& app, std::string_view wrong, speech const& say)
{
    std::vector<std::string> known;
    if (wrong.starts_with('-')) {
        for (auto const* one : app.get_options())
            for (auto const& name : one->get_lnames())
                known.push_back("--" + name);
    } else {
        for (auto const name : detail::names_of<subcommand>())
            known.emplace_back(name);
    }
    auto const meant = detail::suggestion(wrong.substr(0, wrong.find('=')), known);
    return meant.empty() ? std::string{} : "; " + say(word::did_you_mean, {{"meant", meant}});
}

} // namespace

bool needs_output(std::string_view subcommand)
{
    return subcommand == detail::name_of(cli::subcommand::snapshot);
}

std::string help_of(CLI::App const& app, bool whole, speech const& say)
{
    std::string line = say(word::usage) + ": finsam";
    table arguments({aligned::left, aligned::left}), optional = arguments, commands = arguments;
    line += whole ? ' ' + say(word::command) : ' ' + app.get_name();
    for (auto const* one : app.get_options()) {
        (one->get_positional() ? arguments : optional).row({shown(*one), one->get_description()});
        if (one->get_required() || (needs_output(app.get_name()) && one->get_name() == "--output"))
            line += ' ' + shown(*one);
        else if (one->get_positional())
            line += " [" + shown(*one) + ']';
    }
    for (auto const* one : app.get_subcommands([](CLI::App const*) { return true; }))
        commands.row({one->get_name(), one->get_description()});

    std::string text = line + " [" + say(word::option) + "...]\n\n" + app.get_description() + '\n';
    auto const part = [&](word heading, table const& rows) {
        if (!rows.empty())
            text += '\n' + say(heading) + ":\n" + rows.text();
    };
    part(word::commands, commands);
    part(word::arguments, arguments);
    part(word::options, optional);
    return text;
}

std::string complaint(CLI::App const& app, CLI::ParseError const& error, speech const& say)
{
    auto const chosen = app.get_subcommands();
    auto const& part = chosen.empty() ? app : *chosen.back();
    auto const extras = app.remaining(true);
    auto const option = std::ranges::find_if(
        extras, [](std::string const& one) { return one.starts_with('-') && one != "-"; });
    if (option != extras.end())
        return say(word::unknown_option, {{"wrong", plain(*option)}}) + guess(part, *option, say);
    if (chosen.empty() && !extras.empty())
        return say(word::unknown_command, {{"wrong", plain(extras.front())}})
               + guess(part, extras.front(), say);
    if (chosen.empty())
        return say(word::no_command);
    for (auto const* one : part.get_options())
        if (one->get_required() && one->count() == 0)
            return say(word::required, {{"missing", shown(*one)}});
    for (auto const* one : part.get_options())
        if (std::string_view(error.what()).starts_with(one->get_name() + ":"))
            return say(one->count() > 1 ? word::repeated : word::no_value,
                       {{"option", shown(*one)}});
    if (!extras.empty())
        return say(word::unexpected, {{"wrong", plain(extras.front())}});
    return say(word::wrong_usage, {{"why", error.what()}});
}

} // namespace finsam::cli
