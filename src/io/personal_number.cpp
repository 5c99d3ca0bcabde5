// SPDX-License-Identifier: BSL-1.0
#include "io/personal_number.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace finsam::io {

namespace {

/// Modulus 10 with weights 2, 1 (Luhn).
bool has_right_check_digit(std::string_view ten_digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < ten_digits.size(); ++i) {
        int const digit = (ten_digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += digit / 10 + digit % 10;
    }
    return sum % 10 == 0;
}

/// Without blanks around it and with a plain hyphen for any dash: as spreadsheets export numbers.
std::string tidied(std::string_view text)
{
    auto const blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    std::string plain(text);
    // U+2010 to U+2015, U+2212 (minus), U+00A0 (a blank that does not break).
    for (std::string_view const dash :
         {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u00A0"})
        for (auto at = plain.find(dash); at != std::string::npos; at = plain.find(dash))
            plain.replace(at, dash.size(), "-");
    return plain;
}

bool names_personal_number(std::string_view pointer)
{
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        auto const end = std::min(pointer.find('/'), pointer.size());
        if (is_personal_number(pointer.substr(0, end)))
            return true;
        pointer.remove_prefix(end);
    }
    return false;
}

} // namespace

bool is_personal_number(std::string_view text)
{
    auto digits = tidied(text);
    if (digits.size() > 5)
        if (auto const separator = digits.end() - 5;
            *separator == '-' || *separator == '+' || *separator == ' ')
            digits.erase(separator);
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if ((digits.size() != 10 && digits.size() != 12) || !std::ranges::all_of(digits, is_digit))
        return false;

    auto const ten = std::string_view(digits).substr(digits.size() - 10);
    if (!has_right_check_digit(ten))
        return false;
    auto const two = [&](std::size_t at) { return (ten[at] - '0') * 10 + (ten[at + 1] - '0'); };
    auto const month = two(2), day = two(4);
    if (day >= 60)
        return day <= 91 && month <= 12;

    // Without a century every fourth year may have been a leap year.
    auto const century = digits.size() == 12 ? (digits[0] - '0') * 10 + (digits[1] - '0') : 20;
    return std::chrono::year_month_day(std::chrono::year(century * 100 + two(0)),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

void hide_personal_numbers(std::vector<diagnostic>& found)
{
    for (auto& one : found) {
        if (!names_personal_number(one.pointer))
            continue;
        one.pointer.clear();
        if (one.code == diagnostic_code::duplicate_key)
            one.message = "a key stands twice in the same object";
    }
}

} // namespace finsam::io
