// SPDX-License-Identifier: BSL-1.0
#include "io/file.hpp"

#include <fstream>
#include <system_error>
#include <utility>

namespace finsam::io {

namespace {

diagnostics unreadable(std::filesystem::path const& file, std::string message)
{
    diagnostics all;
    add(all, {.code = diagnostic_code::unreadable,
              .file = file.string(),
              .message = std::move(message)});
    return all;
}

} // namespace

result<std::string> read_file(std::filesystem::path const& file)
{
    std::error_code failed;
    auto const status = std::filesystem::status(file, failed);
    if (status.type() == std::filesystem::file_type::not_found)
        return unreadable(file, "there is no such file");
    if (is_directory(status))
        return unreadable(file, "this is a directory, not a file");

    std::ifstream input(file, std::ios::binary);
    if (!input)
        return unreadable(file, "the file cannot be opened");
    std::string text;
    char piece[1 << 16];
    // read() sets failbit on the last, short piece too; only badbit is a fault.
    while (input.read(piece, sizeof piece) || input.gcount() > 0)
        text.append(piece, static_cast<std::size_t>(input.gcount()));
    if (input.bad())
        return unreadable(file, "the file cannot be read to its end");
    return text;
}

} // namespace finsam::io
