// SPDX-License-Identifier: BSL-1.0
#include "io/declared_facts.hpp"

#include "rules/told_places.hpp"

#include <unordered_set>

namespace finsam::io {

checking::asked const* declared_facts::find(std::string_view name,
                                            std::vector<std::string> const& broken)
{
    if (!named_)
        named_ = named(broken);
    // A fact whose name could not be read has none.
    auto const found = named_->find(name);
    return found != named_->end() && !name.empty() && found->second ? &*found->second : nullptr;
}

declared_facts::by_name declared_facts::named(std::vector<std::string> const& broken) const
{
    by_name all;
    for (auto const& one : checking::built_in_facts)
        all.emplace(one.name, one);
    std::unordered_set<std::string_view> const unread(broken.begin(), broken.end());
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        auto const& [fact, is_new] = all.try_emplace(facts_[i].name);
        if (is_new && !unread.contains(checking::under("/facts", i, "kind")))
            fact->second = checking::asked{.name = facts_[i].name,
                                           .kind = facts_[i].kind,
                                           .ordered = facts_[i].ordered,
                                           .values = &facts_[i].values};
        else
            fact->second.reset();
    }
    return all;
}

} // namespace finsam::io
