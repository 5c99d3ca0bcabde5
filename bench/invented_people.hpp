// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdint>
#include <fstream>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// People for measurements (påhittade personer): every fact is drawn by itself from the 400 people
/// of Östra Södertörn, so that shares and lengths are theirs and no two people alike.
class invented_people
{
public:
    explicit invented_people(std::string const& file)
    {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line); ++people_) {
            auto const person = boost::json::parse(line);
            // An id is everybody's own, and a place is not somewhere else.
            for (auto const& member : person.as_object())
                if (member.key() != "id" && member.key() != "placed")
                    add(std::string(member.key()), member.value());
        }
        if (people_ == 0)
            throw std::runtime_error("no people in " + file);
    }

    [[nodiscard]] std::string json_lines(std::size_t count) const
    {
        std::mt19937_64 draw(1);
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text += "{\"id\": \"os-" + std::to_string(1'000'000 + i) + '"';
            for (auto const& one : facts_)
                if (auto const at = draw() % people_; at < one.values.size())
                    text += ", \"" + one.key + "\": " + one.values[at].json;
            text += "}\n";
        }
        return text;
    }

    [[nodiscard]] std::string csv(std::size_t count) const
    {
        std::mt19937_64 draw(1);
        std::string text = "id";
        for (auto const& one : facts_)
            text += ',' + one.key;
        text += '\n';
        for (std::size_t i = 0; i < count; ++i) {
            text += "os-" + std::to_string(1'000'000 + i);
            for (auto const& one : facts_) {
                text += ',';
                if (auto const at = draw() % people_; at < one.values.size())
                    text += one.values[at].csv;
            }
            text += '\n';
        }
        return text;
    }

private:
    struct value
    {
        std::string json, csv;
    };
    struct fact
    {
        std::string key;
        std::vector<value> values; // of those who have one
    };

    void add(std::string const& key, boost::json::value const& told)
    {
        auto const [at, is_new] = places_.emplace(key, facts_.size());
        if (is_new)
            facts_.push_back({key, {}});
        facts_[at->second].values.push_back({as_json(told), as_csv(told)});
    }

    static std::string as_json(boost::json::value const& told)
    {
        if (!told.is_array())
            return boost::json::serialize(told);
        std::string text = "[";
        for (auto const& one : told.as_array())
            text += (text.size() > 1 ? ", " : "") + boost::json::serialize(one);
        return text + ']';
    }

    static std::string as_csv(boost::json::value const& told)
    {
        if (told.is_string())
            return std::string(told.as_string());
        if (!told.is_array())
            return boost::json::serialize(told);
        std::string text;
        for (auto const& one : told.as_array())
            text += (text.empty() ? "" : ";") + std::string(one.as_string());
        return text.empty() ? "[]" : text;
    }

    std::vector<fact> facts_;
    std::map<std::string, std::size_t> places_;
    std::size_t people_ = 0;
};
