// SPDX-License-Identifier: BSL-1.0

// Writes the rules of a plan as straight C++ for any carrier of answers: what somebody would write
// who knew the rules, the date and the people's columns beforehand.
//
//     write_by_hand PLAN AS_OF > twenty.hpp

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/io/plan.hpp>

#include <algorithm>
#include <iostream>
#include <map>

namespace {

using namespace finsam;

class writing
{
public:
    explicit writing(engine const& compiled)
        : compiled_(compiled)
    {}

    void run()
    {
        std::cout << "// SPDX-License-Identifier: BSL-1.0\n"
                     "// Written by write_by_hand; not to be changed.\n"
                     "// clang-format off\n"
                     "#pragma once\n\n#include <cstddef>\n\nnamespace by_hand {\n\n";
        codes();
        tests();
        std::cout << "template<class Leaves, class Take>\n"
                     "inline void answer(Leaves const& of, Take const& take)\n{\n";
        auto const& lowered = compiled_.lowered();
        for (std::size_t i = 0; i < lowered.nodes.size(); ++i)
            node_line(i, lowered.nodes[i]);
        std::size_t question = 0;
        for (auto const& one : lowered.interventions)
            std::cout << "    take(" << question++ << ", n" << one.root << ");\n";
        std::cout << "}\n\n} // namespace by_hand\n";
    }

private:
    /// The codes that rules name, by column; whoever has another has the number after the last.
    void codes()
    {
        for (auto const& one : compiled_.lowered().tests)
            for (auto const& code : one.codes)
                codes_[one.column].push_back(code);
        std::cout << "struct code\n{\n    int column;\n    char const* text;\n    int number;\n};\n"
                     "inline constexpr code codes[] = {\n";
        for (auto& [column, all] : codes_) {
            std::ranges::sort(all);
            all.erase(std::unique(all.begin(), all.end()), all.end());
            for (std::size_t i = 0; i < all.size(); ++i)
                std::cout << "    {" << column << ", \"" << all[i] << "\", " << i << "},\n";
        }
        std::cout << "};\n\n";
    }

    void tests()
    {
        auto const& all = compiled_.lowered().tests;
        std::cout << "inline constexpr std::size_t questions = "
                  << compiled_.lowered().interventions.size() << ";\n\n";
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const& one = all[i];
            std::cout << "template<class L>\ninline auto test_" << i << "(L const& of)\n{\n"
                      << "    return of.template ";
            switch (one.kind) {
            case test_kind::in_range:
                std::cout << "in_range<" << one.column << ", "
                          << std::max<std::int64_t>(one.low, -1'000'000'000) << ", "
                          << std::min<std::int64_t>(one.high, 1'000'000'000) << ">()";
                break;
            case test_kind::one_of_numbers:
                std::cout << "among<" << one.column;
                for (auto const number : one.numbers)
                    std::cout << ", " << number;
                std::cout << ">()";
                break;
            case test_kind::one_of_codes: {
                auto const& named = codes_.at(one.column);
                std::cout << "among<" << one.column;
                for (auto const& code : one.codes)
                    std::cout << ", " << std::ranges::lower_bound(named, code) - named.begin();
                std::cout << ">()";
                break;
            }
            case test_kind::contains_any:
            case test_kind::contains_all:
                std::cout << (one.kind == test_kind::contains_any ? "contains_any<"
                                                                  : "contains_all<")
                          << one.column << ", " << one.members.at(0) << "u>()";
                break;
            case test_kind::count_at_least:
                std::cout << "count_at_least<" << one.column << ", " << one.low << ">()";
                break;
            case test_kind::is_none:
            case test_kind::is_some:
                std::cout << (one.kind == test_kind::is_none ? "is_none<" : "is_some<")
                          << one.column << ">()";
                break;
            }
            std::cout << ";\n}\n\n";
        }
    }

    void node_line(std::size_t i, node const& one)
    {
        auto const& lowered = compiled_.lowered();
        std::cout << "    [[maybe_unused]] auto const n" << i << " = ";
        if (one.kind == node_kind::leaf) {
            // A test that several nodes ask for is made where it stands first.
            if (auto const [known, is_new] = first_.emplace(one.test, i); !is_new)
                std::cout << "n" << known->second << ";\n";
            else
                std::cout << "test_" << one.test << "(of);\n";
            return;
        }
        auto const children = [&] {
            for (std::uint32_t k = 0; k < one.count; ++k)
                std::cout << (k == 0 ? "" : ", ") << "n" << lowered.children[one.first + k];
        };
        switch (one.kind) {
        case node_kind::leaf:
            break;
        case node_kind::rule:
            children();
            break;
        case node_kind::all_of:
            std::cout << "all_of(";
            children();
            std::cout << ")";
            break;
        case node_kind::any_of:
            std::cout << "any_of(";
            children();
            std::cout << ")";
            break;
        case node_kind::none_of:
            std::cout << "not_of(any_of(";
            children();
            std::cout << "))";
            break;
        case node_kind::at_least_of:
            std::cout << "at_least<" << one.at_least << ">(";
            children();
            std::cout << ")";
            break;
        }
        std::cout << ";\n";
    }

    engine const& compiled_;
    std::map<std::uint32_t, std::vector<std::string>> codes_;
    std::map<std::uint32_t, std::size_t> first_;
};

} // namespace

int main(int count, char** words)
{
    if (count != 3)
        return 2;
    auto const as_of = finsam::detail::parse_date(words[2]);
    if (!as_of)
        return 2;
    try {
        writing(compile(read_plan(std::filesystem::path{words[1]}).value(), *as_of).value()).run();
    } catch (std::exception const& wrong) {
        std::cerr << wrong.what();
        return 1;
    }
}
