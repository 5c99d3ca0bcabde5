// SPDX-License-Identifier: BSL-1.0
#include "rules/checking.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/suggest.hpp>

#include <algorithm>
#include <utility>

namespace finsam::checking {

namespace {

severity severity_of(diagnostic_code code)
{
    using enum diagnostic_code;
    constexpr diagnostic_code warnings[] = {unequal_shares, cost_exceeds_contributions,
                                            no_coordinator, unsatisfiable,
                                            always_met,     no_places,
                                            unused,         capacity_test_in_ips,
                                            no_seed,        reserve_exceeds_places,
                                            not_honest};
    return std::ranges::find(warnings, code) == std::end(warnings) ? severity::error
                                                                   : severity::warning;
}

} // namespace

bool state::tell(diagnostic_code code, std::string_view pointer, std::string message,
                 std::string hint)
{
    return tell_about(pointer, std::string(pointer), code, std::move(message), std::move(hint));
}

bool state::tell_about(std::string_view pointer, std::string covered, diagnostic_code code,
                       std::string message, std::string hint)
{
    if (told.cover(pointer) || told.cover(covered))
        return false;
    auto const how = severity_of(code);
    found.push_back({.severity = how,
                     .code = code,
                     .pointer = std::string(pointer),
                     .message = std::move(message),
                     .hint = std::move(hint)});
    if (how == severity::error && !covered.empty())
        told.add(std::move(covered));
    return true;
}

std::optional<std::size_t> state::resolve(registry& among, std::string_view name,
                                          std::string const& pointer)
{
    if (auto const found_name = among.find(name)) {
        among.used[*found_name] = true;
        return found_name;
    }
    if (told.cover(pointer))
        return {};
    auto const meant = among.meant_by(name);
    if (auto const guess = among.find(meant))
        among.used[*guess] = true;
    else
        among.used_unrecognisably = true;
    if (among.may_be_missing(name, meant))
        return {};

    std::string const many{among.many};
    tell(diagnostic_code::dangling_id, pointer,
         "no " + std::string(among.one) + " is named " + backticked(name),
         !meant.empty()        ? "did you mean " + backticked(meant) + "?"
         : among.names.empty() ? "there are no " + many
                               : "the " + many + " are " + detail::listed(among.names));
    return {};
}

std::optional<std::size_t> state::resolve_member(std::string_view name, std::string const& pointer)
{
    auto const number = members.find(name);
    if (!number || members.places[*number].front() < agreed.members.size())
        return resolve(own_members, name, pointer);
    tell(diagnostic_code::dangling_id, pointer,
         backticked(name) + " is an organisation outside the association",
         "only a member can stand here");
    return {};
}

member const* state::known_member(std::string_view id) const
{
    auto const number = members.find(id);
    if (!number || members.places[*number].size() > 1)
        return nullptr;
    auto const place = members.places[*number].front();
    if (place >= agreed.members.size())
        return nullptr;
    auto const pointer = under("/members", place);
    if (told.touch(under(pointer, "party")) || told.hide<member>(pointer, "code"))
        return nullptr;
    return &agreed.members[place];
}

std::string backticked(std::string_view word)
{
    return detail::in_backticks(word);
}

std::string in_words(limits allowed)
{
    auto const least = backticked(allowed.least), most = backticked(allowed.most);
    return allowed.most == limits{}.most ? "it is at least " + least
                                         : "it is between " + least + " and " + most;
}

std::string backticked(std::int64_t number)
{
    return '`' + std::to_string(number) + '`';
}

std::string backticked(date day)
{
    return '`' + detail::to_string(day) + '`';
}

} // namespace finsam::checking
