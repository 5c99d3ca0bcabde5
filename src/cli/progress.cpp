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
    per_cent_ = 0;
    thousands_ = 0;
    std::fprintf(stderr, "%s …", what.c_str());
    dirty_ = true;
}

void progress::reached(std::size_t done, std::size_t total)
{
    // A terminal cannot be read faster than this.
    if (!shown_ || done / 1024 == thousands_)
        return;
    thousands_ = done / 1024;
    std::fprintf(stderr, "\r%s … %zu/%zu", what_.c_str(), done, total);
    dirty_ = true;
}

void progress::read(std::uintmax_t done, std::uintmax_t total)
{
    auto const per_cent = total == 0 ? 100 : done * 100 / total;
    if (!shown_ || per_cent == per_cent_)
        return;
    per_cent_ = per_cent;
    std::fprintf(stderr, "\r%s … %ju %%\033[K", what_.c_str(), per_cent);
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
