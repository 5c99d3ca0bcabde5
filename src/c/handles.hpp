// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/finsam.h>
#include <finsam/model/plan.hpp>

#include "io/person_reader.hpp"

#include <string>
#include <string_view>
#include <utility>

// What the handles of the C interface are inside; none changes after it was made.

/// A checked plan and its text, which places are looked up in.
struct finsam_plan
{
    finsam::plan agreed;
    std::string text;
};

/// An engine, and what reads a person for it.
struct finsam_engine
{
    finsam_engine(finsam::engine made, std::string plan_text)
        : compiled(std::move(made))
        , text(std::move(plan_text))
        , reader(compiled.agreed())
    {}
    finsam_engine(finsam_engine const&) = delete; // the reader looks at the engine

    finsam::engine const compiled;
    std::string const text;
    finsam::io::person_reader const reader;
};

struct finsam_people
{
    finsam::people rows;
};

/// A document of its own, or one that is always there.
struct finsam_result
{
    std::string own{};
    char const* fixed = nullptr;

    [[nodiscard]] std::string_view text() const
    {
        return fixed != nullptr ? std::string_view(fixed) : std::string_view(own);
    }
};
