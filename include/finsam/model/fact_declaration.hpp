// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/citation.hpp>
#include <finsam/model/text.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace finsam {

// g++ 12 warns that the scoped enumerator `date` shadows the type of that name; it cannot.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
/// What values a fact can have (slag av uppgift).
enum class fact_kind
{
    boolean,
    integer,
    date,
    choice,
    set,
    code
};
#pragma GCC diagnostic pop
BOOST_DESCRIBE_ENUM(fact_kind, boolean, integer, date, choice, set, code)

/// A fact that rules may ask about (uppgift).
///
/// `values` belongs to a choice and a set, `ordered` to a choice. `holder` is a party or the id of
/// another organisation, whose disclosure needs the person's consent; without one the fact is the
/// person's own statement or a public register's.
struct fact_declaration
{
    std::string name{};
    fact_kind kind{};
    std::vector<std::string> values{};
    bool ordered = false;
    std::optional<std::string> holder{};
    std::optional<text> label{};
    bool sensitive = false;
    std::optional<citation> cite{};

    friend bool operator==(fact_declaration const&, fact_declaration const&) = default;
};
BOOST_DESCRIBE_STRUCT(fact_declaration, (),
                      (name, kind, values, ordered, holder, label, sensitive, cite))

} // namespace finsam
