// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/json_schema.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/output.hpp"

#include <optional>

namespace finsam::cli {
namespace {

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
    std::optional<plan> agreed;
    if (!wanted.plan.empty())
        agreed = open_plan(wanted, say, shown);
    to.write(schema_of(wanted.kind, agreed));
    to.commit();
    return status::done;
}

} // namespace finsam::cli
