// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>
#include <finsam/io/snapshot.hpp>

#include "io/file.hpp"
#include "io/people_blocks.hpp"

#include <algorithm>

namespace finsam {

result<people> parse_people(plan const& agreed, std::string_view text, people_format format,
                            std::string_view name, std::size_t threads)
{
    io::text_source from(text);
    return io::read_blocks(agreed, format, name, from, std::min(io::block_size, text.size() + 1),
                           {.threads = threads});
}

namespace {

people_format format_of(std::filesystem::path const& file)
{
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending == ".csv" ? people_format::csv : people_format::json_lines;
}

/// A file, and whoever wants to know how much of it has been read.
struct watched_file
{
    io::open_file& file;
    reading_progress const& shown;
    std::uintmax_t bytes = 0;

    std::size_t read(char* to, std::size_t wanted)
    {
        auto const length = file.read(to, wanted);
        bytes += length;
        if (shown.tell)
            shown.tell(shown.whom, bytes, *file.length());
        return length;
    }
    void rewind()
    {
        file.rewind();
        bytes = 0;
    }
};

} // namespace

result<people> read_people(plan const& agreed, std::filesystem::path const& file,
                           reading_progress shown, std::size_t threads)
{
    // Mapped if it can be; what comes through a pipe is known only once it has been read.
    if (auto const mapped = mapped_file::open(file); mapped && is_snapshot(mapped->bytes()))
        return read_snapshot(agreed, file);
    auto opened = io::open_file::at(file);
    if (!opened)
        return opened.error();
    auto const format = format_of(file);
    if (!opened->length()) {
        // A pipe, which nobody can read a second time.
        auto const text = opened->rest();
        if (!text)
            return text.error();
        if (is_snapshot(*text))
            return parse_snapshot(agreed, *text, file.string());
        return parse_people(agreed, *text, format, file.string(), threads);
    }
    watched_file from{*opened, shown};
    auto read = io::read_blocks(
        agreed, format, file.string(), from,
        static_cast<std::size_t>(std::min<std::uintmax_t>(io::block_size, *opened->length() + 1)),
        {.threads = threads});
    if (opened->is_broken())
        return opened->broken();
    return read;
}

} // namespace finsam
