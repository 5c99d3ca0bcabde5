// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "draw.hpp"

#include <cstddef>
#include <string>

namespace invented {

/// Writes people as a people file's lines (skriv rader).
///
/// What is not on record is left out; the holders' facts are written without regard to consent:
/// that `consents` lacks the holder is what makes a fact withheld. `hidden` adds what is drawn for
/// the sake of others, which a people file must not have.
class record_writer
{
public:
    record_writer(marginals const& from, bool csv, bool hidden)
        : from_{from}
        , csv_{csv}
        , hidden_{hidden}
    {}

    /// The header row of CSV; JSON Lines have none.
    void header(std::string& to) const;

    /// The line of the person with the number, counted from 1.
    void line(std::string& to, somebody const& one, std::size_t number) const;

private:
    [[nodiscard]] bool told(variable const& one) const { return hidden_ || !one.hidden; }
    void value(std::string& to, variable const& of, drawn const& one) const;
    void word(std::string& to, std::string const& one) const;

    marginals const& from_;
    bool csv_, hidden_;
};

} // namespace invented
