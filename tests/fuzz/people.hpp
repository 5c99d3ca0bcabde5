// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/assess.hpp>
#include <finsam/io/people.hpp>

#include "fuzz/promises.hpp"
#include "io/people_blocks.hpp"
#include "io/personal_number.hpp"
#include "support/sample_people.hpp"

#include <set>

namespace finsam::fuzz {

inline engine const& sample()
{
    using namespace std::chrono;
    static engine const compiled =
        compile(testing_support::sample_of_people(), 2026y / February / 28).value();
    return compiled;
}

/// Where there seems to be no doubt, and wherever the text is broken into blocks, people are those
/// that the person reader makes.
inline void check_as_slowly(result<people> const& read, std::string_view text, people_format format)
{
    io::text_source from(text);
    auto const slowly = io::read_blocks(sample().agreed(), format, "people", from,
                                        1 + text.size() / 3, {.only_slowly = true});
    promise(read.has_value() == slowly.has_value(), "as slowly: people or errors");
    if (!read)
        return promise(read.error() == slowly.error(), "as slowly: the same errors");
    promise(read->size() == slowly->size(), "as slowly: as many people");
    for (std::size_t row = 0; row < read->size(); ++row)
        promise(read->row(row) == slowly->row(row), "as slowly: the same people", read->id(row));
    for (std::size_t i = 0; i < read->facts().columns.size(); ++i)
        promise(read->codes(i).size() == slowly->codes(i).size(), "as slowly: the same codes");
}

/// People of the sample plan from any bytes.
inline void read_as_people(std::string_view text, people_format format)
{
    auto const read = parse_people(sample().agreed(), text, format, "people");
    check_as_slowly(read, text, format);
    io::text_source from(text);
    check_as_slowly(io::read_blocks(sample().agreed(), format, "people", from, 1 + text.size(),
                                    {.threads = 3, .part_size = 1 + text.size() / 8}),
                    text, format);
    if (!read) {
        check_diagnostics(read.error(), text, "people", 100);
        promise(read.error().errors > 0, "people or errors");
        return;
    }
    std::set<std::string_view> ids;
    for (std::size_t row = 0; row < read->size(); ++row) {
        auto const id = read->id(row);
        auto const length = io::count_characters(id);
        promise(1 <= length && length <= 64 && ids.insert(id).second, "ids are short and unique");
        promise(!io::is_personal_number(id), "nobody stands under a personal number");
        auto const someone = read->row(row);
        for (auto const& fact : someone.facts)
            promise(fact.state == fact_state::value || fact == cell{.state = fact.state},
                    "only a value has one", id);
        auto const assessed = assess(sample(), someone);
        promise(io::parse_document(to_json(sample(), someone, assessed, language::sv), "").readable,
                "an assessment as JSON", id);
    }
}

} // namespace finsam::fuzz
