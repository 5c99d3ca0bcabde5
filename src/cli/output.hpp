// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace finsam::cli {

/// A file, or standard output, cannot be written.
class unwritable : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Where a result goes: standard output, or a file that is there whole or not at all (utdata).
///
/// A file is written beside its place and put there by `commit`; whatever goes wrong before leaves
/// the place as it was and nothing beside it.
///
/// Errors: throws `unwritable`.
class output
{
public:
    /// Says at once when the file could not be written in the end.
    explicit output(std::optional<std::filesystem::path> const& file);
    ~output();
    output(output const&) = delete;
    output& operator=(output const&) = delete;

    void write(std::string_view text);
    /// What has been written has found room; a failure of `commit` is then all but impossible.
    void flush();
    void commit();

private:
    void open();
    [[noreturn]] void fail() const;

    std::filesystem::path place_;  // empty for standard output
    std::filesystem::path beside_; // empty when written straight to its place
    std::FILE* to_ = nullptr;      // open from the first write on
    char* unfinished_ = nullptr;   // what an interruption removes
};

/// Makes a write to a pipe that nobody reads, or past a limit, an error instead of the end of the
/// process, keeps closed standard streams from being mistaken for files opened later, and removes a
/// file that is being written when the process is interrupted.
void prepare_streams();

} // namespace finsam::cli
