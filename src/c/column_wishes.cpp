// SPDX-License-Identifier: BSL-1.0
#include "c/column_wishes.hpp"

#include <finsam/detail/suggest.hpp>

#include <algorithm>

namespace finsam::c {

// What a person's record says is not repeated in any message, as when people are read.

column_wishes::column_wishes(engine const& compiled, finsam_columns const& given, mistakes& found)
    : all_(compiled.agreed().interventions)
{
    for (std::uint32_t i = 0; i < all_.size(); ++i)
        positions_.emplace(all_[i].id, i);
    if (given.placed != nullptr)
        if (auto const names = read_texts(given.placed, given.people, "placed", found))
            read_placed(*names, found);
    if (given.preferences == nullptr)
        return;
    lists_ = read_texts(given.preferences, given.people, "preferences", found);
    for (std::size_t row = 0; lists_ && row < lists_->size(); ++row) {
        if (lists_->is_there(row))
            read_list((*lists_)[row], "/preferences/" + std::to_string(row), found);
        ends_.push_back(wished_.size());
    }
}

std::optional<std::span<std::uint32_t const>> column_wishes::preferences(std::size_t row) const
{
    if (!lists_ || !lists_->is_there(row))
        return {};
    return std::span(wished_).subspan(ends_[row], ends_[row + 1] - ends_[row]);
}

void column_wishes::read_placed(column_texts const& names, mistakes& found)
{
    placed_.resize(names.size());
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (!names.is_there(row))
            continue;
        auto const pointer = "/placed/" + std::to_string(row);
        placed_[row] = named(names[row], "`placed`", pointer, found);
        if (placed_[row] && all_[*placed_[row]].kind == intervention_kind::structural)
            found.complain(diagnostic_code::bad_value, pointer,
                           "`placed` is a structural intervention", "nobody has a place in one");
    }
}

void column_wishes::read_list(std::string_view names, std::string const& pointer, mistakes& found)
{
    auto const begin = static_cast<std::ptrdiff_t>(wished_.size());
    for (bool more = !names.empty(); more;) {
        auto const end = names.find(';');
        more = end != names.npos;
        if (auto const one =
                named(names.substr(0, end), "an item of `preferences`", pointer, found)) {
            if (std::find(wished_.begin() + begin, wished_.end(), *one) != wished_.end())
                found.complain(diagnostic_code::duplicate_id, pointer,
                               "an item of `preferences` stands there twice",
                               "leave one of them out");
            wished_.push_back(*one);
        }
        names.remove_prefix(more ? end + 1 : names.size());
    }
}

std::optional<std::uint32_t> column_wishes::named(std::string_view id, std::string_view what,
                                                  std::string const& pointer, mistakes& found) const
{
    if (auto const at = positions_.find(id); at != positions_.end())
        return at->second;
    std::vector<std::string_view> ids;
    for (auto const& one : all_)
        ids.push_back(one.id);
    found.complain(diagnostic_code::dangling_id, pointer,
                   std::string(what) + " is no intervention of the plan",
                   detail::hint_for(id, ids, "interventions"));
    return {};
}

} // namespace finsam::c
