# SPDX-License-Identifier: BSL-1.0
# cmake -D PROGRAM=<executable> -D EXPECTED=<file> -D ACTUAL=<file> -P same_output.cmake
#
# Runs the program in the current folder; its output must be the expected file, byte by byte.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${PROGRAM} OUTPUT_FILE ${ACTUAL} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ended with ${status}")
endif()
if(NOT EXISTS ${EXPECTED})
    message(FATAL_ERROR "there is no ${EXPECTED} yet; read ${ACTUAL} and, when right, copy it there")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${EXPECTED} ${ACTUAL} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    execute_process(COMMAND diff -u ${EXPECTED} ${ACTUAL})
    message(FATAL_ERROR "the output is not what ${EXPECTED} says")
endif()
