// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/described.hpp>
#include <finsam/io/results.hpp>

#include <chrono>
#include <concepts>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>

namespace finsam::io {

/// Adds the text as a JSON string, quotes and all. Bytes that are not UTF-8, which can stand in the
/// name of a file, become U+FFFD.
void append_quoted(std::string& line, std::string_view text);

/// Writes a JSON value on one line, in the order in which it is told.
///
/// There is no whole tree in memory and no number that is not an integer. With somebody to give it
/// to, not even the whole line is.
class json_line
{
public:
    json_line() = default;
    explicit json_line(text_sink to)
        : to_(to)
    {}

    /// `{…}`: `body` tells the members.
    template<std::invocable Body>
    void object(Body body)
    {
        open('{');
        body();
        close('}');
    }

    /// `[…]`: `each` tells one element of the range.
    template<std::ranges::input_range Range, class Each>
    void array(Range const& range, Each each)
    {
        open('[');
        for (auto const& one : range)
            each(one);
        close(']');
    }

    /// Precondition: the name means what it looks like.
    void key(std::string_view name)
    {
        comma();
        line_ += '"';
        line_ += name;
        line_ += "\": ";
        first_ = true;
    }

    template<class T>
    void value(T const& told)
    {
        if constexpr (std::same_as<T, bool>) {
            bare(told ? "true" : "false");
        } else if constexpr (std::integral<T>) {
            bare(std::to_string(told));
        } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
            value(detail::to_string(told));
        } else if constexpr (detail::enumerated<T>) {
            value(detail::name_of(told));
        } else if constexpr (detail::described_struct<T>) {
            object([&] {
                detail::for_each_member<T>([&](std::string_view name, auto pointer) {
                    this->member(name, told.*pointer);
                });
            });
        } else if constexpr (std::convertible_to<T const&, std::string_view>) {
            comma();
            append_quoted(line_, told);
        } else if constexpr (std::ranges::input_range<T>) {
            array(told, [this](auto const& one) { this->value(one); });
        } else {
            value_or_null(told);
        }
    }

    template<class T>
    void member(std::string_view name, T const& told)
    {
        key(name);
        value(told);
    }

    template<std::ranges::input_range Range, class Each>
    void member(std::string_view name, Range const& range, Each each)
    {
        key(name);
        array(range, each);
    }

    void null() { bare("null"); }

    [[nodiscard]] std::string take() { return std::move(line_); }
    /// Gives away what is left.
    void give()
    {
        to_.take(to_.whom, line_);
        line_.clear();
    }

private:
    template<class T>
    void value_or_null(std::optional<T> const& told)
    {
        told ? value(*told) : null();
    }
    void comma()
    {
        if (to_.take && line_.size() > most_held)
            give();
        if (!first_)
            line_ += ", ";
        first_ = false;
    }
    void bare(std::string_view word)
    {
        comma();
        line_ += word;
    }
    void open(char bracket)
    {
        comma();
        line_ += bracket;
        first_ = true;
    }
    void close(char bracket)
    {
        line_ += bracket;
        first_ = false;
    }

    static constexpr std::size_t most_held = 1 << 16;

    text_sink to_{};
    std::string line_;
    bool first_ = true; // nothing stands before in this object or array
};

} // namespace finsam::io
