// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>
#include <finsam/testing/cases.hpp>

#include <functional>
#include <iostream>
#include <string>
#include <string_view>

// told plan          | told people PLAN | told cases
//
// What the reader tells about each line of standard input, a line each: about a plan, about a
// person of the plan, about the case file that the line names. So many documents are read here that
// a run of the command for each would take minutes.

using namespace finsam;

namespace {

template<class T>
diagnostics errors_of(result<T> const& read)
{
    return read ? diagnostics{} : read.error();
}

std::function<diagnostics(std::string const&)> reader_of(std::string_view kind, char const* file)
{
    if (kind == "plan")
        return [](std::string const& line) { return inspect_plan(line, "plan").found; };
    if (kind == "cases")
        return [](std::string const& line) { return errors_of(run_cases(line, language::en)); };
    return [agreed = read_plan(std::filesystem::path(file)).value()](std::string const& line) {
        return errors_of(parse_people(agreed, line, people_format::json_lines));
    };
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2)
        return 2;
    auto const read = reader_of(arguments[1], arguments[count - 1]);
    for (std::string line; std::getline(std::cin, line);)
        std::cout << to_json(read(line)) << '\n';
}
