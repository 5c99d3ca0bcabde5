// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/csv_text.hpp"
#include "io/json_lines.hpp"
#include "io/read_ahead.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

namespace finsam::io {

/// Units: bytes.
inline constexpr std::size_t block_size = 1 << 22;

/// A text in memory, read from its beginning as a file is.
class text_source
{
public:
    explicit text_source(std::string_view text)
        : text_(text)
    {}

    /// Returns: how many bytes were read; fewer than wanted only at the end.
    std::size_t read(char* to, std::size_t wanted) noexcept
    {
        auto const length = std::min(wanted, text_.size() - at_);
        if (length != 0)
            std::memcpy(to, text_.data() + at_, length);
        at_ += length;
        return length;
    }
    void rewind() noexcept { at_ = 0; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Reads people from a source, about `size` bytes in memory at a time, and the people read ahead of
/// them; a line longer than that has room too. The text is read a second time if hashes of ids are
/// equal.
template<class Text, class Source>
result<people> read_blocks(plan const& agreed, std::string_view name, Source& from,
                           std::size_t size = block_size, manner how = {})
{
    std::vector<std::uint64_t> suspects;
    for (;;) {
        reading into(agreed, suspects, how);
        Text text(into, name);
        read_ahead ahead;
        std::vector<char> block;
        std::size_t held = 0;
        for (bool is_last = false; !is_last;) {
            // What is held is part of one line: twice as much room each time costs little in all.
            auto const wanted = std::max(size, held);
            if (block.size() < held + wanted + readable_after)
                block.resize(held + wanted + readable_after);
            auto const got = from.read(block.data() + held, wanted);
            is_last = got < wanted;
            held += got;
            auto const done = take_block(text, into, ahead, {block.data(), held}, is_last);
            held -= done;
            std::memmove(block.data(), block.data() + done, held);
        }
        auto repeated = into.repeated_ids();
        if (std::ranges::includes(suspects, repeated))
            return into.done();
        suspects = std::move(repeated); // more than before only if the file has changed
        from.rewind();
    }
}

template<class Source>
result<people> read_blocks(plan const& agreed, people_format format, std::string_view name,
                           Source& from, std::size_t size = block_size, manner how = {})
{
    switch (format) {
    case people_format::json_lines:
        return read_blocks<json_lines>(agreed, name, from, size, how);
    case people_format::csv:
        return read_blocks<csv_text>(agreed, name, from, size, how);
    }
    return diagnostics{};
}

} // namespace finsam::io
