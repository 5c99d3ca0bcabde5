// SPDX-License-Identifier: BSL-1.0

// Invents people for a plan from a file of marginals (påhittade personer), see README.md here:
//
//     generate MARGINALS [--people N] [--seed S] [--output FILE] [--hidden]
//     generate MARGINALS --question
//
// The same seed gives the same people with every compiler and on every machine, and the first 400
// of 1 000 people are the 400 people. Memory does not grow with their number. `--question` prints
// what the people are to be asked with: the reference day, and the plan's first mandate for
// placing.

#include <finsam/detail/calendar.hpp>

#include "record.hpp"

#include <charconv>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace {

struct options
{
    std::filesystem::path file{};
    std::optional<std::uint64_t> people{}, seed{};
    std::string output{};
    bool hidden = false, question = false;
};

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t read{};
    auto const* const end = text.data() + text.size();
    auto const got = std::from_chars(text.data(), end, read);
    return got.ec == std::errc{} && got.ptr == end ? std::optional(read) : std::nullopt;
}

std::optional<options> parse(int count, char** words)
{
    options wanted;
    for (int at = 1; at < count; ++at) {
        auto const word = std::string_view{words[at]};
        auto const last = at + 1 == count;
        if (word == "--hidden") {
            wanted.hidden = true;
        } else if (word == "--question") {
            wanted.question = true;
        } else if (word == "--output" && !last) {
            wanted.output = words[++at];
        } else if ((word == "--people" || word == "--seed") && !last) {
            auto const read = number(words[++at]);
            if (!read)
                return {};
            (word == "--people" ? wanted.people : wanted.seed) = read;
        } else {
            if (word.starts_with('-') || !wanted.file.empty())
                return {};
            wanted.file = word;
        }
    }
    if (wanted.file.empty() || wanted.people == 0 || wanted.people > 10'000'000)
        return {};
    return wanted;
}

int question(invented::marginals const& from)
{
    for (auto const& one : from.plan.mandates)
        if (one.purpose == finsam::purpose::placement) {
            std::cout << "--as-of " << finsam::detail::to_string(from.as_of) << " --mandate "
                      << one.id << '\n';
            return 0;
        }
    throw std::runtime_error("the plan has no mandate for placement");
}

int write(invented::marginals const& from, options const& wanted, std::ostream& to)
{
    invented::record_writer const record(from, wanted.output.ends_with(".csv"), wanted.hidden);
    invented::dice thrown(wanted.seed.value_or(from.seed));
    invented::somebody one;
    std::string lines;
    record.header(lines);
    auto const people = wanted.people.value_or(from.people);
    for (std::size_t at = 1; at <= people && to; ++at) {
        draw(thrown, from, one);
        record.line(lines, one, at);
        if (lines.size() > 60'000 || at == people) {
            to.write(lines.data(), static_cast<std::streamsize>(lines.size()));
            lines.clear();
        }
    }
    to.flush();
    return to ? 0 : 3;
}

} // namespace

int main(int argc, char** argv)
{
    auto const wanted = parse(argc, argv);
    if (!wanted) {
        std::cerr << "usage: generate MARGINALS [--people 1...10000000] [--seed S] "
                     "[--output FILE] [--hidden]\n"
                     "       generate MARGINALS --question\n";
        return 2;
    }
    try {
        auto const from = invented::read_marginals(wanted->file);
        if (wanted->question)
            return question(from);
        if (wanted->output.empty())
            return write(from, *wanted, std::cout);
        std::ofstream to(wanted->output, std::ios::binary);
        return write(from, *wanted, to);
    } catch (std::exception const& wrong) {
        std::cerr << wanted->file.string() << ": " << wrong.what() << '\n';
        return 1;
    }
}
