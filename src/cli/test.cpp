// SPDX-License-Identifier: BSL-1.0
#include <finsam/testing/cases.hpp>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/layout.hpp"
#include "cli/output.hpp"
#include "io/json_line.hpp"

#include <algorithm>

namespace finsam::cli {
namespace {

/// A failed case with the file that it stands in.
struct failure
{
    std::string file;
    case_failure what;
};

std::string as_text(std::size_t passed, std::vector<failure> const& failed, speech const& say)
{
    std::string text;
    for (auto const& [file, what] : failed) {
        text += say(word::failed_case) + ' ' + file + ": " + plain(what.name) + '\n';
        for (auto const& line : what.lines)
            text += "    " + plain(line) + '\n';
    }
    // Read by programs too, so the same in every language.
    return text + std::to_string(passed) + " passed, " + std::to_string(failed.size())
           + " failed\n";
}

std::string as_json(std::size_t passed, std::vector<failure> const& failed)
{
    io::json_line out;
    out.object([&] {
        out.member("passed", passed);
        out.member("failed", failed.size());
        out.member("failures", failed, [&](failure const& one) {
            out.object([&] {
                out.member("file", one.file);
                out.member("name", one.what.name);
                out.member("lines", one.what.lines);
            });
        });
    });
    return out.take() + '\n';
}

} // namespace

status run_test(options const& wanted, speech const& say, progress& shown)
{
    output to(wanted.output);
    std::size_t passed = 0;
    std::vector<failure> failed;
    // Several files may be about one plan.
    diagnostics found;
    auto const enter = [&found](diagnostics const& some) {
        for (auto const& one : some.list)
            if (std::ranges::find(found.list, one) == found.list.end())
                add(found, one);
    };
    for (auto const& file : wanted.cases) {
        shown.stage(say(word::running, {{"file", file.string()}}));
        auto outcome = run_cases(file, say.spoken());
        if (!outcome) {
            enter(outcome.error());
            continue;
        }
        passed += outcome->passed;
        enter(outcome->warnings);
        for (auto& one : outcome->failed)
            failed.push_back({file.string(), std::move(one)});
    }
    shown.clear();
    refuse_if_any(found, {});
    tell(found, wanted.quiet);

    auto const how = failed.empty() ? status::done : status::wrong_documents;
    if (how != status::done && wanted.output)
        return how;
    to.write(wanted.format == format::json ? as_json(passed, failed)
                                           : as_text(passed, failed, say));
    to.commit();
    return how;
}

} // namespace finsam::cli
