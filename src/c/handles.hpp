// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/finsam.h>
#include <finsam/model/plan.hpp>

#include "io/person_reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// People, and what else of the plan they were checked against.
struct finsam_people
{
    finsam_people(finsam::people read, finsam::plan const& of)
        : rows(std::move(read))
    {
        for (auto const& one : of.interventions)
            kinds.push_back(one.kind);
    }

    finsam::people rows;
    std::vector<finsam::intervention_kind> kinds{}; // nobody has a place in a structural one
};

/// A document, or that there was no memory for one.
struct finsam_result
{
    std::optional<std::string> own{};

    [[nodiscard]] std::string_view text() const
    {
        constexpr std::string_view no_memory =
            R"({"errors": 1, "warnings": 0, "diagnostics": [{"severity": "error", )"
            R"("code": "no_memory", "pointer": "", "line": 0, "column": 0, )"
            R"("message": "there is not enough memory", "hint": ""}]})";
        return own ? std::string_view(*own) : no_memory;
    }
};
