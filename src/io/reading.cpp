// SPDX-License-Identifier: BSL-1.0
#include "io/reading.hpp"

#include "io/id_check.hpp"

#include <algorithm>
#include <utility>

namespace finsam::io {
namespace {

constexpr std::size_t most_listed = 100;

} // namespace

reading::reading(plan const& agreed, std::vector<std::uint64_t> const& suspects, manner wanted)
    : people_reader(agreed)
    , sure(agreed, people_reader.vocabulary())
    , how(wanted)
    , read_(people_reader.vocabulary())
    , suspects_(suspects)
{}

void reading::tell(std::vector<diagnostic> mistakes)
{
    std::ranges::stable_sort(mistakes, {},
                             [](diagnostic const& one) { return std::pair(one.line, one.column); });
    for (auto& one : mistakes) {
        if (found_.list.size() < most_listed)
            add(found_, std::move(one));
        else
            ++found_.errors;
    }
}

bool reading::is_suspect(std::uint64_t hash) const
{
    return !suspects_.empty() && std::ranges::binary_search(suspects_, hash);
}

bool reading::take_sure()
{
    auto const hash = hash_of(sure.id());
    if (is_suspect(hash))
        return false;
    hashes_.push_back(hash);
    if (found_.errors == 0)
        sure.append_to(read_);
    return true;
}

void reading::take(sure_rows const& rows)
{
    hashes_.insert(hashes_.end(), rows.hashes().begin(), rows.hashes().end());
    if (found_.errors == 0)
        read_.append(rows.people());
}

void reading::take(reader& in, node const& object, bool id_required)
{
    place const here;
    auto const someone = people_reader.read(in, object, here, id_required);
    if (!someone.id.empty()) {
        hashes_.push_back(hash_of(someone.id));
        if (is_suspect(hashes_.back()) && !ids_.insert(someone.id).second)
            in.complain(diagnostic_code::duplicate_id, find(object, "id")->offset,
                        here.member("id"), "another person above has the same `id`",
                        "each person has a pseudonym of their own");
    }
    if (in.found.empty() && found_.errors == 0)
        read_.append(someone);
    tell(std::move(in.found));
}

std::vector<std::uint64_t> reading::repeated_ids()
{
    return repeated_among(std::exchange(hashes_, {}));
}

result<people> reading::done()
{
    if (found_.errors > 0)
        return std::move(found_);
    return std::move(read_);
}

} // namespace finsam::io
