// SPDX-License-Identifier: BSL-1.0
#include "io/file.hpp"

#include <system_error>
#include <utility>

namespace finsam::io {

namespace {

diagnostics unreadable(std::filesystem::path const& file, std::string message, std::string hint)
{
    diagnostics all;
    add(all, {.code = diagnostic_code::unreadable,
              .file = file.string(),
              .message = std::move(message),
              .hint = std::move(hint)});
    return all;
}

} // namespace

open_file::open_file(std::filesystem::path place)
    : place_(std::move(place))
    , input_(place_, std::ios::binary)
{}

result<open_file> open_file::at(std::filesystem::path const& place)
{
    std::error_code failed;
    auto const status = std::filesystem::status(place, failed);
    if (status.type() == std::filesystem::file_type::not_found)
        return unreadable(place, "there is no such file", "is its path spelt right?");
    if (is_directory(status))
        return unreadable(place, "this is a directory, not a file", "name a file in it");

    open_file opened(place);
    if (!opened.input_)
        return unreadable(place, "the file cannot be opened", "may you read it?");
    if (is_regular_file(status)) {
        auto const length = std::filesystem::file_size(place, failed);
        if (!failed)
            opened.length_ = length;
    }
    return opened;
}

std::size_t open_file::read(char* to, std::size_t wanted)
{
    // This sets failbit at the end too; only badbit is a fault.
    input_.read(to, static_cast<std::streamsize>(wanted));
    return static_cast<std::size_t>(input_.gcount());
}

diagnostics open_file::broken() const
{
    return unreadable(place_, "the file cannot be read to its end",
                      "the disk or the connection it comes from may be at fault");
}

void open_file::rewind()
{
    input_.clear();
    input_.seekg(0);
}

result<std::string> open_file::rest()
{
    std::string text;
    char piece[1 << 16];
    for (auto length = sizeof piece; length == sizeof piece;) {
        length = read(piece, sizeof piece);
        text.append(piece, length);
    }
    if (is_broken())
        return broken();
    return text;
}

result<std::string> read_file(std::filesystem::path const& file)
{
    auto opened = open_file::at(file);
    return opened ? opened->rest() : opened.error();
}

} // namespace finsam::io
