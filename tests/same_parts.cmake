# SPDX-License-Identifier: BSL-1.0
# cmake -D PARTS=<file> -D PLAN=<file> -P same_parts.cmake
#
# The parts that plans copy from are the lists of the plan that tests them, word for word.
cmake_minimum_required(VERSION 3.25)

file(READ ${PARTS} parts)
file(READ ${PLAN} plan)
string(JSON count LENGTH "${parts}")
if(NOT count EQUAL 3)
    message(FATAL_ERROR "the parts are facts, parameters and rules; there are ${count} lists")
endif()
foreach(list facts parameters rules)
    string(JSON of_parts GET "${parts}" ${list})
    string(JSON of_plan GET "${plan}" ${list})
    if(NOT of_parts STREQUAL of_plan)
        message(FATAL_ERROR "${list} differ")
    endif()
endforeach()
