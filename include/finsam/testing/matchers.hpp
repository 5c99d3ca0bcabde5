// SPDX-License-Identifier: BSL-1.0
#pragma once

// Matchers for GoogleTest, which only who includes this file needs; finsam.hpp does not.

#include <finsam/engine/participant.hpp>
#include <finsam/testing/expectation.hpp>

#include <gmock/gmock.h>

#include <ostream>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

namespace finsam {

namespace detail {

inline person const& row_of(engine const&, person const& someone)
{
    return someone;
}
template<class T>
person row_of(engine_for<T> const& compiled, T const& someone)
{
    return compiled.person_from(someone);
}

/// Why a question cannot be asked, as long as no failure has said so.
///
/// GoogleTest takes a mismatch under `Not` for a pass and asks for no explanation. A misspelt id
/// must not pass: what nobody asked to be told fails the test when the matcher goes.
class untold
{
public:
    explicit untold(std::source_location asked_at)
        : asked_at_(asked_at)
    {}
    untold(untold const& other)
        : asked_at_(other.asked_at_) // what is left to tell stays where it was found
    {}
    untold& operator=(untold const&) = delete;
    ~untold()
    {
        if (!why_.empty())
            ADD_FAILURE_AT(asked_at_.file_name(), static_cast<int>(asked_at_.line())) << why_;
    }

    void keep(std::string why) { why_ = std::move(why); }

private:
    std::source_location asked_at_;
    std::string why_;
};

} // namespace detail

/// Whether an engine answers as expected about someone (svarar som väntat); what
/// `proposes(…).to(…)` and its like give. Matches an `engine` and a `person`, or an `engine_for<T>`
/// and a T.
template<truth Expected, class Someone>
class answers_as
{
public:
    using is_gtest_matcher = void;

    answers_as(expectation expected, Someone someone, std::source_location asked_at)
        : expected_(std::move(expected))
        , someone_(std::move(someone))
        , untold_(asked_at)
    {}

    /// And a deciding reason is about the fact.
    [[nodiscard]] answers_as because(std::string fact) const requires(Expected == truth::no)
    {
        auto more = *this;
        more.expected_.facts.push_back(std::move(fact));
        return more;
    }

    template<class Compiled>
    bool MatchAndExplain(Compiled const& compiled, testing::MatchResultListener* listener) const
    {
        constexpr auto fits = requires
        {
            detail::row_of(compiled, someone_);
        };
        static_assert(fits, "ask an engine about a person, an engine_for<T> about a T");
        if constexpr (fits) {
            auto const outcome = compare(compiled, detail::row_of(compiled, someone_), expected_);
            *listener << (outcome.can_be_asked ? "where " : "but ") << outcome.told;
            untold_.keep(outcome.can_be_asked || listener->IsInterested() ? "" : outcome.told);
            return outcome.met;
        }
        return false;
    }

    void DescribeTo(std::ostream* out) const { *out << describe(expected_); }
    void DescribeNegationTo(std::ostream* out) const { *out << describe(expected_, false); }

private:
    expectation expected_;
    Someone someone_;
    mutable detail::untold untold_;
};

/// `proposes("samma")` and `refuses("ips")`, still without the person.
template<truth Expected>
struct answers_about
{
    std::string intervention;

    template<class Someone>
    [[nodiscard]] answers_as<Expected, Someone>
    to(Someone someone, std::source_location asked_at = std::source_location::current()) const
    {
        return {{.answer = Expected, .id = intervention}, std::move(someone), asked_at};
    }
};

/// `asks_for("sick_since")`, still without the person.
struct asks_about
{
    std::string fact;

    /// `id` is that of a needs group or of an intervention.
    template<class Someone>
    [[nodiscard]] answers_as<truth::unknown, Someone>
    about(Someone someone, std::string id,
          std::source_location asked_at = std::source_location::current()) const
    {
        return {{.answer = truth::unknown, .id = std::move(id), .facts = {fact}},
                std::move(someone),
                asked_at};
    }
};

/// Matches an engine that proposes the intervention to someone (föreslår): the answer is yes.
///
/// Example: `EXPECT_THAT(engine, proposes("samma").to(someone));`
[[nodiscard]] inline answers_about<truth::yes> proposes(std::string intervention)
{
    return {std::move(intervention)};
}

/// Matches an engine that asks for a fact about someone (frågar efter): the answer about a needs
/// group or an intervention is unknown, and the fact is among the missing.
///
/// Example: `EXPECT_THAT(engine, asks_for("sick_since").about(someone, "long-term-sick"));`
[[nodiscard]] inline asks_about asks_for(std::string fact)
{
    return {std::move(fact)};
}

/// Matches an engine that refuses someone the intervention (avvisar): the answer is no.
///
/// Example: `EXPECT_THAT(engine, refuses("ips").to(someone).because("birth_date"));`
[[nodiscard]] inline answers_about<truth::no> refuses(std::string intervention)
{
    return {std::move(intervention)};
}

/// How GoogleTest shows an engine.
inline void PrintTo(engine const& compiled, std::ostream* out)
{
    *out << describe(compiled);
}
template<class T>
void PrintTo(engine_for<T> const& compiled, std::ostream* out)
{
    *out << describe(compiled.untyped());
}

} // namespace finsam
