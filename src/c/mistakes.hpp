// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace finsam::c {

/// What is wrong with columns; those after the hundredth are only counted (anmärkningar).
class mistakes
{
public:
    void complain(diagnostic_code code, std::string pointer, std::string message, std::string hint)
    {
        if (found_.list.size() < most_listed)
            add(found_, {.code = code,
                         .pointer = std::move(pointer),
                         .message = std::move(message),
                         .hint = std::move(hint)});
        else
            ++found_.errors;
    }

    [[nodiscard]] std::size_t count() const noexcept { return found_.errors; }

    /// Errors: throws `document_error` if there are any.
    void refuse_if_any()
    {
        if (found_.errors > 0)
            throw document_error(std::move(found_));
    }

private:
    static constexpr std::size_t most_listed = 100;

    diagnostics found_;
};

} // namespace finsam::c
