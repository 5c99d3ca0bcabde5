// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/model/diagnostic.hpp>

#include <boost/throw_exception.hpp>

#include <utility>

namespace finsam {

void add(diagnostics& found, diagnostic one)
{
    ++(one.severity == severity::error ? found.errors : found.warnings);
    found.list.push_back(std::move(one));
}

std::string to_line(diagnostic const& one)
{
    std::string line;
    if (!one.file.empty())
        line += one.file + ':';
    if (one.line != 0)
        line += std::to_string(one.line) + ':' + std::to_string(one.column) + ':';
    if (!line.empty())
        line += ' ';
    line += detail::name_of(one.severity);
    line += ": ";
    line += detail::name_of(one.code);
    line += ": ";
    // What stands in a document always has the same fields; the pointer to all of it is empty.
    if (one.line != 0 || !one.pointer.empty())
        line += one.pointer + ": ";
    line += one.message;
    if (!one.hint.empty())
        line += "; " + one.hint;
    return detail::plain_text(line);
}

std::string to_lines(diagnostics const& all)
{
    std::string lines;
    for (auto const& one : all.list)
        lines += to_line(one) + '\n';
    if (all.errors + all.warnings > all.list.size())
        lines += "and " + std::to_string(all.errors + all.warnings - all.list.size()) + " more\n";
    return lines;
}

document_error::document_error(diagnostics all)
    : std::runtime_error(to_lines(all))
    , found_(std::move(all))
{}

void throw_exception_from_error(diagnostics const& all, boost::source_location const& where)
{
    boost::throw_exception(document_error(all), where);
}

} // namespace finsam
