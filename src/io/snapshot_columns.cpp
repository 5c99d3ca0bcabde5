// SPDX-License-Identifier: BSL-1.0
#include "io/snapshot_columns.hpp"

#include <finsam/detail/calendar.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace finsam::io {
namespace {

using plane_words = std::array<std::uint64_t, piece_rows / 64>;

/// A plane as words, also one that is not stored.
class words_of
{
public:
    words_of(piece const& from, plane_at at)
        : same_(at == plane_at::all_one ? ~std::uint64_t{0} : 0)
        , words_(at == plane_at::all_one || at == plane_at::all_zero ? nullptr : from.plane(at))
    {}

    /// Calls with the position and the value of each word.
    template<class Look>
    void each(std::size_t words, Look look) const
    {
        if (words_ != nullptr)
            for (std::size_t i = 0; i < words; ++i)
                look(i, words_[i]);
        else
            for (std::size_t i = 0; i < words; ++i)
                look(i, same_);
    }

private:
    std::uint64_t same_;
    std::uint64_t const* words_;
};

/// The numbers that a fact can have.
struct number_range
{
    std::int64_t low, high;
};

number_range range_of(fact_declaration const& about, plane_column const& column)
{
    using std::chrono::day, std::chrono::month, std::chrono::year;
    constexpr auto first = detail::to_days(year::min() / month{1} / day{1});
    constexpr auto last = detail::to_days(year::max() / month{12} / day{31});
    auto const among = [](std::size_t values) {
        return number_range{0, static_cast<std::int64_t>(values) - 1};
    };
    switch (about.kind) {
    case fact_kind::boolean:
        return among(2);
    case fact_kind::integer:
        return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    case fact_kind::date:
        return {first, last};
    case fact_kind::choice:
        return among(about.values.size());
    case fact_kind::code:
        return among(column.codes.size()); // what the planes have is a position among these
    case fact_kind::set:
        break;
    }
    return {0, 0};
}

/// Whether nobody is further from the base than `most`, which is not negative.
///
/// A number is compared bit by bit from the lowest: what is decided by a higher bit forgets what
/// the lower ones said.
bool at_most(piece const& one, std::vector<plane_at> const& planes, std::uint64_t most)
{
    if (planes.empty() || most >= (std::uint64_t{1} << planes.size()) - 1)
        return true;
    auto const words = one.plane_words();
    plane_words more{};
    for (std::size_t k = 0; k < planes.size(); ++k) {
        auto const keep = (most >> k & 1) != 0 ? ~std::uint64_t{0} : 0;
        words_of(one, planes[k]).each(words, [&](std::size_t i, std::uint64_t bits) {
            more[i] = (bits & more[i]) | (~keep & (bits | more[i]));
        });
    }
    std::uint64_t somebody = 0;
    for (std::size_t i = 0; i < words; ++i)
        somebody |= more[i];
    return somebody == 0;
}

/// Whether a plane is stored although all its bits are the same, which evaluation counts on never
/// to be so for those of states.
bool is_stored_in_vain(piece const& one, plane_at at)
{
    if (at == plane_at::all_zero || at == plane_at::all_one)
        return false;
    auto const* const words = one.plane(at);
    std::uint64_t some = 0, lacking = 0;
    auto const whole = one.rows / 64;
    for (std::size_t i = 0; i < whole; ++i) {
        some |= words[i];
        lacking |= ~words[i];
    }
    if (auto const rest = one.rows % 64; rest != 0) { // lanes past the last person say nothing
        auto const people = (std::uint64_t{1} << rest) - 1;
        some |= words[whole] & people;
        lacking |= ~words[whole] & people;
    }
    return some == 0 || lacking == 0;
}

} // namespace

bool check_column(piece const& one, plane_column& column, fact_declaration const& about)
{
    if (is_stored_in_vain(one, column.recorded) || is_stored_in_vain(one, column.known))
        return false;
    auto const words = one.plane_words();
    plane_words valid;
    words_of(one, column.recorded).each(words, [&](std::size_t i, std::uint64_t bits) {
        valid[i] = bits;
    });
    std::uint64_t nones = 0, withheld = 0, values = 0, beside = 0;
    words_of(one, column.known).each(words, [&](std::size_t i, std::uint64_t bits) {
        nones |= bits & ~valid[i];
        withheld |= valid[i] & ~bits;
        valid[i] &= bits;
        values |= valid[i];
    });
    column.some_none = nones != 0;
    column.some_withheld = withheld != 0;

    // Where there is no value nothing may stand, or it could be told from the planes.
    for (auto const at : column.planes)
        words_of(one, at).each(
            words, [&](std::size_t i, std::uint64_t bits) { beside |= bits & ~valid[i]; });
    if (beside != 0)
        return false;
    if (about.kind == fact_kind::set || values == 0)
        return true;
    auto const [low, high] = range_of(about, column);
    return low <= column.base && column.base <= high
           && at_most(one, column.planes, static_cast<std::uint64_t>(high - column.base));
}

} // namespace finsam::io
