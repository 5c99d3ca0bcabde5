// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/io/people.hpp>

#include "io/reading.hpp"

#include <cstddef>
#include <string_view>

namespace finsam::io {

/// JSON Lines that come a block at a time (rader i block).
class json_lines
{
public:
    json_lines(reading& into, std::string_view name)
        : into_(into)
        , name_(name)
    {}

    /// Reads the whole lines of the block; the last block's last line may have no end.
    ///
    /// Returns: how many bytes are done with. The next block begins with the others.
    /// Precondition: `readable_after` bytes after the block may be read.
    std::size_t take(std::string_view block, bool is_last);

    /// Reads the lines of a part of a block up to the first about which there is a doubt, or
    /// until there is no room for more; a line without its end is a doubt. Several threads may do
    /// so at a time, each `with` its own.
    ///
    /// Precondition: `readable_after` bytes after the part may be read.
    void read_ahead(std::string_view part, sure_person& with, sure_rows& into) const;
    /// Takes what was read ahead of the text that comes next.
    void take(sure_rows const& rows);

private:
    void take_line(std::string_view content);

    reading& into_;
    std::string_view name_;
    std::size_t line_ = 0;
    bool has_begun_ = false;
};

} // namespace finsam::io
