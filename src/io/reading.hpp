// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include "io/person_reader.hpp"
#include "io/sure_person.hpp"
#include "io/sure_rows.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace finsam::io {

/// How records are read; anything but the default is for tests and measurements.
struct manner
{
    bool only_slowly = false;        ///< every record by `person_reader`
    std::size_t threads = 0;         ///< at most; 0 for as many as the machine has
    std::size_t part_size = 1 << 18; ///< bytes that a thread is worth
};

/// The people of a file read so far and what is wrong with it (inläsning).
///
/// Mistakes after the hundredth are only counted, and no one is kept after the first. Two people
/// with one id are told only where the id's hash is among the `suspects`; `repeated_ids` says
/// whether the file must be read again with others.
class reading
{
public:
    reading(plan const& agreed, std::vector<std::uint64_t> const& suspects, manner how);

    person_reader const people_reader;
    /// Where a record is put about which there may be no doubt.
    sure_person sure;
    manner const how;

    void tell(std::vector<diagnostic> mistakes);

    /// Takes the person in `sure`, unless the id is suspect.
    bool take_sure();
    /// Whether records may be read by others, who do not know which ids are suspect.
    [[nodiscard]] bool takes_rows() const noexcept { return suspects_.empty() && !how.only_slowly; }
    /// Takes all of them.
    ///
    /// Precondition: takes_rows().
    void take(sure_rows const& rows);
    /// Reads a person from an object and adds the mistakes to those of `in`.
    void take(reader& in, node const& object, bool id_required = true);

    [[nodiscard]] std::vector<std::uint64_t> repeated_ids();
    [[nodiscard]] result<people> done();

private:
    [[nodiscard]] bool is_suspect(std::uint64_t hash) const;

    people read_;
    diagnostics found_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint64_t> const& suspects_; // in ascending order
    std::unordered_set<std::string> ids_;        // those that are suspect
};

} // namespace finsam::io
