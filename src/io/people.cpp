// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>

#include "io/file.hpp"
#include "io/people_blocks.hpp"

#include <algorithm>

namespace finsam {

result<people> parse_people(plan const& agreed, std::string_view text, people_format format,
                            std::string_view name)
{
    io::text_source from(text);
    return io::read_blocks(agreed, format, name, from, std::min(io::block_size, text.size() + 1));
}

result<people> read_people(plan const& agreed, std::filesystem::path const& file)
{
    auto const text = io::read_file(file);
    if (!text)
        return text.error();
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    auto const format = ending == ".csv" ? people_format::csv : people_format::json_lines;
    return parse_people(agreed, *text, format, file.string());
}

} // namespace finsam
