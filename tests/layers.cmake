# SPDX-License-Identifier: BSL-1.0
# cmake -D ROOT=<folder with include/ and src/> -P layers.cmake
#
# Reads every #include line and fails on an arrow that the house does not have:
#   model <- rules <- engine <- analysis <- matching <- report <- io <- (testing, c, cli)
# A folder may include itself, detail, and what is named here.
cmake_minimum_required(VERSION 3.25)

set(below_detail   "")
set(below_model    "")
set(below_rules    model)
set(below_engine   model rules)
set(below_analysis model rules engine)
# matching and analysis stand in one line but do not need each other.
set(below_matching model rules engine)
set(below_report   model rules engine analysis matching)
set(below_io       model rules engine analysis matching report)
set(below_testing  model rules engine analysis matching report io)
set(below_c        ${below_testing})
# `finsam test` runs the case files of testing.
set(below_cli      ${below_testing} testing)

set(wrong 0)
macro(refuse why)
    message("${file}: ${include} ${why}")
    math(EXPR wrong "${wrong} + 1")
endmacro()

file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/include/finsam/*.hpp ${ROOT}/src/*.hpp ${ROOT}/src/*.cpp)
foreach(file IN LISTS files)
    set(include)
    string(REGEX MATCH "^(include/finsam|src)/(([^/]+)/)?" _ ${file})
    set(home ${CMAKE_MATCH_1})
    set(room ${CMAKE_MATCH_3})
    if(NOT room AND home STREQUAL "include/finsam")
        continue() # finsam.hpp includes everything, version.hpp nothing of ours
    elseif(NOT room OR NOT DEFINED below_${room})
        refuse("stands in no room of the house")
        continue()
    endif()

    file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        string(REGEX MATCH "[<\"].*[>\"]" include "${line}")
        # our own headers, <finsam/ROOM/x.hpp> or "ROOM/x.hpp" or "x.hpp" of the same folder
        if(include MATCHES "^(<finsam/|\")([^/]+)/")
            set(other ${CMAKE_MATCH_2})
            if(other STREQUAL "..")
                refuse("climbs out of its folder")
            elseif(NOT other MATCHES "^(detail|${room})$" AND NOT other IN_LIST below_${room})
                refuse("goes upwards")
            endif()
        elseif(include STREQUAL "<finsam/finsam.hpp>" AND NOT room MATCHES "^(cli|c|testing)$")
            refuse("brings the whole house in")
        elseif(room STREQUAL "detail" AND include MATCHES "^<" AND NOT include MATCHES
               "^<([a-z_0-9]+|[ei]mmintrin\\.h|boost/(describe|mp11)(\\.hpp|/.*))>$")
            refuse("is more than the standard library, Boost.Describe and Boost.Mp11")
        endif()

        if(home STREQUAL "include/finsam")
            if(include MATCHES "^<(range/|regex>|iostream>|boost/(graph|multi_index|regex)[/_.])")
                refuse("makes a public header heavy")
            elseif(NOT room MATCHES "^(detail|testing)$" AND include MATCHES
                   "^<(algorithm|fstream|functional|future|map|memory|mutex|random|ranges|sstream|thread|unordered_(map|set))>$")
                # What they cost is paid by every file of who includes us; bench/including.py tells.
                refuse("is dear, and is needed in sources only")
            elseif(include MATCHES "^<boost/json[/_.]" AND NOT room STREQUAL "io")
                refuse("belongs in io/")
            endif()
        endif()
    endforeach()
endforeach()

list(LENGTH files count)
if(wrong OR NOT count)
    message(FATAL_ERROR "${wrong} includes in ${count} files do not fit")
endif()
message("${count} files, every include fits")
