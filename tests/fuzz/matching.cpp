// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/matching.hpp>
#include <finsam/matching/verify.hpp>

#include "fuzz/people.hpp"

using namespace finsam;

namespace {

people const& caseload()
{
    static people const all =
        read_people(fuzz::sample().agreed(), "tests/cases/sample.people.ndjson").value();
    return all;
}

} // namespace

/// A matching of the sample people from any bytes.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count)
{
    auto const text = fuzz::text_of(bytes, count);
    auto const heading = parse_matching_heading(text, "matching");
    if (!heading)
        fuzz::check_diagnostics(heading.error(), text, "matching", 100);

    auto const read = parse_matching(fuzz::sample(), caseload(), text, "matching");
    if (!read) {
        fuzz::check_diagnostics(read.error(), text, "matching", 100);
        fuzz::promise(read.error().errors > 0, "a matching or errors");
        return 0;
    }
    fuzz::promise(heading.has_value(), "what is read whole has a heading");
    auto const made = verify(fuzz::sample(), caseload(), *read);
    fuzz::promise(io::parse_document(to_json(fuzz::sample(), caseload(), made), "").readable,
                  "what is found as JSON");
    fuzz::promise(made.of_certificate.has_value() == read->shown.has_value(),
                  "a certificate has its verdict");
    auto const again = parse_matching(fuzz::sample(), caseload(),
                                      certificate_json(fuzz::sample(), caseload(), read->proposed,
                                                       read->shown.value_or(certificate{})));
    fuzz::promise(!read->shown || (again.has_value() && *again == *read),
                  "what is written reads back equal");
    return 0;
}
