// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/mapped_file.hpp>

#if __has_include(<sys/mman.h>)
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace finsam {

#if __has_include(<sys/mman.h>)

std::optional<mapped_file> mapped_file::open(std::filesystem::path const& file)
{
    // A pipe must not even be opened here: its writer would take this for its reader.
    struct stat kind
    {};
    if (::stat(file.c_str(), &kind) != 0 || !S_ISREG(kind.st_mode))
        return {};
    auto const opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0)
        return {};
    struct stat about
    {};
    void* found = MAP_FAILED;
    if (::fstat(opened, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0)
        found = ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE,
                       opened, 0);
    ::close(opened);
    if (found == MAP_FAILED)
        return {};
    mapped_file all;
    all.mapped_ = found;
    all.size_ = static_cast<std::size_t>(about.st_size);
    return all;
}

void mapped_file::read_ahead() const noexcept
{
    if (mapped_ != nullptr)
        ::madvise(mapped_, size_, MADV_WILLNEED);
}

mapped_file::~mapped_file()
{
    if (mapped_ != nullptr)
        ::munmap(mapped_, size_);
}

#else

std::optional<mapped_file> mapped_file::open(std::filesystem::path const&)
{
    return {};
}

void mapped_file::read_ahead() const noexcept {}

mapped_file::~mapped_file() = default;

#endif

} // namespace finsam
