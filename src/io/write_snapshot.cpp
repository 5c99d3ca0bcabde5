// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/snapshot.hpp>

#include "io/snapshot_facts.hpp"
#include "io/snapshot_format.hpp"
#include "io/snapshot_piece.hpp"
#include "io/snapshot_writer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <random>
#include <system_error>
#include <vector>

namespace finsam {
namespace io {
namespace {

/// The codes that somebody has, numbered anew in the same order. A code that was replaced is not
/// written, so nobody finds it in the file.
code_numbers numbers_of_used(people const& caseload, std::vector<piece const*> const& pieces)
{
    auto const columns = caseload.facts().columns.size();
    code_numbers numbers(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        numbers[c].resize(caseload.codes(c).size(), -1);
        for (auto const* one : pieces)
            for (auto const code : one->columns[c].codes)
                numbers[c][static_cast<std::size_t>(code)] = 0;
        std::int32_t next = 0;
        for (auto& number : numbers[c])
            if (number == 0)
                number = next++;
    }
    return numbers;
}

void write_codes(byte_writer& out, people const& caseload, code_numbers const& numbers)
{
    for (std::size_t c = 0; c < numbers.size(); ++c) {
        auto const unused = std::ranges::count(numbers[c], -1);
        out.number(static_cast<std::uint32_t>(numbers[c].size())
                   - static_cast<std::uint32_t>(unused));
        for (std::size_t code = 0; code < numbers[c].size(); ++code)
            if (numbers[c][code] >= 0)
                out.text(caseload.codes(c)[code]);
    }
}

template<class T>
std::string_view bytes_of(T const* values, std::size_t count)
{
    return {reinterpret_cast<char const*>(values), count * sizeof *values};
}

} // namespace

void write_snapshot(people const& caseload, std::function<void(std::string_view)> const& take)
{
    std::vector<piece const*> pieces;
    for (auto const& one : caseload.pieces())
        pieces.push_back(&one);
    piece last;
    if (std::vector<std::uint64_t> scratch; caseload.tail().rows() != 0) {
        last = caseload.tail().slice(scratch);
        pieces.push_back(&last);
    }

    byte_writer details;
    auto const meaning = meaning_of(caseload.facts());
    details.text(meaning);
    auto const numbers = numbers_of_used(caseload, pieces);
    write_codes(details, caseload, numbers);
    for (auto const* one : pieces)
        write_details(details, *one, numbers);

    snapshot_header header{.order = snapshot_order,
                           .people = caseload.size(),
                           .digest = digest_of(meaning),
                           .pieces = pieces.size(),
                           .details = details.bytes.size()};
    std::ranges::copy(snapshot_magic, header.magic.begin());
    std::vector<snapshot_entry> entries;
    header.size = first_piece(header);
    for (auto const* one : pieces) {
        entries.push_back({one->memory.size(), detail::checksum(bytes_of(*one), entries.size())});
        header.size += one->memory.size();
    }
    std::string between(bytes_of(entries.data(), entries.size()));
    between += details.bytes;
    between.resize(first_piece(header) - sizeof header);
    header.sum = sum_of(header, between);

    take(bytes_of(&header, 1));
    take(between);
    for (auto const* one : pieces)
        take(bytes_of(*one));
}

} // namespace io

std::string to_snapshot(people const& caseload)
{
    std::string all;
    io::write_snapshot(caseload, [&](std::string_view bytes) { all += bytes; });
    return all;
}

void write_snapshot(people const& caseload, std::filesystem::path const& file)
{
    auto beside = file;
    beside += ".unfinished-" + std::to_string(std::random_device{}());
    // Whatever goes wrong, nothing about anybody is left lying there.
    struct removal
    {
        std::filesystem::path const& file;
        ~removal()
        {
            std::error_code ignored; // once it is renamed there is nothing to remove
            std::filesystem::remove(file, ignored);
        }
    } const remove_at_end{beside};
    auto const fail = [&](int code) {
        throw std::filesystem::filesystem_error("the snapshot cannot be written", file,
                                                {code, std::generic_category()});
    };
    std::ofstream to(beside, std::ios::binary);
    if (!to)
        fail(errno);
    io::write_snapshot(caseload, [&](std::string_view bytes) {
        if (!to.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
            fail(errno);
    });
    to.close();
    if (!to)
        fail(errno);
    std::error_code failed;
    std::filesystem::rename(beside, file, failed);
    if (failed)
        fail(failed.value());
}

} // namespace finsam
