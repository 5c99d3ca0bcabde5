// SPDX-License-Identifier: BSL-1.0
#include "rules/checking.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <span>

namespace finsam::checking {

namespace {

constexpr auto last = std::numeric_limits<std::size_t>::max();

using steps = std::span<std::string_view const>;
using order = std::vector<std::size_t>;

std::size_t number(std::string_view step)
{
    std::size_t value = last;
    std::from_chars(step.data(), step.data() + step.size(), value);
    return value;
}

template<class T>
struct reader
{
    static void read(steps way, order& out)
    {
        if constexpr (detail::described_struct<T>) {
            if (way.empty())
                return;
            std::size_t next = 0;
            bool known = false;
            detail::for_each_member<T>([&](std::string_view key, auto pointer) {
                if (key == way.front()) {
                    known = true;
                    out.push_back(next);
                    using value = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
                    reader<value>::read(way.subspan(1), out);
                }
                ++next;
            });
            if (!known)
                out.push_back(last);
        }
    }
};

template<class T>
struct reader<std::optional<T>> : reader<T>
{};

template<class T>
struct reader<std::vector<T>>
{
    static void read(steps way, order& out)
    {
        if (way.empty())
            return;
        out.push_back(number(way.front()));
        reader<T>::read(way.subspan(1), out);
    }
};

/// A criterion's keys are those of its form, then `label` and `cite`.
template<>
struct reader<criterion>
{
    static void read(steps way, order& out)
    {
        if (way.empty())
            return;
        auto const key = way.front();
        way = way.subspan(1);
        if (key == "label" || key == "cite")
            return out.push_back(key == "label" ? 2 : 3);
        bool const is_group = key.ends_with("_of") && key != "one_of";
        out.push_back(is_group || key == "rule" || key == "fact" ? 0 : 1);
        if (key == "at_least_of" && !way.empty()) {
            out.push_back(way.front() == "count" ? 0 : 1);
            way = way.subspan(1);
        }
        if (is_group)
            return reader<std::vector<criterion>>::read(way, out);
        if (!way.empty() && number(way.front()) != last)
            out.push_back(number(way.front()));
    }
};

} // namespace

std::vector<std::size_t> document_order(std::string_view pointer)
{
    std::vector<std::string_view> way;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        auto const end = std::min(pointer.find('/'), pointer.size());
        way.push_back(pointer.substr(0, end));
        pointer.remove_prefix(end);
    }
    order out;
    reader<plan>::read(way, out);
    return out;
}

} // namespace finsam::checking
