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

/// The sample plan with another policy, whose certificates hold something else.
engine const& sample_fit()
{
    using namespace std::chrono;
    static engine const compiled = [] {
        auto agreed = testing_support::sample_of_people();
        agreed.matching->policy = policies::fit{};
        return compile(agreed, 2026y / February / 28).value();
    }();
    return compiled;
}

void check_matching(engine const& compiled, std::string_view text, bool has_heading)
{
    auto const read = parse_matching(compiled, caseload(), text, "matching");
    if (!read) {
        fuzz::check_diagnostics(read.error(), text, "matching", 100);
        return fuzz::promise(read.error().errors > 0, "a matching or errors");
    }
    fuzz::promise(has_heading, "what is read whole has a heading");
    auto const made = verify(compiled, caseload(), *read);
    fuzz::promise(io::parse_document(to_json(compiled, caseload(), made), "").readable,
                  "what is found as JSON");
    fuzz::promise(made.of_certificate.has_value() == read->shown.has_value(),
                  "a certificate has its verdict");
    auto const again = parse_matching(compiled, caseload(),
                                      certificate_json(compiled, caseload(), read->proposed,
                                                       read->shown.value_or(certificate{})));
    fuzz::promise(!read->shown || (again.has_value() && *again == *read),
                  "what is written reads back equal");
}

} // namespace

/// A matching of the sample people from any bytes.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count)
{
    auto const text = fuzz::text_of(bytes, count);
    auto const heading = parse_matching_heading(text, "matching");
    if (!heading)
        fuzz::check_diagnostics(heading.error(), text, "matching", 100);
    check_matching(fuzz::sample(), text, heading.has_value());
    check_matching(sample_fit(), text, heading.has_value());
    return 0;
}
