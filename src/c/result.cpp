// SPDX-License-Identifier: BSL-1.0
#include <finsam/version.hpp>

#include "c/guarded.hpp"

// What can be asked of any result, and how everything is given back.

namespace {

finsam_status tell(std::string_view words, char const** text, size_t* length)
{
    if (text == nullptr || length == nullptr)
        return finsam_wrong_use;
    *text = words.data();
    *length = words.size();
    return finsam_done;
}

template<class Handle>
finsam_status give_back(Handle* handle)
{
    delete handle;
    return finsam_done;
}

} // namespace

finsam_status finsam_version(char const** text, size_t* length)
{
    return tell(finsam::version, text, length);
}

finsam_status finsam_text_of(finsam_result const* result, char const** text, size_t* length)
{
    return result == nullptr ? finsam_wrong_use : tell(result->text(), text, length);
}

finsam_status finsam_free_plan(finsam_plan* plan)
{
    return give_back(plan);
}

finsam_status finsam_free_engine(finsam_engine* engine)
{
    return give_back(engine);
}

finsam_status finsam_free_people(finsam_people* people)
{
    return give_back(people);
}

finsam_status finsam_free_result(finsam_result* result)
{
    return result == &finsam::c::no_memory_result ? finsam_done : give_back(result);
}
