// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/described.hpp>
#include <finsam/rules/schema.hpp>

#include "support/random_plan.hpp"

#include <string>
#include <vector>

namespace finsam::testing_support {

/// Texts of people as anybody might write them, lawful or not (personfiler).
///
/// Of every `oddity` values about one is not what its fact may be; 0 is for none.
class people_texts
{
public:
    people_texts(dice& roll, plan const& agreed, std::uint64_t oddity)
        : roll_(roll)
        , vocabulary_(schema_of(agreed))
        , oddity_(oddity)
    {
        for (auto const name : detail::names_of<party>())
            holders_.emplace_back(name);
        for (auto const& one : agreed.others)
            holders_.push_back(one.id);
        for (auto const& one : agreed.interventions)
            interventions_.push_back(one.id);
    }

    std::string json_lines(std::size_t count)
    {
        std::string text = roll_.chance(4) ? "\xEF\xBB\xBF" : "";
        for (std::size_t i = 0; i < count; ++i) {
            text += line(id(i));
            if (i + 1 < count || roll_.chance(2))
                text += line_end();
        }
        return text;
    }

    std::string csv(std::size_t count)
    {
        std::string text = roll_.chance(4) ? "\xEF\xBB\xBF" : "";
        if (roll_.chance(8))
            text += line_end();
        std::vector<std::string> keys{"id"};
        for (auto const& key : all_keys())
            if (is_there(key))
                keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(roll_(keys.size() + 1)),
                            key);
        if (odd(20))
            keys.push_back(roll_.chance(2) ? "unknown" : roll_.pick(keys));
        for (auto const& key : keys)
            text += (&key == keys.data() ? "" : ",") + quoted_perhaps(key);
        for (std::size_t i = 0; i < count; ++i) {
            text += line_end();
            for (auto const& key : keys)
                text += (&key == keys.data() ? "" : ",")
                        + quoted_perhaps(key == "id" ? id(i) : field(key));
            if (odd(40))
                text += ',';
        }
        return text + (roll_.chance(2) ? "" : line_end());
    }

private:
    bool odd(std::uint64_t times = 1) { return oddity_ != 0 && roll_.chance(oddity_ * times); }

    /// Who is placed somewhere needs a municipality.
    bool is_there(std::string const& key)
    {
        return key == "municipality" ? !odd(4) : !roll_.chance(3);
    }

    std::string id(std::size_t i)
    {
        if (odd(8))
            return roll_.pick(std::vector<std::string>{"", "191212121212", "19121212-1212", "p-0",
                                                       "0123456789", std::string(65, 'x')});
        return roll_.pick(std::vector<std::string>{"p-", "å-", "pseudonym-of-somebody-", "1"})
               + std::to_string(i);
    }

    std::string line_end()
    {
        return roll_.pick(
            std::vector<std::string>{"\n", "\n", "\n", "\r\n", "\n\n", "\n \t\n", "\r\n\r\n"});
    }

    std::string blank()
    {
        return roll_.pick(std::vector<std::string>{"", "", "", " ", " ", "\t", " \r "});
    }

    std::vector<std::string> all_keys() const
    {
        std::vector<std::string> keys{"consents", "preferences", "placed"};
        for (auto const& one : vocabulary_.columns)
            keys.push_back(one.name);
        return keys;
    }

    std::string line(std::string const& id)
    {
        std::vector<std::string> members{"\"id\"" + blank() + ':' + blank() + text(id)};
        auto keys = all_keys();
        for (auto const& key : keys)
            if (is_there(key)) {
                auto name = text(key);
                if (odd(20))
                    name = text(roll_.chance(2) ? "unknown" : roll_.pick(keys));
                auto member = name + blank() + ':' + blank() + json(key);
                members.insert(members.begin()
                                   + static_cast<std::ptrdiff_t>(roll_(members.size() + 1)),
                               std::move(member));
            }
        std::string line = blank() + '{' + blank();
        for (auto const& one : members)
            line += (&one == members.data() ? "" : ',' + blank()) + one + blank();
        line += '}' + blank();
        if (odd(20))
            line.erase(roll_(line.size()), 1);
        if (odd(20))
            line[roll_(line.size())] = static_cast<char>(roll_(256));
        return line;
    }

    std::string text(std::string const& word)
    {
        auto written = '"' + word + '"';
        if (odd(4) && !word.empty() && word[0] > 0) {
            constexpr char digits[] = "0123456789abcdef";
            auto const code = static_cast<unsigned char>(word[0]);
            written = std::string("\"\\u00") + digits[code / 16] + digits[code % 16]
                      + word.substr(1) + '"';
        }
        return written;
    }

    /// The words of a list, and the word that stands for one that a key may have.
    std::vector<std::string> words(std::string const& key)
    {
        std::vector<std::string> from;
        if (key == "consents")
            from = holders_;
        else if (key == "preferences" || key == "placed")
            from = interventions_;
        else
            from = vocabulary_.columns[*find_column(vocabulary_, key)].values;
        if (odd())
            from.emplace_back(roll_.chance(2) ? "no such word" : "null");
        return from;
    }

    std::vector<std::string> some_words(std::string const& key)
    {
        std::vector<std::string> some;
        for (auto const& word : words(key))
            if (roll_.chance(2))
                some.insert(some.begin() + static_cast<std::ptrdiff_t>(roll_(some.size() + 1)),
                            word);
        if (odd(4) && !some.empty())
            some.push_back(roll_.pick(some));
        return some;
    }

    std::string number()
    {
        if (odd())
            return roll_.pick(std::vector<std::string>{"1.0", "01", "1e2", "2147483648",
                                                       "-2147483649", "99999999999999999999", "-",
                                                       "+1", "-01"});
        return roll_.pick(std::vector<std::string>{"0", "-0", "7", "-12", "2147483647",
                                                   "-2147483648", "1234567"});
    }

    std::string day()
    {
        if (odd())
            return roll_.pick(std::vector<std::string>{"2023-02-29", "0000-01-01", "2023-13-01",
                                                       "2023-1-01", "20230101", "2023-01-01 "});
        return detail::to_string(random_date(roll_));
    }

    std::string code()
    {
        if (odd())
            return roll_.pick(std::vector<std::string>{"", std::string(33, '9'), "a\tb"});
        return roll_.pick(std::vector<std::string>{"9701", "9702", "F20.0", "å", "x",
                                                   std::string(31, 'c') + "ö"});
    }

    std::string json(std::string const& key)
    {
        if (odd())
            return roll_.pick(std::vector<std::string>{"null", "true", "false", "0", "\"x\"", "[]",
                                                       "{}", "[1]", "nul", "\"1\""});
        auto const column = find_column(vocabulary_, key);
        auto const list = [&] {
            std::string all = '[' + blank();
            bool first = true;
            for (auto const& word : some_words(key)) {
                all += (first ? "" : ',' + blank()) + text(word) + blank();
                first = false;
            }
            return all + ']';
        };
        if (!column)
            return key == "placed" ? text(roll_.pick(words(key))) : list();
        auto const& about = vocabulary_.columns[*column];
        if (can_be_none(about) && roll_.chance(5))
            return "null";
        switch (about.kind) {
        case fact_kind::boolean:
            return roll_.chance(2) ? "true" : "false";
        case fact_kind::integer:
            return number();
        case fact_kind::date:
            return text(day());
        case fact_kind::choice:
            return text(roll_.pick(words(key)));
        case fact_kind::set:
            return list();
        case fact_kind::code:
            return text(code());
        }
        return {};
    }

    std::string field(std::string const& key)
    {
        if (!is_there(key) || key == "unknown")
            return "";
        if (odd())
            return roll_.pick(std::vector<std::string>{"null", "true", "x", "[]", ";", "a;", "1",
                                                       "\xE5", "two\nlines", "a\"b", "a,b"});
        auto const column = find_column(vocabulary_, key);
        auto const list = [&] {
            std::string all;
            for (auto const& word : some_words(key))
                all += (all.empty() ? "" : ";") + word;
            return all.empty() ? "[]" : all;
        };
        if (!column)
            return key == "placed" ? roll_.pick(words(key)) : list();
        auto const& about = vocabulary_.columns[*column];
        if (can_be_none(about) && roll_.chance(5))
            return "null";
        switch (about.kind) {
        case fact_kind::boolean:
            return roll_.chance(2) ? "true" : "false";
        case fact_kind::integer:
            return number();
        case fact_kind::date:
            return day();
        case fact_kind::choice:
            return roll_.pick(words(key));
        case fact_kind::set:
            return list();
        case fact_kind::code:
            return code();
        }
        return {};
    }

    std::string quoted_perhaps(std::string const& field)
    {
        if (odd(40))
            return '"' + field;
        bool const must = field.find_first_of(",\n\"") != std::string::npos;
        if (!roll_.chance(5) && (!must || odd(4)))
            return field;
        std::string quoted = "\"";
        for (char const c : field)
            quoted += c == '"' ? "\"\"" : std::string(1, c);
        return quoted + '"';
    }

    dice& roll_;
    schema vocabulary_;
    std::uint64_t oddity_;
    std::vector<std::string> holders_, interventions_;
};

} // namespace finsam::testing_support
