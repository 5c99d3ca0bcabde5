// SPDX-License-Identifier: BSL-1.0
#include "cli/progress.hpp"

#include <cstdio>
#include <unistd.h>

namespace finsam::cli {

progress::progress(bool wanted)
    : shown_{wanted && ::isatty(STDERR_FILENO) == 1}
{}

void progress::stage(std::string const& what)
{
    if (!shown_)
        return;
    clear();
    what_ = what;
    std::fprintf(stderr, "%s …", what.c_str());
    dirty_ = true;
}

void progress::reached(std::size_t done, std::size_t total)
{
    if (!shown_ || done % 1024 != 0)
        return;
    std::fprintf(stderr, "\r%s … %zu/%zu", what_.c_str(), done, total);
    dirty_ = true;
}

void progress::clear()
{
    if (!dirty_)
        return;
    std::fputs("\r\033[K", stderr);
    dirty_ = false;
}

} // namespace finsam::cli
