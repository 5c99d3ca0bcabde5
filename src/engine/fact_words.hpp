// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/model/text.hpp>

#include <cstddef>
#include <string>

namespace finsam {

/// Says at the end of a text what a fact of a person is called, and what is on record of it (ord
/// för en uppgift).
///
/// Shape: looks into all it is given, which must live as long.
class fact_words
{
public:
    fact_words(std::string& text, engine const& compiled, person const& someone, std::size_t column,
               language spoken)
        : text_(text)
        , compiled_(compiled)
        , spoken_(spoken)
        , column_(column)
        , declared_(compiled.facts().columns[column])
        , fact_(someone.facts[column])
    {}

    [[nodiscard]] fact_state state() const noexcept { return fact_.state; }
    [[nodiscard]] fact_declaration const& declared() const noexcept { return declared_; }

    void label() const;
    /// The authority that has it, or nothing if all may know it.
    void holder() const;
    /// Nothing unless there is a value.
    void value() const;
    /// A value as people call it: an intervention or an authority by its name.
    void constant(std::string const& one) const;
    void yes_or_no(bool yes) const;
    /// What stands before the next of a list.
    void separate(bool& is_first) const;

private:
    void members() const;
    void municipality(std::string const& code) const;

    std::string& text_;
    engine const& compiled_;
    language spoken_;
    std::size_t column_;
    fact_declaration const& declared_;
    cell const& fact_;
};

} // namespace finsam
