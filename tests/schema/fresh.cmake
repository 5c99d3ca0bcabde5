# SPDX-License-Identifier: BSL-1.0
# cmake -D FINSAM=<command> -D KIND=<kind> -D COMMITTED=<file> -D WRITTEN=<file> -D BUILD=<folder>
#       -P fresh.cmake
#
# The committed schema must be what the command writes now, byte by byte.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${FINSAM} schema ${KIND} --output ${WRITTEN} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "finsam schema ${KIND} ended with ${status}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${COMMITTED} ${WRITTEN} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    execute_process(COMMAND diff -u ${COMMITTED} ${WRITTEN})
    message(FATAL_ERROR "${COMMITTED} is out of date; cmake --build ${BUILD} --target write_schemas mends it")
endif()
