# SPDX-License-Identifier: BSL-1.0
# cmake -D GENERATE=<program> -D FINSAM=<program> -D ONE_SCREEN=<program> -D MARGINALS=<file>
#       -D SCRATCH=<folder> -P invented.cmake
#
# 300 invented people: the same seed gives the same bytes and another seed others, JSON Lines and
# CSV carry the same people, they are read without a mistake, the matching passes its audit, and
# the story of it fits a screen.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})

function(run output)
    execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE out RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${ARGN} ended with ${status}")
    endif()
    set(${output} "${out}" PARENT_SCOPE)
endfunction()

function(generate name seed)
    run(nothing ${GENERATE} ${MARGINALS} --people 300 --seed ${seed} --output ${SCRATCH}/${name})
endfunction()

generate(people.ndjson 5)
generate(again.ndjson 5)
generate(others.ndjson 6)
generate(people.csv 5)
foreach(name people again others)
    file(SHA256 ${SCRATCH}/${name}.ndjson ${name})
endforeach()
if(NOT people STREQUAL again)
    message(FATAL_ERROR "the same seed gave other people")
endif()
if(people STREQUAL others)
    message(FATAL_ERROR "another seed gave the same people")
endif()

file(READ ${MARGINALS} marginals)
string(JSON plan GET "${marginals}" plan)
cmake_path(GET MARGINALS PARENT_PATH folder)
run(question ${GENERATE} ${MARGINALS} --question)
separate_arguments(question UNIX_COMMAND ${question})
foreach(form ndjson csv)
    run(${form} ${FINSAM} match ${folder}/${plan} ${SCRATCH}/people.${form} ${question}
        --format json --quiet)
endforeach()
if(NOT ndjson STREQUAL csv)
    message(FATAL_ERROR "JSON Lines and CSV do not carry the same people")
endif()
string(JSON people GET "${ndjson}" counts people)
string(JSON findings LENGTH "${ndjson}" audit findings)
string(JSON placed GET "${ndjson}" counts placed)
if(NOT people EQUAL 300 OR NOT findings EQUAL 0 OR placed EQUAL 0)
    message(FATAL_ERROR "${people} people, ${placed} placed, ${findings} findings of the audit")
endif()

run(story ${ONE_SCREEN} ${folder}/${plan} ${SCRATCH}/people.ndjson ${question})
string(REGEX MATCHALL "\n" lines "${story}")
list(LENGTH lines lines)
# The examples in it are few whatever the plan is.
if(lines GREATER 60 OR NOT story MATCHES "BETWEEN THE CHAIRS: [0-9]+")
    message(FATAL_ERROR "the story has ${lines} lines:\n${story}")
endif()
