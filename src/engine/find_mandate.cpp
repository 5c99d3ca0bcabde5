// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/engine/evaluate.hpp>

namespace finsam {
namespace {

diagnostics refused(std::string pointer, std::string message, std::string hint)
{
    diagnostics found;
    add(found, {.code = diagnostic_code::no_mandate,
                .pointer = std::move(pointer),
                .message = std::move(message),
                .hint = std::move(hint)});
    return found;
}

} // namespace

result<mandate> find_mandate(engine const& compiled, std::string_view id,
                             std::optional<purpose> required)
{
    auto const* found = find_mandate(compiled.agreed(), id);
    if (found == nullptr) {
        std::vector<std::string_view> ids;
        for (auto const& one : compiled.agreed().mandates)
            ids.emplace_back(one.id);
        return refused("/mandates", "no mandate is named " + detail::in_backticks(id),
                       detail::hint_for(id, ids, "mandates"));
    }
    auto const at = "/mandates/" + std::to_string(found - compiled.agreed().mandates.data());
    if (!in_force(found->period, compiled.as_of()))
        return refused(at, "the mandate `" + found->id + "` is not in force on the reference date",
                       "ask for a date in its period, or name another mandate");
    if (required && found->purpose != *required)
        return refused(at,
                       "the mandate `" + found->id + "` has the purpose `"
                           + std::string(detail::name_of(found->purpose)) + "`",
                       "this needs a mandate with the purpose `"
                           + std::string(detail::name_of(*required)) + "`");
    return *found;
}

void require_mandate(engine const& compiled, mandate const& allowed,
                     std::optional<purpose> required)
{
    auto const found = find_mandate(compiled, allowed.id, required).value();
    if (found != allowed)
        throw document_error(refused("/mandates",
                                     "the mandate `" + allowed.id + "` is not the plan's",
                                     "take it from the plan that was compiled"));
}

} // namespace finsam
