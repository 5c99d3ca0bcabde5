// SPDX-License-Identifier: BSL-1.0
#include "c/guarded.hpp"

#include "io/json_line.hpp"

namespace finsam::c {

constinit finsam_result no_memory_result{};

void give(finsam_result** result, std::string document)
{
    *result = new finsam_result{.own = std::move(document)};
}

namespace {

std::string refusal(wrong_use error)
{
    diagnostics found;
    add(found, {.code = diagnostic_code::bad_value,
                .pointer = std::move(error.argument),
                .message = std::move(error.message),
                .hint = std::move(error.hint)});
    return to_json(found);
}

/// What is no mistake of anybody's has a code that no document has.
std::string failure(std::string_view why)
{
    std::string document = R"({"errors": 1, "warnings": 0, "diagnostics": [{"severity": "error", )"
                           R"("code": "failed", "pointer": "", "line": 0, "column": 0, )"
                           R"("message": )";
    io::append_quoted(document, why);
    return document + R"(, "hint": ""}]})";
}

} // namespace

finsam_status told(finsam_result** result)
{
    try {
        throw;
    } catch (document_error const& error) {
        give(result, to_json(error.found()));
        return finsam_wrong_document;
    } catch (wrong_use& error) {
        give(result, refusal(std::move(error)));
        return finsam_wrong_use;
    } catch (std::bad_alloc const&) {
        throw;
    } catch (std::length_error const&) {
        throw; // more than there could be memory for
    } catch (std::exception const& error) {
        give(result, failure(error.what()));
        return finsam_failed;
    }
}

} // namespace finsam::c
