// SPDX-License-Identifier: BSL-1.0
#include "detail/in_order.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace finsam::detail {
namespace {

void name_each(std::size_t first, std::size_t last, std::string& text)
{
    for (; first < last; ++first)
        text += std::to_string(first) + ' ';
}

TEST(InOrder, TakesEveryTextOnceAndInOrderWithAnyNumberOfThreads)
{
    for (std::size_t const count : {0U, 1U, 2U, 7U, 8U, 9U, 100U})
        for (std::size_t const at_once : {1U, 2U, 8U, 1000U}) {
            std::string expected;
            name_each(0, count, expected);
            for (std::size_t threads = 1; threads <= 5; ++threads) {
                std::string all;
                std::size_t reached = 0;
                in_order(count, at_once, threads, name_each,
                         [&](std::string const& text, std::size_t last) {
                             all += text;
                             EXPECT_GT(last, reached);
                             EXPECT_LE(last - reached, at_once);
                             reached = last;
                         });
                EXPECT_EQ(all, expected) << count << ' ' << at_once << ' ' << threads;
                EXPECT_EQ(reached, count);
            }
        }
}

TEST(InOrder, TellsWhatFailsWhereItsTextWouldHaveBeenTaken)
{
    for (std::size_t threads = 1; threads <= 4; ++threads)
        for (std::size_t wrong = 0; wrong < 20; ++wrong) {
            std::string all, expected;
            name_each(0, wrong, expected);
            auto const make = [&](std::size_t first, std::size_t last, std::string& text) {
                if (first >= wrong)
                    throw std::runtime_error("no " + std::to_string(first));
                name_each(first, last, text);
            };
            try {
                in_order(20, 1, threads, make,
                         [&](std::string const& text, std::size_t) { all += text; });
                ADD_FAILURE() << "nothing was thrown";
            } catch (std::runtime_error const& told) {
                EXPECT_EQ(told.what(), "no " + std::to_string(wrong));
            }
            EXPECT_EQ(all, expected) << wrong << ' ' << threads;
        }
}

TEST(InOrder, EndsWhenATextCannotBeTaken)
{
    for (std::size_t threads = 1; threads <= 4; ++threads)
        for (std::size_t wrong = 0; wrong < 20; ++wrong) {
            std::size_t taken = 0;
            EXPECT_THROW(in_order(20, 1, threads, name_each,
                                  [&](std::string const&, std::size_t) {
                                      if (taken++ == wrong)
                                          throw std::runtime_error("full");
                                  }),
                         std::runtime_error);
            EXPECT_EQ(taken, wrong + 1);
        }
}

} // namespace
} // namespace finsam::detail
