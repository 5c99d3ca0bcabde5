// SPDX-License-Identifier: BSL-1.0
#include "c/column_texts.hpp"

#include "c/growing.hpp"
#include "io/utf8.hpp"

namespace finsam::c {
namespace {

/// The first offset that lies before the one before it or behind the characters, if there is one.
std::optional<std::size_t> first_bad_offset(std::int64_t const* offsets, std::size_t count,
                                            std::size_t length)
{
    std::int64_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (offsets[i] < before || static_cast<std::uint64_t>(offsets[i]) > length)
            return i;
        before = offsets[i];
    }
    return {};
}

} // namespace

std::optional<column_texts> read_texts(finsam_texts const* given, std::optional<std::size_t> count,
                                       std::string const& name, mistakes& found)
{
    auto const pointer = "/" + name;
    auto const before = found.count();
    auto const read = read_structure(&c::given(given, name), pointer);
    auto const* const offsets = c::given_numbers(read.offsets, name + "/offsets");
    column_texts texts;
    if (read.length > 0)
        texts.characters_ = &c::given(read.characters, name + "/characters");
    if (read.offset_count == 0 || (count && read.offset_count - 1 != *count)) {
        found.complain(diagnostic_code::bad_value, pointer + "/offsets",
                       "there are " + std::to_string(read.offset_count) + " offsets",
                       count ? "one more than people, " + std::to_string(*count)
                             : "one more than texts");
        return {};
    }
    texts.offsets_ = offsets;
    texts.size_ = read.offset_count - 1;
    texts.valid_ =
        read_bits(read.valid, read.valid_length, texts.size_, true, pointer + "/valid", found);
    if (auto const bad = first_bad_offset(offsets, read.offset_count, read.length))
        found.complain(diagnostic_code::bad_value, pointer + "/offsets/" + std::to_string(*bad),
                       "the offset is " + std::to_string(offsets[*bad])
                           + ", before another or behind the characters",
                       "offsets ascend from 0 to at most " + std::to_string(read.length));
    if (found.count() > before)
        return {};
    for (std::size_t i = 0; i < texts.size_; ++i)
        if (texts.is_there(i) && io::first_bad_utf8(texts[i]) != std::string_view::npos)
            found.complain(diagnostic_code::syntax, pointer + "/" + std::to_string(i),
                           "the text is not UTF-8", "write it in that encoding");
    if (found.count() > before)
        return {};
    return texts;
}

} // namespace finsam::c
