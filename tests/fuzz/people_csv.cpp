// SPDX-License-Identifier: BSL-1.0
#include "fuzz/people.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t count)
{
    using namespace finsam;
    fuzz::read_as_people(fuzz::text_of(bytes, count), people_format::csv);
    return 0;
}
