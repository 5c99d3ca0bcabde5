// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>
#include <finsam/rules/check.hpp>

#include "io/declared_facts.hpp"
#include "io/described_reader.hpp"
#include "io/file.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace finsam {

namespace {

void read_document(io::reader& in, plan& out)
{
    auto const& root = in.source.root;
    io::place const here;
    if (root.kind != io::json_kind::object)
        return in.wrong_type(root, here, io::wanted::plan);
    io::expected_keys keys(in, root, here);
    if (auto const* value = keys.take("format", io::presence::required)) {
        auto const there = here.member("format");
        std::string name;
        io::read(in, *value, there, name);
        if (value->kind == io::json_kind::string && name != io::plan_format)
            in.bad_value(*value, there,
                         io::in_backticks(name) + " is not a format that can be read here",
                         "the format is `" + std::string(io::plan_format) + "`");
    }
    // A plan's facts are read before its rules, wherever they stand in the document.
    io::declared_facts facts(out.facts);
    in.facts = &facts;
    io::read_members(in, root, here, keys, out);
    in.facts = nullptr;
    keys.report();
}

/// Whether the reader has told this already: a check sees only what could be read.
bool is_told(std::set<std::pair<std::string_view, diagnostic_code>> const& told,
             diagnostic const& one)
{
    auto at = told.lower_bound({one.pointer, diagnostic_code{}});
    for (; at != told.end() && at->first == one.pointer; ++at)
        if (at->second == one.code || at->second != diagnostic_code::missing_key)
            return true;
    return false;
}

} // namespace

plan_document inspect_plan(std::string_view text, std::string_view name, std::optional<date> as_of)
{
    auto const document = io::parse_document(io::without_mark(text), name);
    io::reader in{.source = document, .found = document.found};
    for (auto const& one : document.found)
        in.broken.push_back(one.pointer);

    plan agreed;
    if (document.readable) {
        read_document(in, agreed);
        auto const by_reader = in.found;
        std::set<std::pair<std::string_view, diagnostic_code>> told;
        for (auto const& one : by_reader)
            told.emplace(one.pointer, one.code);
        for (auto& one : check(agreed, as_of, in.broken).list) {
            if (is_told(told, one))
                continue;
            auto const [line, column] = io::locate(document, one.pointer, one.code);
            one.file = name;
            one.line = line;
            one.column = column;
            in.found.push_back(std::move(one));
        }
    }
    std::ranges::stable_sort(in.found, {},
                             [](diagnostic const& one) { return std::pair(one.line, one.column); });

    plan_document read;
    for (auto& one : in.found)
        add(read.found, std::move(one));
    if (read.found.errors == 0)
        read.value = std::move(agreed);
    return read;
}

plan_document inspect_plan(std::filesystem::path const& file, std::optional<date> as_of)
{
    auto const text = io::read_file(file);
    if (text)
        return inspect_plan(*text, file.string(), as_of);
    return {{}, text.error()};
}

result<plan> read_plan(std::filesystem::path const& file)
{
    auto read = inspect_plan(file);
    if (!read.value)
        return std::move(read.found);
    return std::move(*read.value);
}

diagnostics located(diagnostics found, std::filesystem::path const& file)
{
    auto const text = io::read_file(file);
    return located(std::move(found), text ? std::string_view(*text) : "", file.string());
}

diagnostics located(diagnostics found, std::string_view text, std::string_view name)
{
    auto const document = io::parse_document(io::without_mark(text), name);
    for (auto& one : found.list) {
        one.file = name;
        if (!document.readable)
            continue;
        auto const [line, column] = io::locate(document, one.pointer, one.code);
        one.line = line;
        one.column = column;
    }
    return found;
}

result<plan> parse_plan(std::string_view text, std::string_view name)
{
    auto read = inspect_plan(text, name);
    if (!read.value)
        return std::move(read.found);
    return std::move(*read.value);
}

} // namespace finsam
