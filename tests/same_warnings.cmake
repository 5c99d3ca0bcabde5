# SPDX-License-Identifier: BSL-1.0
# cmake -D FINSAM=<program> -D PLAN=<file> -P same_warnings.cmake
#
# A shipped plan has no errors, and the warnings that its NAME.check.txt says: some tell the truth
# about what was agreed. Without that file it has none.
cmake_minimum_required(VERSION 3.25)

cmake_path(GET PLAN PARENT_PATH folder)
cmake_path(GET PLAN FILENAME name)
string(REGEX REPLACE "\\.plan\\.json$" ".check.txt" file ${PLAN})
set(expected "")
if(EXISTS ${file})
    file(READ ${file} expected)
endif()
execute_process(COMMAND ${FINSAM} check ${name} WORKING_DIRECTORY ${folder}
    OUTPUT_QUIET ERROR_VARIABLE told RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "check ended with ${status}:\n${told}")
endif()
if(NOT told STREQUAL expected)
    message(FATAL_ERROR "expected the warnings\n${expected}\nbut told were\n${told}")
endif()
