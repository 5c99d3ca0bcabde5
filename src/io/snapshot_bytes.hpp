// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace finsam::io {

/// Numbers of 32 bits and texts, one after the other (skrivna tal och texter).
class byte_writer
{
public:
    std::string bytes{};

    void number(std::uint32_t value)
    {
        bytes.append(reinterpret_cast<char const*>(&value), sizeof value);
    }
    void text(std::string_view value)
    {
        number(static_cast<std::uint32_t>(value.size()));
        bytes += value;
    }
    /// How many there are, and each.
    template<class Values, std::invocable<typename Values::value_type const&> Write>
    void list(Values const& values, Write write)
    {
        number(static_cast<std::uint32_t>(values.size()));
        for (auto const& one : values)
            write(one);
    }
};

/// Reads what a `byte_writer` wrote from bytes that may be anything (lästa tal och texter).
///
/// Past the end every number is 0 and every text empty, and `is_whole` is false from then on.
class byte_reader
{
public:
    explicit byte_reader(std::string_view bytes)
        : left_(bytes)
    {}

    [[nodiscard]] bool is_whole() const noexcept { return whole_; }
    [[nodiscard]] bool at_end() const noexcept { return whole_ && left_.empty(); }

    std::uint32_t number() noexcept
    {
        std::uint32_t value = 0;
        if (auto const from = take(sizeof value); whole_)
            std::memcpy(&value, from.data(), sizeof value);
        return value;
    }
    std::string_view text() noexcept
    {
        auto const size = number();
        return take(size);
    }
    /// How many things follow that take four bytes or more each.
    std::size_t count() noexcept
    {
        std::size_t const value = number();
        if (value <= left_.size() / 4)
            return value;
        whole_ = false;
        return 0;
    }

private:
    std::string_view take(std::size_t size) noexcept
    {
        if (!whole_ || size > left_.size()) {
            whole_ = false;
            return {};
        }
        auto const taken = left_.substr(0, size);
        left_.remove_prefix(size);
        return taken;
    }

    std::string_view left_;
    bool whole_ = true;
};

} // namespace finsam::io
