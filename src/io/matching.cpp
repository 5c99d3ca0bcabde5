// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/io/matching.hpp>
#include <finsam/matching/verify.hpp>

#include "io/file.hpp"
#include "io/matching_reader.hpp"
#include "io/tell_matching.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <utility>

namespace finsam {
namespace {

using io::json_line;

constexpr std::size_t most_listed = 100;

/// In document order; those after the hundredth are only counted.
diagnostics listed(std::vector<diagnostic> found)
{
    std::ranges::stable_sort(found, {},
                             [](diagnostic const& one) { return std::pair(one.line, one.column); });
    diagnostics all;
    for (auto& one : found) {
        if (all.list.size() < most_listed)
            add(all, std::move(one));
        else
            ++all.errors;
    }
    return all;
}

template<class T, class Read>
result<T> parse(io::document const& document, io::reader in, Read read)
{
    T value;
    if (document.readable)
        value = read(in);
    if (!in.found.empty())
        return listed(std::move(in.found));
    return value;
}

void tell_mark(json_line& out, std::string_view name, turn_mark const& mark)
{
    out.key(name);
    out.object([&] {
        out.member("tier", mark.tier);
        out.member("buckets", mark.buckets);
        std::string digits;
        for (int shift = 60; shift >= 0; shift -= 4)
            digits += "0123456789abcdef"[mark.tie >> shift & 15];
        out.member("tie", digits);
    });
}

void tell_cutoff(json_line& out, plan const& agreed, pool_cutoff const& one)
{
    out.object([&] {
        out.member("intervention", agreed.interventions[one.intervention].id);
        out.member("pool", one.pool);
        out.member("reserves", one.reserves);
        out.member("admits", one.admits);
        if (one.last)
            tell_mark(out, "last", *one.last);
    });
}

void tell_closing(json_line& out, plan const& agreed, pool_closing const& one)
{
    out.object([&] {
        out.member("intervention", agreed.interventions[one.intervention].id);
        out.member("pool", one.pool);
        tell_mark(out, "since", one.since);
    });
}

void tell_price(json_line& out, plan const& agreed, pool_price const& one)
{
    out.object([&] {
        out.member("intervention", agreed.interventions[one.intervention].id);
        out.member("pool", one.pool);
        out.key("person");
        if (one.person)
            out.object([&] { out.member("tier", one.person->tier); });
        else
            out.null();
        out.member("positions", one.positions);
    });
}

void tell_certificate(json_line& out, engine const& compiled, people const& caseload,
                      matching const& proposed, certificate const& shown)
{
    auto const& agreed = compiled.agreed();
    out.object([&] {
        io::tell_proposals(out, compiled, caseload, proposed);
        out.key("certificate");
        out.object([&] {
            if (shown.cutoffs)
                out.member("cutoffs", *shown.cutoffs,
                           [&](pool_cutoff const& one) { tell_cutoff(out, agreed, one); });
            if (shown.closings)
                out.member("closings", *shown.closings,
                           [&](pool_closing const& one) { tell_closing(out, agreed, one); });
            if (shown.prices)
                out.member("prices", *shown.prices,
                           [&](pool_price const& one) { tell_price(out, agreed, one); });
        });
    });
}

} // namespace

result<matching_heading> parse_matching_heading(std::string_view text, std::string_view name)
{
    auto const document = io::parse_document(io::without_mark(text), name);
    io::reader in{.source = document};
    if (!document.readable)
        in.found = document.found; // keys that stand twice are told with the rest
    return parse<matching_heading>(document, std::move(in), io::read_matching_heading);
}

result<matching_document> parse_matching(engine const& compiled, people const& caseload,
                                         std::string_view text, std::string_view name)
{
    auto const document = io::parse_document(io::without_mark(text), name);
    return parse<matching_document>(
        document, {.source = document, .found = document.found},
        [&](io::reader& in) { return io::read_matching(in, compiled, caseload); });
}

result<matching_document> read_matching(engine const& compiled, people const& caseload,
                                        std::filesystem::path const& file)
{
    auto const text = io::read_file(file);
    if (!text)
        return text.error();
    return parse_matching(compiled, caseload, *text, file.string());
}

std::string certificate_json(engine const& compiled, people const& caseload,
                             matching const& proposed, certificate const& shown)
{
    json_line out;
    tell_certificate(out, compiled, caseload, proposed, shown);
    return out.take();
}

void write_certificate(engine const& compiled, people const& caseload, matching const& proposed,
                       certificate const& shown, text_sink to)
{
    json_line out(to);
    tell_certificate(out, compiled, caseload, proposed, shown);
    out.give();
}

verification verify(engine const& compiled, people const& caseload, matching_document const& made)
{
    verification all{.findings = audit(compiled, caseload, made.proposed)};
    if (!made.shown)
        return all;
    auto const wrong = verify(compiled, caseload, made.proposed, *made.shown);
    all.of_certificate = wrong.empty() ? verdict::verified : verdict::refused;
    all.findings.insert(all.findings.end(), wrong.begin(), wrong.end());
    return all;
}

std::string to_json(engine const& compiled, people const& caseload, verification const& made)
{
    json_line out;
    out.object([&] {
        io::tell_findings(out, compiled.agreed(), caseload, made.findings);
        out.member("certificate",
                   made.of_certificate ? detail::name_of(*made.of_certificate) : "none");
    });
    return out.take();
}

} // namespace finsam
