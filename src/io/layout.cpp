// SPDX-License-Identifier: BSL-1.0
#include "io/layout.hpp"

#include "io/json_line.hpp"
#include "io/utf8.hpp"

namespace finsam::io {

namespace {

constexpr std::size_t widest = 100;

std::string quoted_text(std::string_view words)
{
    std::string text;
    append_quoted(text, words);
    return text;
}

} // namespace

laid_out laid_out::text(std::string_view words)
{
    return bare(quoted_text(words));
}

void laid_out::add(std::string_view key, laid_out value)
{
    add_part(quoted_text(key) + ": ", std::move(value));
}

void laid_out::add(laid_out item)
{
    add_part({}, std::move(item));
}

void laid_out::add_part(std::string key, laid_out value)
{
    one_line_.resize(one_line_.size() - close_.size());
    if (!parts_.empty())
        one_line_ += ", ";
    one_line_ += key + value.one_line_;
    one_line_ += close_;
    parts_.emplace_back(std::move(key), std::move(value));
}

std::string laid_out::print() const
{
    std::string out;
    print_parts(out, 0);
    return out + '\n';
}

void laid_out::print(std::string& out, std::size_t indent, std::size_t used) const
{
    if (parts_.empty() || used + count_characters(one_line_) <= widest)
        out += one_line_;
    else
        print_parts(out, indent);
}

void laid_out::print_parts(std::string& out, std::size_t indent) const
{
    out += open_;
    for (auto const& part : parts_) {
        auto const& [key, value] = part;
        out += &part == parts_.data() ? "\n" : ",\n";
        out += std::string(indent + 2, ' ') + key;
        // One more for the comma.
        value.print(out, indent + 2, indent + 3 + count_characters(key));
    }
    out += '\n' + std::string(indent, ' ');
    out += close_;
}

} // namespace finsam::io
