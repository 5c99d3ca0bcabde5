// SPDX-License-Identifier: BSL-1.0
#include "audit_lists.hpp"

#include "detail/in_ranges.hpp"

#include <algorithm>
#include <utility>

namespace finsam::audited {

lists by_place(std::vector<std::vector<row_and_place>> const& parts, std::size_t places)
{
    std::vector<std::vector<std::size_t>> to(parts.size());
    detail::in_ranges(parts.size(), parts.size(), [&](std::size_t part, std::size_t, std::size_t) {
        to[part].resize(places);
        for (auto const& one : parts[part])
            ++to[part][one.place];
    });
    lists made;
    made.first.reserve(places + 1);
    std::size_t next = 0;
    for (std::size_t place = 0; place < places; ++place) {
        made.first.push_back(next);
        for (auto& counts : to)
            next += std::exchange(counts[place], next);
    }
    made.first.push_back(next);
    made.all.resize(next);
    detail::in_ranges(parts.size(), parts.size(), [&](std::size_t part, std::size_t, std::size_t) {
        for (auto const& one : parts[part])
            made.all[to[part][one.place]++] = one.row;
    });
    return made;
}

lists by_row(std::vector<std::vector<row_and_place>> const& parts, std::size_t rows)
{
    lists made;
    made.first.resize(rows + 1);
    std::size_t count = 0;
    for (auto const& part : parts)
        count += part.size();
    made.all.reserve(count);
    for (auto const& part : parts)
        for (auto const& one : part) {
            made.all.push_back(one.place);
            made.first[one.row + 1] = made.all.size();
        }
    for (std::size_t row = 0; row < rows; ++row)
        made.first[row + 1] = std::max(made.first[row + 1], made.first[row]);
    return made;
}

std::uint32_t company_list::add(std::span<std::uint64_t const> groups)
{
    if (table_.size() < 2 * (size_ + 1)) {
        auto const old = std::exchange(bits_, {});
        table_.assign(std::max<std::size_t>(16, 2 * table_.size()), nothing);
        for (auto const count = std::exchange(size_, 0); size_ < count;)
            (void)add(std::span{old}.subspan(size_ * words_, words_));
    }
    std::uint64_t hash = 0;
    for (auto const word : groups)
        hash = (hash ^ word ^ word >> 32) * 0x9E3779B97F4A7C15;
    auto const last = table_.size() - 1; // one less than a power of two
    for (auto at = hash >> 32 & last;; at = (at + 1) & last) {
        if (table_[at] == nothing) {
            table_[at] = static_cast<std::uint32_t>(size_++);
            bits_.insert(bits_.end(), groups.begin(), groups.end());
            return table_[at];
        }
        if (std::ranges::equal((*this)[table_[at]], groups))
            return table_[at];
    }
}

} // namespace finsam::audited
