// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/plain_text.hpp>
#include <finsam/io/snapshot.hpp>

#include "io/file.hpp"
#include "io/snapshot_facts.hpp"
#include "io/snapshot_format.hpp"
#include "io/snapshot_piece.hpp"
#include "io/utf8.hpp"
#include "rules/limits.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace finsam {
namespace io {
namespace {

constexpr std::string_view make_again = "make it again with `finsam snapshot`";

/// Reads the bytes of one snapshot.
class snapshot_reader
{
public:
    /// Precondition: the bytes are aligned to 64, and stay where they are as long as the people.
    snapshot_reader(plan const& agreed, std::string_view bytes, std::string_view name)
        : plan_(agreed)
        , bytes_(bytes)
        , name_(name)
    {}

    result<people> read()
    {
        people all(schema_of(plan_));
        if (read_header() && read_facts(all.facts()) && read_codes(all) && read_pieces(all))
            return all;
        return std::move(found_);
    }

private:
    bool refuse(diagnostic_code code, std::string message,
                std::string hint = std::string(make_again))
    {
        add(found_, {.code = code,
                     .file = std::string(name_),
                     .line = 1, // it is about the whole file
                     .column = 1,
                     .message = std::move(message),
                     .hint = std::move(hint)});
        return false;
    }
    bool cut_short() { return refuse(diagnostic_code::syntax, "the snapshot is cut short"); }
    bool altered() { return refuse(diagnostic_code::syntax, "the snapshot has been altered"); }
    /// The sums are right, but no snapshot that is written says this.
    bool absurd(std::string_view where)
    {
        return refuse(diagnostic_code::syntax,
                      "the snapshot says what cannot be: " + std::string(where));
    }

    bool read_header()
    {
        if (!is_snapshot(bytes_))
            return refuse(diagnostic_code::syntax, "this is not a snapshot of people",
                          "`finsam snapshot` makes one");
        if (bytes_.size() < snapshot_magic.size())
            return cut_short();
        if (!bytes_.starts_with(snapshot_magic))
            return another_version();
        if (bytes_.size() < sizeof header_)
            return cut_short();
        std::memcpy(&header_, bytes_.data(), sizeof header_);
        if (header_.order != snapshot_order)
            return another_order();
        if (bytes_.size() < header_.size)
            return cut_short();
        // Each first by itself, so that their sum does not overflow.
        if (bytes_.size() != header_.size || header_.details > bytes_.size()
            || header_.pieces > bytes_.size() / sizeof(snapshot_entry)
            || first_piece(header_) > bytes_.size())
            return altered();
        auto const between = bytes_.substr(sizeof header_, first_piece(header_) - sizeof header_);
        if (header_.sum != sum_of(header_, between))
            return altered();
        details_ =
            byte_reader(between.substr(header_.pieces * sizeof(snapshot_entry), header_.details));
        return true;
    }

    bool another_version()
    {
        auto const rest = bytes_.substr(snapshot_name.size(), 8);
        auto const version = rest.substr(0, rest.find('\n'));
        if (version.empty() || version.size() == rest.size()
            || version.find_first_not_of("0123456789") != std::string_view::npos)
            return altered();
        return refuse(diagnostic_code::bad_value, "the snapshot is of version "
                                                      + std::string(version)
                                                      + "; the version that can be read here is "
                                                      + std::string(snapshot_version));
    }

    bool another_order()
    {
        auto turned = header_.order;
        auto* const bytes = reinterpret_cast<unsigned char*>(&turned);
        std::reverse(bytes, bytes + sizeof turned);
        if (turned != snapshot_order)
            return altered();
        return refuse(diagnostic_code::bad_value,
                      "the snapshot was made on a machine with another order of bytes",
                      "make it again with `finsam snapshot` on this one");
    }

    bool read_facts(schema const& facts)
    {
        auto const stored = details_.text();
        if (header_.digest == digest_of(meaning_of(facts)))
            return true;
        auto const how = first_difference(stored, facts);
        return refuse(diagnostic_code::bad_value,
                      "the snapshot was made for other facts" + (how.empty() ? "" : ": " + how));
    }

    bool read_codes(people& all)
    {
        for (std::size_t c = 0; c < all.facts().columns.size(); ++c) {
            auto const count = details_.count();
            if (count != 0 && all.facts().columns[c].kind != fact_kind::code)
                return absurd("codes of what has none");
            for (std::size_t number = 0; number < count; ++number) {
                auto const code = details_.text();
                if (code.empty() || first_bad_utf8(code) != std::string_view::npos
                    || count_characters(code) > checking::longest_code
                    || static_cast<std::size_t>(all.position_of(c, code)) != number)
                    return absurd("a code that is not one, or stands there twice");
            }
        }
        return details_.is_whole() || absurd("fewer codes than there are");
    }

    bool read_pieces(people& all)
    {
        auto const people = header_.people;
        if (header_.pieces != people / piece_rows + (people % piece_rows != 0 ? 1 : 0))
            return absurd("pieces that do not make up the people");
        piece_limits limits(plan_, all.facts());
        for (std::size_t c = 0; c < limits.codes.size(); ++c)
            limits.codes[c] = all.codes(c).size();

        std::vector<piece> pieces;
        std::vector<std::uint64_t> sums;
        auto left = bytes_.substr(first_piece(header_));
        for (std::size_t i = 0; i < header_.pieces; ++i) {
            snapshot_entry entry;
            std::memcpy(&entry, bytes_.data() + sizeof header_ + i * sizeof entry, sizeof entry);
            auto const rows = std::min<std::uint64_t>(people - i * piece_rows, piece_rows);
            if (entry.size > left.size())
                return absurd("more than there is");
            auto one = read_details(details_, rows, entry.size, limits);
            if (!one)
                return absurd("a piece of another shape");
            one->memory =
                plane_memory(reinterpret_cast<std::uint64_t const*>(left.data()), entry.size);
            left.remove_prefix(entry.size);
            pieces.push_back(std::move(*one));
            sums.push_back(entry.sum);
        }
        if (!left.empty() || !details_.at_end())
            return absurd("more than the people");
        auto const verdicts = verdicts_on(pieces, sums, limits);
        if (std::ranges::find(verdicts, verdict::altered) != verdicts.end())
            return altered();
        if (std::ranges::find(verdicts, verdict::absurd) != verdicts.end())
            return absurd("something about a person");
        for (auto& one : pieces)
            all.take(std::move(one));
        return true;
    }

    plan const& plan_;
    std::string_view bytes_;
    std::string_view name_;
    snapshot_header header_;
    byte_reader details_{{}};
    diagnostics found_;
};

result<people> read_from(plan const& agreed, mapped_file file, std::string_view name)
{
    auto read = snapshot_reader(agreed, file.bytes(), name).read();
    if (read)
        read->keep(std::move(file));
    return read;
}

} // namespace
} // namespace io

bool is_snapshot(std::string_view bytes) noexcept
{
    return bytes.starts_with(io::snapshot_name);
}

result<people> parse_snapshot(plan const& agreed, std::string_view bytes, std::string_view name)
{
    plane_memory own(bytes.size());
    if (!bytes.empty())
        std::memcpy(own.own(), bytes.data(), bytes.size());
    return io::read_from(agreed, mapped_file(std::move(own)), name);
}

result<people> read_snapshot(plan const& agreed, std::filesystem::path const& file)
{
    if (auto mapped = mapped_file::open(file)) {
        mapped->read_ahead();
        return io::read_from(agreed, std::move(*mapped), file.string());
    }
    auto const bytes = io::read_file(file);
    if (!bytes)
        return bytes.error();
    return parse_snapshot(agreed, *bytes, file.string());
}

} // namespace finsam
