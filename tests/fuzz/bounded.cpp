// SPDX-License-Identifier: BSL-1.0
//
// PROGRAM [-runs=N] [-dict=FILE] [-artifact_prefix=TEXT] FILE-OR-FOLDER...
//
// Drives a fuzz target where libFuzzer is not: runs every seed, then N changed ones, the same on
// every machine; FINSAM_SEED gives others. The options are libFuzzer's.

#include "fuzz/mutation.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count);

namespace {

using std::filesystem::path;

std::string contents(path const& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A file, or the files of a folder in the order of their names: a folder has none.
std::vector<std::string> contents_of(path const& one)
{
    std::vector<path> files;
    if (!std::filesystem::is_directory(one))
        files.push_back(one);
    else
        for (auto const& entry : std::filesystem::directory_iterator(one))
            // What a bad document must say stands beside it.
            if (entry.is_regular_file() && entry.path().extension() != ".expected")
                files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> texts;
    std::ranges::transform(files, std::back_inserter(texts), contents);
    return texts;
}

/// The words of a dictionary: a line a word, `"in quotation marks"`, `\xNN` a byte.
std::vector<std::string> words_of(path const& dictionary)
{
    std::vector<std::string> words;
    std::ifstream in(dictionary);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('"'))
            continue;
        auto& word = words.emplace_back();
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            if (line[i] == '\\' && line[i + 1] == 'x') {
                word += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
                i += 3;
            } else {
                i += line[i] == '\\' ? 1U : 0U;
                word += line[i];
            }
        }
    }
    return words;
}

class driver
{
public:
    /// What is run stands in the file while it is run, so it is there after a crash.
    explicit driver(path kept)
        : kept_(std::move(kept))
    {}

    void operator()(std::string const& text)
    {
        std::ofstream(kept_, std::ios::binary) << text;
        // A copy of its own, so that a sanitizer sees a read beyond the end.
        std::vector<std::uint8_t> const bytes(text.begin(), text.end());
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        std::filesystem::remove(kept_);
    }

private:
    path kept_;
};

} // namespace

int main(int count, char** arguments)
{
    std::uint64_t runs = 0;
    path dictionary;
    std::string prefix;
    std::vector<std::vector<std::string>> seeds;
    for (int i = 1; i < count; ++i) {
        std::string const argument = arguments[i];
        auto const value = argument.substr(argument.find('=') + 1);
        if (argument.starts_with("-runs="))
            runs = std::stoull(value);
        else if (argument.starts_with("-dict="))
            dictionary = value;
        else if (argument.starts_with("-artifact_prefix="))
            prefix = value;
        else
            seeds.push_back(contents_of(argument));
    }
    auto const words = words_of(dictionary);
    auto const none = [](auto const& some) { return some.empty(); };
    if (none(seeds) || std::ranges::any_of(seeds, none) || (runs > 0 && none(words))) {
        std::fputs("there are no seeds, or no words\n", stderr);
        return 2;
    }

    finsam::testing_support::dice roll(20'260'228);
    auto const kept = prefix + "crash";
    std::printf("FINSAM_SEED=%llu; should this end early, the bytes are in %s\n",
                static_cast<unsigned long long>(roll.seed()), kept.c_str());
    std::fflush(stdout);
    auto const start = std::chrono::steady_clock::now();
    driver run(kept);
    std::uint64_t done = 0;
    for (auto const& group : seeds)
        for (auto const& seed : group) {
            run(seed);
            ++done;
        }
    finsam::fuzz::mutation changed(seeds, words, roll);
    for (; runs > 0; --runs, ++done)
        run(changed());
    auto const seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%llu executions in %.1f seconds, %.0f a second\n",
                static_cast<unsigned long long>(done), seconds,
                static_cast<double>(done) / seconds);
    return 0;
}
