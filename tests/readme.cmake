# SPDX-License-Identifier: BSL-1.0
# cmake -D README=<file> -D SCRATCH=<folder> -P readme.cmake COMPILER ARGUMENTS...
#
# Compiles the C++ of the README. Every ```cpp block has a line `<!-- compile: NAME -->` before it;
# blocks of the same name follow each other in one file, so a program may be told in parts.
cmake_minimum_required(VERSION 3.25)

set(compiler)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE 7 ${last})
    list(APPEND compiler ${CMAKE_ARGV${i}})
endforeach()

file(REMOVE_RECURSE ${SCRATCH})
file(READ ${README} rest)
if(rest MATCHES "\n[A-Z_]+\n")
    message(SEND_ERROR "a placeholder is left: ${CMAKE_MATCH_0}")
endif()
set(files)
while(rest MATCHES "(\n|^)```cpp\n")
    string(FIND "${rest}" "```cpp\n" begin)
    string(SUBSTRING "${rest}" 0 ${begin} before)
    math(EXPR begin "${begin} + 7")
    string(SUBSTRING "${rest}" ${begin} -1 rest)
    string(FIND "${rest}" "\n```" end)
    string(SUBSTRING "${rest}" 0 ${end} code)
    string(SUBSTRING "${rest}" ${end} -1 rest)
    if(NOT before MATCHES "<!-- compile: ([a-z0-9_-]+) -->\n+$")
        message(FATAL_ERROR "a block has no `<!-- compile: NAME -->` before it:\n${code}")
    endif()
    set(file ${SCRATCH}/${CMAKE_MATCH_1}.cpp)
    file(APPEND ${file} "${code}\n")
    list(APPEND files ${file})
endwhile()

list(REMOVE_DUPLICATES files)
foreach(file IN LISTS files)
    execute_process(COMMAND ${compiler} ${file} RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(SEND_ERROR "${file} does not compile")
    endif()
endforeach()
list(LENGTH files count)
message("${count} programs in the README")
