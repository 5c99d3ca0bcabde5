# SPDX-License-Identifier: BSL-1.0
#
# What the scripts beside it have in common. All work in the folder SCRATCH.
cmake_minimum_required(VERSION 3.25)

# Runs a command; says all of its output when it fails.
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(NOT status EQUAL 0)
        list(JOIN ARGN " " line)
        message(FATAL_ERROR "${line}\nended with ${status}:\n${said}")
    endif()
endfunction()

# Configures a project that is given nothing but what is named here.
function(configure source binary)
    run(${CMAKE_COMMAND} -E env --unset=CI ${CMAKE_COMMAND} -S ${source} -B ${binary} -G Ninja
        -D CMAKE_CXX_COMPILER=${COMPILER} ${ARGN})
endfunction()

function(build source binary)
    configure(${ARGV})
    run(${CMAKE_COMMAND} --build ${binary})
endfunction()

# Runs a consumer; it must print what is expected.
function(expect)
    execute_process(COMMAND ${ARGN} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/small.plan.json
        RESULT_VARIABLE status OUTPUT_FILE ${SCRATCH}/actual.txt ERROR_VARIABLE said)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${ARGN}\nended with ${status}:\n${said}")
    endif()
    run(diff -u ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/expected.txt ${SCRATCH}/actual.txt)
endfunction()
