// SPDX-License-Identifier: BSL-1.0
#include "io/position_reader.hpp"

#include <finsam/detail/suggest.hpp>

#include "io/described_reader.hpp"

#include <limits>
#include <string>

namespace finsam::io {
namespace {

constexpr std::size_t most_guesses = 1000;

} // namespace

position_reader::position_reader(reader& in, plan const& agreed)
    : in_(in)
    , plan_(agreed)
{
    for (auto const& one : plan_.interventions) {
        positions_.emplace(one.id, interventions_.size());
        interventions_.push_back(one.id);
    }
}

std::optional<std::uint32_t> position_reader::intervention(node const& at, place const& here)
{
    if (at.kind != json_kind::string) {
        in_.wrong_type(at, here, wanted::text);
        return {};
    }
    auto const found = positions_.find(at.text);
    if (found == positions_.end()) {
        // Where so much is wrong that it is only counted, nobody reads a guess.
        in_.complain(diagnostic_code::dangling_id, at.offset, here,
                     subject(here) + " is no intervention of the plan",
                     in_.found.size() > most_guesses
                         ? "name one of those that it has"
                         : detail::hint_for(at.text, interventions_, "interventions"));
        return {};
    }
    return static_cast<std::uint32_t>(found->second);
}

std::uint32_t position_reader::pool(node const& at, place const& here,
                                    std::optional<std::uint32_t> intervention)
{
    // Without an intervention to have pools only the number can be wrong.
    return position(at, here,
                    intervention ? plan_.interventions[*intervention].places.size()
                                 : std::numeric_limits<std::uint32_t>::max(),
                    "pool");
}

std::uint32_t position_reader::position(node const& at, place const& here, std::size_t count,
                                        std::string_view of)
{
    auto const before = in_.found.size();
    auto const found = number(at, here, 0);
    if (in_.found.size() > before)
        return 0;
    if (found < count)
        return static_cast<std::uint32_t>(found);
    in_.bad_value(at, here, "there is no " + std::string(of) + ' ' + at.text,
                  count == 0 ? "there are none"
                             : "they are counted from 0 to " + std::to_string(count - 1));
    return 0;
}

std::uint64_t position_reader::number(node const& at, place const& here, std::uint64_t least)
{
    auto found = static_cast<std::int64_t>(least);
    read(in_, at, here, found);
    if (found >= static_cast<std::int64_t>(least))
        return static_cast<std::uint64_t>(found);
    in_.bad_value(at, here, subject(here) + " must be at least " + std::to_string(least),
                  "they are counted from " + std::to_string(least));
    return least;
}

} // namespace finsam::io
