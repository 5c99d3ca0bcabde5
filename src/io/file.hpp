// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/diagnostic.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace finsam::io {

/// A file that is open for reading its bytes (öppen fil).
class open_file
{
public:
    /// Errors: `unreadable` with one sentence.
    [[nodiscard]] static result<open_file> at(std::filesystem::path const& place);

    /// Returns: how many bytes were read; fewer than wanted only at the end, or where it broke.
    std::size_t read(char* to, std::size_t wanted);
    /// Everything from here to the end. Errors: `unreadable`.
    [[nodiscard]] result<std::string> rest();
    /// Whether the file could not be read to where it ended.
    [[nodiscard]] bool is_broken() const { return input_.bad(); }
    /// Says that it is: `unreadable`.
    [[nodiscard]] diagnostics broken() const;

    /// How long the file is, if it is one that can be read again from its beginning.
    [[nodiscard]] std::optional<std::uintmax_t> length() const { return length_; }
    /// Precondition: it has a length.
    void rewind();

private:
    explicit open_file(std::filesystem::path place);

    std::filesystem::path place_;
    std::ifstream input_;
    std::optional<std::uintmax_t> length_{};
};

/// All bytes of a file.
///
/// Errors: `unreadable` with one sentence.
[[nodiscard]] result<std::string> read_file(std::filesystem::path const& file);

} // namespace finsam::io
