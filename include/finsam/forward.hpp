// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a header names that only points or refers to something of ours (framåtdeklarationer): it
// costs next to nothing to include. Here is what our functions take and give, and what of it is
// handed on by itself; each is defined where its line says.

#include <finsam/detail/export.hpp>

#include <cstdint>

namespace finsam {

// model
enum class comparator;      // criterion.hpp
enum class diagnostic_code; // diagnostic.hpp
enum class fact_kind;       // fact_declaration.hpp
enum class language;        // text.hpp
enum class party;           // party.hpp
enum class purpose;         // mandate.hpp
enum class severity;        // diagnostic.hpp
struct association;         // plan.hpp
struct citation;            // citation.hpp
struct criterion;           // criterion.hpp
struct declaration;         // declaration.hpp
struct diagnostic;          // diagnostic.hpp
struct diagnostics;         // diagnostic.hpp
struct fact_declaration;    // fact_declaration.hpp
struct intervention;        // intervention.hpp
struct mandate;             // mandate.hpp
struct member;              // member.hpp
class municipality_code;    // municipality_code.hpp
struct needs_group;         // needs_group.hpp
struct parameter;           // parameter.hpp
struct period;              // period.hpp
struct plan;                // plan.hpp
struct pool;                // intervention.hpp
struct rule;                // rule.hpp
struct text;                // text.hpp

// rules
struct schema; // schema.hpp

// engine
enum class fact_state : std::uint8_t; // fact.hpp
enum class truth : std::uint8_t;      // truth.hpp
struct answer_count;                  // evaluate.hpp
struct assessment;                    // assess.hpp
class FINSAM_EXPORT assessor;         // assessor.hpp
class FINSAM_EXPORT eligibility;      // eligibility.hpp
class FINSAM_EXPORT engine;           // compile.hpp
template<class Participant>
class engine_for; // participant.hpp
template<class T>
class fact;                 // fact.hpp
struct own_column;          // own_columns.hpp
class own_columns;          // own_columns.hpp
class FINSAM_EXPORT people; // people.hpp
struct person;              // person.hpp
struct reason;              // assess.hpp
struct tally;               // evaluate.hpp
struct truth_column;        // truth_column.hpp

// matching
struct certificate;                   // certificate.hpp
struct cutoff;                        // match.hpp
struct finding;                       // audit.hpp
struct matching;                      // match.hpp
struct placement;                     // match.hpp
struct priority;                      // priority.hpp
class FINSAM_EXPORT running_matching; // change.hpp
struct why_not;                       // why_not.hpp

// report
struct cost_report;  // costs.hpp
struct gap_report;   // gaps.hpp
struct helped_count; // helped.hpp

// io
enum class people_format; // people.hpp
enum class verdict;       // matching.hpp
struct matching_document; // matching.hpp
struct plan_document;     // plan.hpp
struct reading_progress;  // people.hpp
struct text_sink;         // results.hpp
struct verification;      // matching.hpp

// testing
struct case_failure; // cases.hpp
struct case_outcome; // cases.hpp

} // namespace finsam
