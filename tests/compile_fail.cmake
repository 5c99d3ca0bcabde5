# SPDX-License-Identifier: BSL-1.0
# cmake -P compile_fail.cmake FILE COMPILER ARGUMENTS...
#
# Compiling FILE must fail, and the compiler must say every `// expect: TEXT` of the file.
cmake_minimum_required(VERSION 3.25)

set(arguments)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE 3 ${last})
    list(APPEND arguments ${CMAKE_ARGV${i}})
endforeach()
list(POP_FRONT arguments file)

file(STRINGS ${file} expected REGEX "^ *// expect: ")
if(NOT expected)
    message(FATAL_ERROR "${file} does not say what it expects: write a line `// expect: TEXT`")
endif()

execute_process(COMMAND ${arguments} ${file}
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(status EQUAL 0)
    message(FATAL_ERROR "${file} compiles, but must not")
endif()
foreach(line IN LISTS expected)
    string(REGEX REPLACE "^ *// expect: " "" text "${line}")
    string(FIND "${said}" "${text}" found)
    if(found EQUAL -1)
        message(FATAL_ERROR "the compiler does not say `${text}`, but:\n${said}")
    endif()
endforeach()
