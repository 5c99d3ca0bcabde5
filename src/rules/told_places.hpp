// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace finsam::checking {

/// The JSON Pointer some steps below another; a step is a key or a position.
template<class... Steps>
[[nodiscard]] std::string under(std::string_view start, Steps const&... steps)
{
    std::string pointer{start};
    auto const go = [&](auto const& step) {
        pointer += '/';
        if constexpr (std::is_integral_v<std::remove_cvref_t<decltype(step)>>)
            pointer += std::to_string(step);
        else
            pointer += step;
    };
    (go(steps), ...);
    return pointer;
}

/// The keys of a described type's object.
template<detail::described_struct T>
[[nodiscard]] std::span<std::string_view const> keys_of()
{
    static auto const keys = [] {
        std::array<std::string_view, boost::mp11::mp_size<detail::members_of<T>>::value> all{};
        std::size_t next = 0;
        detail::for_each_member<T>([&](std::string_view key, auto) { all[next++] = key; });
        return all;
    }();
    return keys;
}

/// The places where a mistake has been told, by a reader or by an earlier check, so that what only
/// follows from it is not told too.
class told_places
{
public:
    void add(std::string pointer);

    /// Whether it or something above it has been told: nothing more is told there.
    [[nodiscard]] bool cover(std::string_view pointer) const;
    /// Whether it, something above it or something below it has been told.
    [[nodiscard]] bool touch(std::string_view pointer) const;
    /// The same without what lies below these keys of the object.
    [[nodiscard]] bool touch_beside(std::string_view object,
                                    std::initializer_list<std::string_view> keys) const;

    /// Whether the value of an object's key is not to be relied on: it has been told, or an unknown
    /// key of the object may be a misspelling of it.
    template<detail::described_struct T>
    [[nodiscard]] bool hide(std::string_view object, std::string_view key) const
    {
        return !places_.empty() && hide(object, key, keys_of<T>());
    }

    [[nodiscard]] std::set<std::string, std::less<>> const& all() const { return places_; }

private:
    [[nodiscard]] bool hide(std::string_view object, std::string_view key,
                            std::span<std::string_view const> keys) const;

    std::set<std::string, std::less<>> places_;
};

} // namespace finsam::checking
