// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>

/// What a run of the command gave.
struct outcome
{
    int status = -1;
    std::string out;
    std::string err;
};

inline std::string text_of(std::filesystem::path const& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// Runs the built command in a folder of its own, which is removed afterwards.
class Command : public testing::Test
{
protected:
    Command()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "finsam-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr)
            folder = pattern;
    }
    ~Command() override { std::filesystem::remove_all(folder); }

    void SetUp() override
    {
        ASSERT_FALSE(folder.empty());
        ASSERT_NE(std::getenv("FINSAM"), nullptr) << "FINSAM must name the built command";
    }

    /// The arguments are as a shell reads them; `after` may redirect.
    outcome finsam(std::string const& arguments, std::string const& after = "") const
    {
        auto const out = folder / "stdout", err = folder / "stderr";
        auto const line = std::string("\"") + std::getenv("FINSAM") + "\" " + arguments + " >"
                          + out.string() + " 2>" + err.string() + " </dev/null " + after;
        auto const ended = std::system(line.c_str());
        outcome found{WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, text_of(out), text_of(err)};
        std::filesystem::remove(out);
        std::filesystem::remove(err);
        return found;
    }

    std::filesystem::path write(std::string const& name, std::string const& text) const
    {
        std::ofstream(folder / name, std::ios::binary) << text;
        return folder / name;
    }

    /// How many files are in the folder.
    std::ptrdiff_t files() const
    {
        return std::distance(std::filesystem::directory_iterator(folder), {});
    }

    static inline std::string const plan = "tests/cases/sample.plan.json";
    static inline std::string const bad = "tests/cases/sample-bad.plan.json";
    static inline std::string const people = "tests/cases/sample.people.ndjson";
    static inline std::string const day = " --as-of 2026-02-28";
    static inline std::string const asked = plan + " " + people + day + " --mandate placering";

    std::filesystem::path folder;
};
