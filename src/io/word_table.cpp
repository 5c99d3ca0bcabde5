// SPDX-License-Identifier: BSL-1.0
#include "io/word_table.hpp"

#include <algorithm>

namespace finsam::io {
namespace {

bool is_what_it_seems(std::string_view word)
{
    return word != "null" && std::ranges::none_of(word, [](char c) {
               return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
           });
}

} // namespace

word_table::word_table(std::vector<std::string_view> const& words)
    // Three of four places are empty, so that nearly every word stands where it is looked for
    // first.
    : slots_(std::bit_ceil(4 * words.size() + 1))
    , mask_(slots_.size() - 1)
{
    std::vector<std::size_t> starts;
    for (auto const word : words) {
        starts.push_back(text_.size());
        text_ += word;
    }
    text_.append(readable_after, '\0');
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const* const word = text_.data() + starts[i];
        auto const length = words[i].size();
        if (!is_what_it_seems(words[i]) || find(word, length) >= 0)
            continue;
        auto const [head, tail] = ends_of(word, length);
        auto at = place(head, tail, length);
        while (slots_[at].number >= 0)
            at = (at + 1) & mask_;
        slots_[at] = {head, tail, static_cast<std::uint32_t>(length),
                      static_cast<std::uint32_t>(starts[i]), static_cast<std::int32_t>(i)};
    }
}

} // namespace finsam::io
