// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace finsam::cli {

/// What the command is doing, on one line of standard error that is wiped again (förlopp).
///
/// Nothing is shown where standard error is not a terminal.
class progress
{
public:
    explicit progress(bool wanted);
    ~progress() { clear(); }
    progress(progress const&) = delete;
    progress& operator=(progress const&) = delete;

    void stage(std::string const& what);
    /// How far the stage has come; shown now and then.
    void reached(std::size_t done, std::size_t total);
    /// The same of what is too much to count; shown as per cent.
    void read(std::uintmax_t done, std::uintmax_t total);
    /// Must come before anything else is written to a terminal.
    void clear();

private:
    bool shown_ = false;
    bool dirty_ = false;
    std::uintmax_t per_cent_ = 0; // shown last
    std::size_t thousands_ = 0;   // of the same, by 1024
    std::string what_;
};

} // namespace finsam::cli
