// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>

#include "io/id_check.hpp"
#include "io/sure_person.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam::io {

/// People read ahead from a part of a text, as far as there is no doubt about them (säkra rader).
///
/// Who takes them knows whether the part began where a record does, and which ids are suspect.
class sure_rows
{
public:
    explicit sure_rows(schema const& vocabulary)
        : people_(vocabulary)
    {}

    void clear() noexcept
    {
        people_.clear();
        hashes_.clear();
        length_ = 0;
    }
    /// Whether one more would make a piece, which whoever takes them would have to take apart.
    [[nodiscard]] bool is_full() const noexcept { return people_.size() + 1 == piece_rows; }
    /// Adds a person, and what was read of the text for it.
    ///
    /// Precondition: not full.
    void take(sure_person& someone, std::size_t length)
    {
        hashes_.push_back(hash_of(someone.id()));
        someone.append_to(people_);
        length_ += length;
    }

    [[nodiscard]] finsam::people const& people() const noexcept { return people_; }
    [[nodiscard]] std::vector<std::uint64_t> const& hashes() const noexcept { return hashes_; }
    /// Units: bytes of the part, from its beginning on.
    [[nodiscard]] std::size_t length() const noexcept { return length_; }

private:
    finsam::people people_;
    std::vector<std::uint64_t> hashes_; // of ids
    std::size_t length_ = 0;
};

} // namespace finsam::io
