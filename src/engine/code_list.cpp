// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/code_list.hpp>

#include <algorithm>

namespace finsam {
namespace {

/// FNV-1a: codes are short, and numbers depend on the order of appearance alone.
std::uint64_t hash_of(std::string_view code) noexcept
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const letter : code)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    return hash ^ hash >> 32;
}

} // namespace

/// Where the code stands in the table, or the empty place where it would.
std::size_t code_list::slot_of(std::string_view code) const noexcept
{
    auto const mask = table_.size() - 1;
    for (auto slot = static_cast<std::size_t>(hash_of(code)) & mask;; slot = (slot + 1) & mask)
        if (table_[slot] < 0 || (*this)[static_cast<std::size_t>(table_[slot])] == code)
            return slot;
}

void code_list::grow()
{
    table_.assign(table_.empty() ? 16 : table_.size() * 2, -1);
    for (std::size_t number = 0; number < size(); ++number)
        table_[slot_of((*this)[number])] = static_cast<std::int32_t>(number);
}

std::int32_t code_list::add(std::string_view code)
{
    if (2 * size() >= table_.size())
        grow();
    auto const slot = slot_of(code);
    if (table_[slot] < 0) {
        // The table last: it stays right if there is no memory for the rest.
        text_.reserve(text_.size() + code.size() > text_.capacity() ? 2 * text_.size() + code.size()
                                                                    : 0);
        ends_.push_back(text_.size() + code.size());
        text_ += code; // has room
        table_[slot] = static_cast<std::int32_t>(size() - 1);
    }
    return table_[slot];
}

void code_list::clear() noexcept
{
    text_.clear();
    ends_.clear();
    std::fill(table_.begin(), table_.end(), -1);
}

std::optional<std::int32_t> code_list::find(std::string_view code) const noexcept
{
    if (table_.empty())
        return {};
    auto const number = table_[slot_of(code)];
    return number < 0 ? std::nullopt : std::optional{number};
}

} // namespace finsam
