// SPDX-License-Identifier: BSL-1.0
#include "io/syntax.hpp"

#include "io/explain_syntax.hpp"
#include "io/place.hpp"
#include "io/utf8.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace finsam::io {

namespace {

namespace json = boost::json;

/// The text with the digits of all exponents set to 0, as long as it was.
///
/// Nothing of ours is written with an exponent, so that it makes no difference which; but the
/// parser gives up where one is past all bounds, and then no other mistake could be told.
std::string without_exponents(std::string_view text)
{
    std::string changed(text);
    bool in_text = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const c = text[at];
        if (c == '"') {
            in_text = !in_text;
        } else if (in_text) {
            at += c == '\\' ? 1 : 0;
        } else if ((c == 'e' || c == 'E') && at > 0 && is_digit(text[at - 1])) {
            at += at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? 1 : 0;
            while (at + 1 < text.size() && is_digit(text[at + 1]))
                changed[++at] = '0';
        }
    }
    return changed;
}

/// Builds the tree from the parser's events.
///
/// The events come in the order of the text, which is all in memory, so a cursor that steps over
/// one token at each event knows where every token stands; the parser itself does not tell.
class builder
{
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    explicit builder(std::string_view text)
        : text_(text)
    {}

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code& ec) { return open(json_kind::object, ec); }
    bool on_object_end(std::size_t, json::error_code&) { return close(); }
    bool on_array_begin(json::error_code& ec) { return open(json_kind::array, ec); }
    bool on_array_end(std::size_t, json::error_code&) { return close(); }

    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return keep(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        keep(part);
        open_.back().key_offset = start();
        open_.back().key = std::exchange(kept_, {});
        skip_string();
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&)
    {
        return keep(part);
    }
    bool on_string(json::string_view part, std::size_t, json::error_code&)
    {
        keep(part);
        auto value = next(json_kind::string);
        value.text = std::exchange(kept_, {});
        skip_string();
        return add(std::move(value));
    }

    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return number(); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return number(); }
    bool on_double(double, json::string_view, json::error_code&) { return number(); }
    bool on_bool(bool truth, json::error_code&)
    {
        auto value = next(json_kind::boolean);
        value.truth = truth;
        at_ += truth ? 4 : 5;
        return add(std::move(value));
    }
    bool on_null(json::error_code&)
    {
        auto value = next(json_kind::null);
        at_ += 4;
        return add(std::move(value));
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

    parsed_json result{};

private:
    /// An array or an object whose end has not come.
    struct frame
    {
        node value{};
        std::string key{};
        std::size_t key_offset = 0;
    };

    std::size_t start()
    {
        while (std::string_view(" \t\r\n,:").find(text_[at_]) != std::string_view::npos)
            ++at_;
        return at_;
    }

    node next(json_kind kind)
    {
        node value;
        value.kind = kind;
        value.offset = start();
        return value;
    }

    void skip_string()
    {
        while (text_[++at_] != '"')
            if (text_[at_] == '\\')
                ++at_;
        ++at_;
    }

    bool keep(json::string_view part)
    {
        kept_.append(part.data(), part.size());
        return true;
    }

    bool number()
    {
        auto value = next(json_kind::number);
        at_ = std::min(text_.find_first_not_of(number_characters, at_), text_.size());
        value.text = text_.substr(value.offset, at_ - value.offset);
        return add(std::move(value));
    }

    bool open(json_kind kind, json::error_code& ec)
    {
        if (open_.size() == deepest_level) {
            result.mistakes.push_back({start(), diagnostic_code::too_deep, pointer(),
                                       "this is nested deeper than 256 levels",
                                       "name a part of a criterion as a rule"});
            ec = json::error::too_deep;
            return false;
        }
        open_.push_back({.value = next(kind)});
        ++at_;
        return true;
    }

    bool close()
    {
        start();
        ++at_;
        auto done = std::move(open_.back().value);
        open_.pop_back();
        return add(std::move(done));
    }

    bool add(node value)
    {
        if (open_.empty()) {
            result.root = std::move(value);
            return true;
        }
        auto& top = open_.back();
        if (top.value.kind == json_kind::array)
            top.value.items.push_back(std::move(value));
        else
            top.value.members.push_back(
                {std::exchange(top.key, {}), top.key_offset, std::move(value)});
        return true;
    }

    /// Of the value that is about to begin.
    std::string pointer() const
    {
        std::string text;
        for (auto const& [value, key, offset] : open_)
            text += value.kind == json_kind::array ? "/" + std::to_string(value.items.size())
                                                   : pointer_token(key);
        return text;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string kept_;
    std::vector<frame> open_;
};

/// Keeps the first of several members with one key.
void drop_duplicates(node& value, place const& here, std::vector<mistake>& mistakes)
{
    for (std::size_t i = 0; i < value.items.size(); ++i)
        drop_duplicates(value.items[i], here.item(i), mistakes);
    if (value.members.empty())
        return;

    std::vector<entry*> sorted(value.members.size());
    std::ranges::transform(value.members, sorted.begin(), [](entry& one) { return &one; });
    std::ranges::stable_sort(sorted, {},
                             [](entry const* one) { return std::string_view(one->key); });
    std::vector<std::size_t> later;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i - 1]->key != sorted[i]->key)
            continue;
        later.push_back(sorted[i]->offset);
        mistakes.push_back({later.back(), diagnostic_code::duplicate_key,
                            to_pointer(here.member(sorted[i]->key)),
                            in_backticks(sorted[i]->key) + " stands twice in the same object",
                            "leave one of them out"});
    }
    if (!later.empty()) {
        std::ranges::sort(later);
        std::erase_if(value.members, [&](entry const& one) {
            return std::ranges::binary_search(later, one.offset);
        });
    }
    for (auto& one : value.members)
        drop_duplicates(one.value, here.member(one.key), mistakes);
}

} // namespace

parsed_json parse_json(std::string_view text)
{
    if (auto const bad = first_bad_utf8(text); bad != std::string_view::npos)
        return {
            {},
            {{bad, diagnostic_code::syntax, "", "this is not UTF-8", "save the file as UTF-8"}}};

    json::parse_options options;
    options.max_depth = deepest_level + 1; // the builder refuses first, and knows where
    json::error_code ec;
    std::size_t used = 0;
    auto const parse = [&](std::string_view as) {
        json::basic_parser<builder> parser(options, text);
        ec.clear();
        used = parser.write_some(false, as.data(), as.size(), ec);
        return std::move(parser.handler().result);
    };
    auto parsed = parse(text);
    if (ec == json::error::exponent_overflow)
        parsed = parse(without_exponents(text));
    if (ec) {
        parsed.root.reset();
        if (parsed.mistakes.empty())
            parsed.mistakes.push_back(explain_syntax(text, used));
        return parsed;
    }
    if (auto const more = text.find_first_not_of(" \t\r\n", used); more != std::string_view::npos)
        return {{},
                {{more, diagnostic_code::syntax, "", "something follows the end of the document",
                  "a document is one JSON value"}}};
    drop_duplicates(*parsed.root, {}, parsed.mistakes);
    return parsed;
}

} // namespace finsam::io
