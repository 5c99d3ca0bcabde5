// SPDX-License-Identifier: BSL-1.0
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/output.hpp"

#include <cstdio>
#include <exception>
#include <new>
#include <string>

namespace finsam::cli {
namespace {

status run(options const& wanted)
{
    speech const say(wanted.language);
    progress shown(!wanted.quiet);
    switch (wanted.subcommand) {
    case subcommand::check:
        return run_check(wanted, say, shown);
    case subcommand::assess:
        return run_assess(wanted, say, shown);
    case subcommand::match:
        return run_match(wanted, say, shown);
    case subcommand::why:
        return run_why(wanted, say, shown);
    case subcommand::verify:
        return run_verify(wanted, say, shown);
    case subcommand::gaps:
        return run_gaps(wanted, say, shown);
    case subcommand::places:
        return run_places(wanted, say, shown);
    case subcommand::costs:
        return run_costs(wanted, say, shown);
    case subcommand::snapshot:
        return run_snapshot(wanted, say, shown);
    case subcommand::test:
        return run_test(wanted, say, shown);
    case subcommand::schema:
        return run_schema(wanted, say, shown);
    }
    return status::wrong_usage;
}

status complain(status how, std::string const& why)
{
    std::fprintf(stderr, "finsam: %s\n", why.c_str());
    return how;
}

status run(int count, char const* const* arguments)
{
    bool quiet = false;
    try {
        auto const wanted = read_options(count, arguments);
        quiet = wanted.quiet;
        return run(wanted);
    } catch (telling const& told) {
        output to({});
        to.write(told.text);
        to.commit();
        return status::done;
    } catch (wrong_usage const& error) {
        return complain(status::wrong_usage, error.what());
    } catch (document_error const& error) {
        tell(error.found(), quiet);
        return unreadable(error.found()) ? status::unusable_file : status::wrong_documents;
    }
}

} // namespace
} // namespace finsam::cli

int main(int count, char** arguments)
{
    using namespace finsam::cli;
    prepare_streams();
    auto how = status::unusable_file;
    try {
        how = run(count, arguments);
    } catch (std::bad_alloc const&) {
        std::fputs("finsam: out of memory\n", stderr);
    } catch (std::exception const& error) {
        how = complain(status::unusable_file, error.what());
    }
    return static_cast<int>(how);
}
