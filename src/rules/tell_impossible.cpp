// SPDX-License-Identifier: BSL-1.0
#include "rules/tell_impossible.hpp"

#include <finsam/rules/schema.hpp>

#include <string>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

class teller
{
public:
    teller(state& in, owner const& here, impossibility const& found)
        : in_(in)
        , here_(here)
        , found_(found)
        , when_((in.as_of ? " on " : " from ") + backticked(found.since))
    {
        if (found.conflict)
            fact_ = schema_of(in.agreed).columns[*found.conflict].name;
    }

    void tell() const
    {
        if (found_.node + 1 == here_.first + here_.count)
            return tell_whole();
        auto next = here_.first;
        tell(*here_.when, here_.pointer + "/when", next);
    }

private:
    /// Finds the node again, with its pointer.
    void tell(criterion const& from, std::string const& pointer, std::size_t& next) const
    {
        auto const* several = std::get_if<group>(&from.form);
        if (next++ == found_.node) {
            if (auto const* asked = std::get_if<leaf>(&from.form))
                in_.tell(unsatisfiable, pointer,
                         "no value of " + backticked(asked->fact) + " meets this" + when_,
                         "nobody can answer yes here");
            else if (several)
                in_.tell(unsatisfiable, pointer, "no recorded facts can meet this" + when_,
                         why(*several));
            else
                in_.tell(unsatisfiable, pointer, "nobody can meet this rule" + when_,
                         "what it asks cannot be met while this is in force");
            return;
        }
        if (!several)
            return;
        auto const below = pointer_below(pointer, *several);
        for (std::size_t i = 0; i < several->of.size() && next <= found_.node; ++i)
            tell(several->of[i], under(below, i), next);
    }

    [[nodiscard]] std::string why(group const& several) const
    {
        if (several.of.empty())
            return "it is empty";
        if (!fact_.empty())
            return "what it asks of " + backticked(fact_) + " cannot be so at once";
        switch (several.quantifier) {
        case quantifier::any_of:
            return "none of them can be met";
        case quantifier::all_of:
            return "they cannot all be met at once";
        case quantifier::none_of:
            return "one of them is always met";
        case quantifier::at_least_of:
            return "so many of them cannot be met at once";
        }
        return {};
    }

    [[nodiscard]] std::string why_nobody(intervention const& offer) const
    {
        if (fact_ == "municipality" || offer.requires_completed.empty())
            return "its rule is for other municipalities than its places";
        auto const completed = backticked("requires_completed");
        return fact_ == "completed"
                   ? "its rule and " + completed + " cannot be met at once"
                   : "its rule, its places and " + completed + " cannot be met at once";
    }

    void tell_whole() const
    {
        if (!here_.offer)
            in_.tell(unsatisfiable, here_.pointer, "nobody can meet this" + when_,
                     "what its rule asks cannot be met while this is in force");
        else
            in_.tell(unsatisfiable, here_.pointer, "nobody can be eligible for this" + when_,
                     why_nobody(*here_.offer));
    }

    state& in_;
    owner const& here_;
    impossibility const& found_;
    std::string when_;
    std::string fact_{}; ///< empty where no fact makes it so alone
};

} // namespace

void tell_impossible(state& in, owner const& here, impossibility const& found)
{
    teller(in, here, found).tell();
}

} // namespace finsam::checking
