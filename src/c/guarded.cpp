// SPDX-License-Identifier: BSL-1.0
#include "c/guarded.hpp"

#include <memory>

namespace finsam::c {

constinit finsam_result no_memory_result{};

void give(finsam_result** result, std::string document)
{
    *result = new finsam_result{.own = std::move(document)};
}

namespace {

/// One mistake that is in no document.
std::string alone(std::string pointer, std::string message, std::string hint)
{
    diagnostics found;
    add(found, {.code = diagnostic_code::bad_value,
                .pointer = std::move(pointer),
                .message = std::move(message),
                .hint = std::move(hint)});
    return to_json(found);
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
        give(result,
             alone(std::move(error.argument), std::move(error.message), std::move(error.hint)));
        return finsam_wrong_use;
    } catch (std::bad_alloc const&) {
        throw;
    } catch (std::length_error const&) {
        throw; // more than there could be memory for
    } catch (std::exception const& error) {
        give(result, alone({}, error.what(), {}));
        return finsam_failed;
    }
}

} // namespace finsam::c
