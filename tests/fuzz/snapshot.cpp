// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/evaluate.hpp>
#include <finsam/io/snapshot.hpp>

#include "fuzz/people.hpp"
#include "io/person_reader.hpp"
#include "support/snapshot_seal.hpp"

namespace {

using namespace finsam;

/// People of the sample plan from any bytes: whoever they are, each gets the answers that the
/// planes give.
void read_as_snapshot(std::string_view bytes)
{
    auto const& compiled = fuzz::sample();
    auto const read = parse_snapshot(compiled.agreed(), bytes, "people");
    if (!read) {
        auto const& found = read.error();
        fuzz::promise(found.errors == 1 && found.list.size() == 1, "one reason");
        auto const line = to_line(found.list.front());
        fuzz::promise(fuzz::is_plain(line) && line.starts_with("people:1:1: error: "),
                      "a line is one line", line);
        fuzz::promise(!found.list.front().hint.empty(), "what to do about it", line);
        return;
    }
    auto const eligible = evaluate(compiled, *read, compiled.agreed().mandates.front());
    for (std::size_t row = 0; row < read->size(); ++row) {
        auto const someone = read->row(row);
        auto const length = io::count_characters(someone.id);
        fuzz::promise(io::first_bad_utf8(someone.id) == std::string_view::npos && 1 <= length
                          && length <= io::longest_person_id,
                      "ids are short");
        auto const assessed = assess(compiled, someone);
        for (std::size_t i = 0; i < assessed.interventions.size(); ++i)
            fuzz::promise(assessed.interventions[i].answer
                              == answer_of(eligible.interventions[i], row),
                          "the planes say what the row says", someone.id);
        auto const json = to_json(compiled, someone, assessed, language::sv);
        fuzz::promise(io::parse_document(json, "").readable, "an assessment as JSON", someone.id);
    }
    fuzz::promise(parse_snapshot(compiled.agreed(), to_snapshot(*read)).has_value(),
                  "what was read can be written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count)
{
    auto const given = fuzz::text_of(bytes, count);
    read_as_snapshot(given);
    // Changes seldom leave the sums right, but somebody may make them again.
    std::string sealed(given);
    testing_support::seal_again(sealed);
    if (sealed != given)
        read_as_snapshot(sealed);
    return 0;
}
