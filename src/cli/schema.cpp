// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/json_schema.hpp>
#include <finsam/io/plan.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/output.hpp"

#include <optional>
#include <utility>

namespace finsam::cli {
namespace {

/// The plan that the schema is for, if it is for one. Its warnings are told.
std::optional<plan> open_plan(options const& wanted, speech const& say, progress& shown)
{
    if (wanted.plan.empty())
        return {};
    shown.stage(say(word::reading_plan));
    auto read = inspect_plan(wanted.plan);
    shown.clear();
    if (!read.value)
        refuse_if_any(std::move(read.found), wanted.plan);
    tell(read.found, wanted.quiet);
    return std::move(read.value);
}

std::string schema_of(document_kind kind, std::optional<plan> const& agreed)
{
    switch (kind) {
    case document_kind::plan:
        return plan_json_schema();
    case document_kind::people:
        return agreed ? people_json_schema(*agreed) : people_json_schema();
    case document_kind::cases:
        return agreed ? cases_json_schema(*agreed) : cases_json_schema();
    }
    return {};
}

} // namespace

status run_schema(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    to.write(schema_of(wanted.kind, open_plan(wanted, say, shown)));
    to.commit();
    return status::done;
}

} // namespace finsam::cli
