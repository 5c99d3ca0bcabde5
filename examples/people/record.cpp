// SPDX-License-Identifier: BSL-1.0
#include "record.hpp"

#include <finsam/detail/calendar.hpp>

namespace invented {
namespace {

std::string padded(std::size_t number)
{
    auto const digits = std::to_string(number);
    return digits.size() < 4 ? std::string(4 - digits.size(), '0') + digits : digits;
}

} // namespace

void record_writer::header(std::string& to) const
{
    if (!csv_)
        return;
    to += "id";
    for (auto const& one : from_.variables)
        if (told(one))
            to += ',' + one.key;
    to += '\n';
}

void record_writer::line(std::string& to, somebody const& one, std::size_t number) const
{
    to += csv_ ? "" : R"({"id": ")";
    to += from_.prefix + '-' + padded(number);
    to += csv_ ? "" : "\"";
    for (std::size_t at = 0; at < one.size(); ++at) {
        auto const& of = from_.variables[at];
        if (!told(of))
            continue;
        if (csv_) {
            to += ',';
        } else if (one[at].on_record) {
            to += ", \"";
            to += of.key;
            to += "\": ";
        }
        if (one[at].on_record)
            value(to, of, one[at]);
    }
    to += csv_ ? "\n" : "}\n";
}

// Every word is free of what would have to be escaped; that is checked when it is read.
void record_writer::word(std::string& to, std::string const& one) const
{
    to += csv_ ? "" : "\"";
    to += one;
    to += csv_ ? "" : "\"";
}

void record_writer::value(std::string& to, variable const& of, drawn const& one) const
{
    if (one.none) {
        to += "null";
        return;
    }
    switch (of.as) {
    case written::number:
        to += std::to_string(one.value);
        return;
    case written::date:
        word(to, finsam::detail::to_string(
                     finsam::detail::from_days(static_cast<std::int32_t>(one.value))));
        return;
    case written::boolean:
        to += of.words[static_cast<std::size_t>(one.value)];
        return;
    case written::word:
        word(to, of.words[static_cast<std::size_t>(one.value)]);
        return;
    case written::set:
    case written::list:
        if (csv_ && one.words.empty())
            to += "[]";
        to += csv_ ? "" : "[";
        for (std::size_t at = 0; at < one.words.size(); ++at) {
            if (at > 0)
                to += csv_ ? ";" : ", ";
            word(to, of.words[one.words[at]]);
        }
        to += csv_ ? "" : "]";
        return;
    }
}

} // namespace invented
