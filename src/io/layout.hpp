// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::io {

/// A JSON value to be laid out for people: on one line where it fits, else a line a part.
class laid_out
{
public:
    [[nodiscard]] static laid_out object() { return laid_out("{", "}"); }
    [[nodiscard]] static laid_out list() { return laid_out("[", "]"); }
    [[nodiscard]] static laid_out text(std::string_view words);
    /// A number, `true`, `false` or `null`.
    [[nodiscard]] static laid_out bare(std::string word) { return laid_out(std::move(word), ""); }

    void add(std::string_view key, laid_out value);
    void add(laid_out item);

    /// Whether nothing has been added.
    [[nodiscard]] bool empty() const { return parts_.empty(); }

    friend bool operator==(laid_out const& a, laid_out const& b)
    {
        return a.one_line_ == b.one_line_;
    }

    /// The whole text with a line end; the outermost value always has a line a part.
    [[nodiscard]] std::string print() const;

private:
    laid_out(std::string open, std::string_view close)
        : one_line_(open + std::string(close))
        , open_(std::move(open))
        , close_(close)
    {}

    void add_part(std::string key, laid_out value);
    void print(std::string& out, std::size_t indent, std::size_t used) const;
    void print_parts(std::string& out, std::size_t indent) const;

    std::string one_line_;
    std::string open_;
    std::string_view close_;
    std::vector<std::pair<std::string, laid_out>> parts_; // the key with its colon, or nothing
};

} // namespace finsam::io
