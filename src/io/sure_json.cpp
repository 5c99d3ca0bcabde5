// SPDX-License-Identifier: BSL-1.0
#include "io/sure_json.hpp"

#include "io/find_mark.hpp"
#include "io/read_whole.hpp"

#include <cstring>

namespace finsam::io {
namespace {

/// Steps over a line; every step says whether it found what must stand there.
class steps
{
public:
    explicit steps(std::string_view line)
        : at_(line.data())
        , end_(line.data() + line.size())
    {}

    /// Whether the letter comes next, blanks aside.
    bool over(char letter) noexcept
    {
        skip_blanks();
        if (at_ == end_ || *at_ != letter)
            return false;
        ++at_;
        return true;
    }

    /// A text as it is written between its quotation marks, the first of which was stepped over.
    bool text(std::string_view& found) noexcept
    {
        auto length = find_mark_32<'"'>(at_);
        for (auto part = length; part == 32 && at_ + length < end_; length += part)
            part = find_mark_32<'"'>(at_ + length);
        if (at_ + length >= end_)
            return false;
        found = {at_, length};
        at_ += length + 1;
        return true;
    }

    bool null() noexcept
    {
        bool const found = std::memcmp(at_, "null", 4) == 0;
        at_ += 4;
        return found && at_ <= end_;
    }

    /// Which of the two it is cannot be foreseen, so that nothing branches on it.
    bool truth(std::int32_t& found) noexcept
    {
        bool const is_true = std::memcmp(at_, "true", 4) == 0;
        bool const is_false = std::memcmp(at_, "false", 5) == 0;
        at_ += is_true ? 4 : 5;
        found = is_true ? 1 : 0;
        return (is_true | is_false) && at_ <= end_;
    }

    bool number(std::int32_t& found) noexcept { return read_whole(at_, end_, found); }

    /// A date between quotation marks, the first of which was stepped over.
    bool date(char const*& found) noexcept
    {
        if (end_ - at_ < 11 || at_[10] != '"')
            return false;
        found = at_;
        at_ += 11;
        return true;
    }

    [[nodiscard]] char next() noexcept
    {
        skip_blanks();
        return at_ == end_ ? '\0' : *at_;
    }
    [[nodiscard]] bool at_end() noexcept
    {
        skip_blanks();
        return at_ == end_;
    }

private:
    void skip_blanks() noexcept
    {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r'))
            ++at_;
    }

    char const* at_;
    char const* end_;
};

bool read_list(steps& line, sure_person& into, sure_person::key const& of)
{
    if (!line.over('[') || !into.give_list(of))
        return false;
    if (line.over(']'))
        return true;
    do {
        std::string_view item;
        if (!line.over('"') || !line.text(item) || !into.give_item(of, item.data(), item.size()))
            return false;
    } while (line.over(','));
    return line.over(']');
}

bool read_value(steps& line, sure_person& into, sure_person::key const& of)
{
    using enum sure_person::role;
    std::string_view text;
    char const* day = nullptr;
    std::int32_t number = 0;
    auto const first = line.next();
    if (first == 'n')
        return line.null() && into.give_none(of);
    switch (of.is) {
    case boolean:
        return line.truth(number) && into.give_number(of, number);
    case integer:
        return line.number(number) && into.give_number(of, number);
    case date:
        return line.over('"') && line.date(day) && into.give_date(of, day);
    case choice:
        return line.over('"') && line.text(text) && into.give_choice(of, text.data(), text.size());
    case code:
        return line.over('"') && line.text(text) && into.give_code(of, text);
    case id:
        return line.over('"') && line.text(text) && into.give_id(text);
    case placed:
        return line.over('"') && line.text(text) && into.give_placed(text.data(), text.size());
    case set:
    case consents:
    case preferences:
        return read_list(line, into, of);
    }
    return false;
}

} // namespace

bool read_sure_line(std::string_view content, sure_person& into)
{
    into.begin();
    steps line(content);
    if (!line.over('{'))
        return false;
    do {
        std::string_view name;
        if (!line.over('"') || !line.text(name))
            return false;
        auto const key = into.number_of(name.data(), name.size());
        // After a number `over` sees that nothing but a blank, a comma or the end follows it.
        if (key < 0 || !line.over(':') || !read_value(line, into, into[key]))
            return false;
    } while (line.over(','));
    return line.over('}') && line.at_end() && into.is_whole();
}

} // namespace finsam::io
