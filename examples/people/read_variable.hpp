// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "marginals.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace invented {

/// Throws `std::runtime_error` with the place and what is wrong there (avvisa).
[[noreturn]] void refuse(std::string_view at, std::string const& what);

/// The words as a message shows them.
[[nodiscard]] std::string in_ticks(std::string_view words);

/// What a JSON value is, or a refusal.
[[nodiscard]] boost::json::object const& object(boost::json::value const& from,
                                                std::string_view at);
[[nodiscard]] std::string text(boost::json::value const& from, std::string const& at);
[[nodiscard]] std::int64_t whole_number(boost::json::value const& from, std::string const& at,
                                        std::int64_t low, std::int64_t high);
[[nodiscard]] boost::json::value const& member(boost::json::object const& from,
                                               std::string_view key, std::string_view at);
void refuse_others(boost::json::object const& from, std::string const& at,
                   std::initializer_list<std::string_view> allowed);

/// Reads variables one after the other; a condition may name those read before (läs variabler).
class variable_reader
{
public:
    explicit variable_reader(std::vector<variable>& to)
        : to_{to}
    {}

    /// Reads one and puts it last. With `open` its words are those that the file uses.
    ///
    /// Returns: its position.
    std::size_t add(variable fresh, boost::json::value const& from, std::string const& at,
                    bool open = false);

private:
    [[nodiscard]] std::vector<likely> values(boost::json::object const& from, std::string const& at,
                                             bool open, variable& of) const;
    void read_cases(boost::json::value const& from, std::string const& at, bool open,
                    variable& of) const;
    void read_each(boost::json::object const& from, std::string const& at, variable& of) const;
    [[nodiscard]] std::vector<condition> conditions(boost::json::object const& from,
                                                    std::string const& at) const;

    std::vector<variable>& to_;
};

} // namespace invented
