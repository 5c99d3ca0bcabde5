// SPDX-License-Identifier: BSL-1.0
#pragma once

// The whole library in layer order: a line needs only lines above it.

// clang-format off
#include <finsam/version.hpp>
#include <finsam/forward.hpp>

#include <finsam/model/period.hpp>
#include <finsam/model/text.hpp>
#include <finsam/model/municipality_code.hpp>
#include <finsam/model/citation.hpp>
#include <finsam/model/party.hpp>
#include <finsam/model/member.hpp>
#include <finsam/model/duty.hpp>
#include <finsam/model/fact_declaration.hpp>
#include <finsam/model/parameter.hpp>
#include <finsam/model/criterion.hpp>
#include <finsam/model/rule.hpp>
#include <finsam/model/needs_group.hpp>
#include <finsam/model/declaration.hpp>
#include <finsam/model/intervention.hpp>
#include <finsam/model/mandate.hpp>
#include <finsam/model/policy.hpp>
#include <finsam/model/promises.hpp>
#include <finsam/model/plan.hpp>
#include <finsam/model/diagnostic.hpp>

#include <finsam/rules/schema.hpp>
#include <finsam/rules/flag_set.hpp>
#include <finsam/rules/fact_traits.hpp>
#include <finsam/rules/described_member.hpp>
#include <finsam/rules/time_length.hpp>
#include <finsam/rules/build.hpp>
#include <finsam/rules/constant_of.hpp>
#include <finsam/rules/field.hpp>
#include <finsam/rules/check.hpp>

#include <finsam/engine/truth.hpp>
#include <finsam/engine/truth_word.hpp>
#include <finsam/engine/truth_column.hpp>
#include <finsam/engine/fact.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/plane_memory.hpp>
#include <finsam/engine/piece.hpp>
#include <finsam/engine/staging.hpp>
#include <finsam/engine/code_list.hpp>
#include <finsam/engine/mapped_file.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/engine/program.hpp>
#include <finsam/engine/circuit.hpp>
#include <finsam/engine/questionnaire.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/eligibility.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/engine/own_columns.hpp>
#include <finsam/engine/assess.hpp>
#include <finsam/engine/assessor.hpp>
#include <finsam/engine/sentence.hpp>
#include <finsam/engine/eligible_from.hpp>
#include <finsam/engine/cell_from.hpp>
#include <finsam/engine/member_map.hpp>
#include <finsam/engine/participant.hpp>

#include <finsam/matching/priority.hpp>
#include <finsam/matching/choice.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/matching/why_not.hpp>
#include <finsam/matching/certificate.hpp>
#include <finsam/matching/verify.hpp>

#include <finsam/report/withhold.hpp>
#include <finsam/report/gaps.hpp>
#include <finsam/report/helped.hpp>
#include <finsam/report/kronor.hpp>
#include <finsam/report/shares.hpp>
#include <finsam/report/costs.hpp>

#include <finsam/io/plan.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/snapshot.hpp>
#include <finsam/io/results.hpp>
#include <finsam/io/matching.hpp>
#include <finsam/io/json_schema.hpp>

#include <finsam/testing/cases.hpp>
#include <finsam/testing/expectation.hpp>
// clang-format on
