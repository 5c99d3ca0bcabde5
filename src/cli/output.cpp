// SPDX-License-Identifier: BSL-1.0
#include "cli/output.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace finsam::cli {
namespace {

namespace fs = std::filesystem;

// What a signal handler may touch: the names of the files to remove, empty for none. No command
// writes more than two.
char unfinished[2][4096] = {};

extern "C" void remove_unfinished(int signal)
{
    for (auto const& name : unfinished)
        if (name[0] != '\0')
            ::unlink(name);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

// Where the name is kept, or null if there is no room for it.
char* set_unfinished(fs::path const& file)
{
    auto const& name = file.native();
    for (auto& free : unfinished)
        if (free[0] == '\0' && name.size() < sizeof free)
            return std::copy_n(name.c_str(), name.size() + 1, free) - name.size() - 1;
    return nullptr;
}

[[noreturn]] void refuse(std::string const& what, int code)
{
    throw unwritable("cannot write " + what + ": " + std::generic_category().message(code));
}

// The permissions of the file as it is, or those of any new file.
mode_t mode_of(fs::path const& file)
{
    struct stat before
    {};
    if (::stat(file.c_str(), &before) == 0)
        return before.st_mode & 07777;
    auto const masked = ::umask(0);
    ::umask(masked);
    return 0666 & ~masked;
}

std::string quoted(fs::path const& file)
{
    return '`' + file.string() + '`';
}

} // namespace

output::output(std::optional<fs::path> const& file)
{
    if (!file)
        return;
    std::error_code code;
    // A link stays a link: what it leads to is replaced.
    place_ = fs::is_symlink(*file, code) ? fs::weakly_canonical(*file, code) : *file;
    if (place_.empty())
        place_ = *file;

    auto const status = fs::status(place_, code);
    if (fs::is_directory(status))
        refuse(quoted(*file), EISDIR);
    if (fs::exists(status) && ::access(place_.c_str(), W_OK) != 0)
        refuse(quoted(*file), errno);
    if (fs::exists(status) && !fs::is_regular_file(status))
        return; // a device or a pipe
    auto const folder = place_.has_parent_path() ? place_.parent_path() : fs::path{"."};
    if (!place_.has_filename())
        refuse(quoted(*file), ENOENT);
    if (!fs::is_directory(folder, code))
        refuse(quoted(*file), code ? code.value() : ENOTDIR);
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        refuse(quoted(*file), errno);
    beside_ = folder / ".finsam-XXXXXX";
}

output::~output()
{
    if (to_ != nullptr && to_ != stdout) {
        std::fclose(to_);
        if (!beside_.empty())
            ::unlink(beside_.c_str()); // not committed
    }
    if (unfinished_ != nullptr)
        unfinished_[0] = '\0';
}

void output::open()
{
    if (place_.empty()) {
        to_ = stdout;
    } else if (beside_.empty()) {
        to_ = std::fopen(place_.c_str(), "we");
    } else {
        auto name = beside_.native();
        auto const file = ::mkostemp(name.data(), O_CLOEXEC);
        if (file < 0)
            fail();
        beside_ = name;
        unfinished_ = set_unfinished(beside_);
        ::fchmod(file, mode_of(place_));
        to_ = ::fdopen(file, "w");
    }
    if (to_ == nullptr)
        fail();
}

void output::write(std::string_view text)
{
    if (to_ == nullptr)
        open();
    if (std::fwrite(text.data(), 1, text.size(), to_) != text.size())
        fail();
}

void output::flush()
{
    if (to_ == nullptr)
        open();
    if (std::fflush(to_) != 0)
        fail();
}

void output::commit()
{
    flush();
    if (to_ == stdout)
        return;
    auto* const file = std::exchange(to_, nullptr);
    auto const whole = std::fclose(file) == 0;
    if (beside_.empty()) {
        if (!whole)
            fail();
        return;
    }
    if (!whole || std::rename(beside_.c_str(), place_.c_str()) != 0) {
        auto const code = errno;
        ::unlink(beside_.c_str());
        errno = code;
        fail();
    }
}

void output::fail() const
{
    refuse(place_.empty() ? "to standard output" : quoted(place_), errno);
}

void prepare_streams()
{
    for (auto const signal : {SIGPIPE, SIGXFSZ})
        std::signal(signal, SIG_IGN);
    for (auto const signal : {SIGINT, SIGTERM, SIGHUP})
        if (std::signal(signal, remove_unfinished) == SIG_IGN)
            std::signal(signal, SIG_IGN);
    // A write to what is open for reading only fails, as one to a closed stream does.
    for (int stream = 0; stream <= 2; ++stream)
        if (::fcntl(stream, F_GETFD) == -1)
            (void)::open("/dev/null", O_RDONLY);
}

} // namespace finsam::cli
