// SPDX-License-Identifier: BSL-1.0
#include "read_variable.hpp"

#include <finsam/detail/calendar.hpp>

#include <boost/json/array.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

namespace invented {

namespace json = boost::json;

void refuse(std::string_view at, std::string const& what)
{
    throw std::runtime_error(std::string(at) + ": " + what);
}

std::string in_ticks(std::string_view words)
{
    return '`' + std::string(words) + '`';
}

json::object const& object(json::value const& from, std::string_view at)
{
    if (!from.is_object())
        refuse(at, "must be an object");
    return from.get_object();
}

std::string text(json::value const& from, std::string const& at)
{
    if (!from.is_string())
        refuse(at, "must be a text");
    return std::string(from.get_string());
}

std::int64_t whole_number(json::value const& from, std::string const& at, std::int64_t low,
                          std::int64_t high)
{
    if (!from.is_int64() || from.get_int64() < low || from.get_int64() > high)
        refuse(at, "must be a whole number from " + std::to_string(low) + " to "
                       + std::to_string(high));
    return from.get_int64();
}

json::value const& member(json::object const& from, std::string_view key, std::string_view at)
{
    if (auto const* const found = from.if_contains(key))
        return *found;
    refuse(at, "lacks " + in_ticks(key));
}

void refuse_others(json::object const& from, std::string const& at,
                   std::initializer_list<std::string_view> allowed)
{
    for (auto const& [key, value] : from)
        if (std::ranges::find(allowed, std::string_view(key)) == allowed.end())
            refuse(at + '/' + std::string(key), "unknown key");
}

namespace {

constexpr std::uint32_t whole = 1'000'000;

/// A share in millionths.
std::uint32_t share(json::value const& from, std::string const& at)
{
    auto const number = from.is_int64()    ? static_cast<double>(from.get_int64())
                        : from.is_double() ? from.get_double()
                                           : -1.0;
    auto const parts = number * whole;
    if (!(parts >= 0 && parts <= whole) || std::abs(parts - std::round(parts)) > 1e-4)
        refuse(at, "must be a share from 0 to 1 with at most six decimals");
    return static_cast<std::uint32_t>(std::lround(parts));
}

/// One number or date; nothing for a text that is none.
std::optional<std::int64_t> plain_value(written as, std::string_view words)
{
    if (as == written::date) {
        auto const day = finsam::detail::parse_date(words);
        return day ? std::optional<std::int64_t>(finsam::detail::to_days(*day)) : std::nullopt;
    }
    std::int32_t number = 0;
    auto const* const end = words.data() + words.size();
    auto const got = std::from_chars(words.data(), end, number);
    if (got.ec != std::errc{} || got.ptr != end)
        return {};
    return number;
}

span span_of(std::string_view words, std::string const& at, bool open, variable& of)
{
    if (of.as == written::number || of.as == written::date) {
        auto const dots = words.find("..");
        auto const low = plain_value(of.as, words.substr(0, dots));
        auto const high = dots == words.npos ? low : plain_value(of.as, words.substr(dots + 2));
        if (!low || !high || *high < *low)
            refuse(at, in_ticks(words) + " must be a value, or two with `..` between them");
        return {*low, *high};
    }
    auto const found = std::ranges::find(of.words, words);
    auto const position = found - of.words.begin();
    if (found == of.words.end()) {
        if (!open)
            refuse(at, in_ticks(words) + " is not a value of " + in_ticks(of.key));
        of.words.emplace_back(words);
    }
    return {position, position};
}

} // namespace

std::size_t variable_reader::add(variable fresh, json::value const& from, std::string const& at,
                                 bool open)
{
    auto const& read = object(from, at);
    refuse_others(read, at, {"unknown", "none", "values", "each", "when", "cite"});
    auto const* const unknown = read.if_contains("unknown");
    if (unknown)
        fresh.unknown = share(*unknown, at + "/unknown");
    auto const set = fresh.as == written::set || fresh.as == written::list;

    if (set) {
        read_each(object(member(read, "each", at), at + "/each"), at + "/each", fresh);
    } else if (auto const* const cases = read.if_contains("when")) {
        read_cases(*cases, at + "/when", open, fresh);
    } else {
        fresh.cases.push_back({{}, values(read, at, open, fresh)});
        std::uint32_t sum = 0;
        for (auto const& one : fresh.cases.front().values)
            sum += one.share;
        if (sum == 0 || sum > whole || (unknown && sum + fresh.unknown != whole))
            refuse(at, "the shares must add up to 1");
        fresh.unknown = whole - sum;
    }
    for (auto const& word : fresh.words)
        if (word.empty() || word.find_first_of("\"\\,;\r\n\t") != std::string::npos)
            refuse(at, in_ticks(word) + " cannot be written");
    to_.push_back(std::move(fresh));
    return to_.size() - 1;
}

std::vector<likely> variable_reader::values(json::object const& from, std::string const& at,
                                            bool open, variable& of) const
{
    std::vector<likely> read;
    if (auto const* const none = from.if_contains("none"))
        read.push_back({share(*none, at + "/none"), true, {}});
    if (auto const* const given = from.if_contains("values"))
        for (auto const& [words, part] : object(*given, at + "/values")) {
            auto const here = at + "/values/" + std::string(words);
            read.push_back({share(part, here), false, span_of(words, here, open, of)});
        }
    std::erase_if(read, [](likely const& one) { return one.share == 0; });
    return read;
}

void variable_reader::read_cases(json::value const& from, std::string const& at, bool open,
                                 variable& of) const
{
    if (!from.is_array() || from.get_array().empty())
        refuse(at, "must be an array of cases");
    for (auto const& one : from.get_array()) {
        auto const here = at + '/' + std::to_string(of.cases.size());
        auto const& read = object(one, here);
        refuse_others(read, here, {"if", "none", "values"});
        of.cases.push_back({conditions(read, here), values(read, here, open, of)});
        std::uint64_t sum = 0;
        for (auto const& part : of.cases.back().values)
            sum += part.share;
        if (sum != whole)
            refuse(here, "the shares must add up to 1");
    }
    if (!of.cases.back().when.empty())
        refuse(at, "the last case must be for everybody else, without `if`");
}

void variable_reader::read_each(json::object const& from, std::string const& at, variable& of) const
{
    of.each.resize(of.words.size());
    for (auto const& [words, shares] : from) {
        auto const here = at + '/' + std::string(words);
        auto& cases = of.each[static_cast<std::size_t>(span_of(words, here, false, of).low)];
        if (!shares.is_array()) {
            cases.push_back({{}, share(shares, here)});
            continue;
        }
        for (auto const& one : shares.get_array()) {
            auto const place = here + '/' + std::to_string(cases.size());
            auto const& read = object(one, place);
            refuse_others(read, place, {"if", "share"});
            cases.push_back(
                {conditions(read, place), share(member(read, "share", place), place + "/share")});
        }
    }
}

std::vector<condition> variable_reader::conditions(json::object const& from,
                                                   std::string const& at) const
{
    std::vector<condition> all;
    auto const* const given = from.if_contains("if");
    if (!given)
        return all;
    for (auto const& [key, asked] : object(*given, at + "/if")) {
        auto const here = at + "/if/" + std::string(key);
        auto const found = std::ranges::find(to_, std::string_view(key), &variable::key);
        if (found == to_.end())
            refuse(here, "nothing of that name is drawn before this");
        condition one{static_cast<std::size_t>(found - to_.begin()), {}};
        auto of = *found;
        if (asked.is_array())
            for (auto const& word : asked.get_array())
                one.any.push_back(span_of(text(word, here), here, false, of));
        else
            one.any.push_back(span_of(text(asked, here), here, false, of));
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace invented
