# SPDX-License-Identifier: BSL-1.0
# cmake -D GENERATE=<program> -D PEOPLE=<folder of marginals> -D SCRATCH=<folder> -P refused.cmake
#
# What is wrong in a file of marginals is said with its place, and nobody is invented from it.
cmake_minimum_required(VERSION 3.25)

# The marginals of Halland, once with each mistake.
file(READ ${PEOPLE}/halland.marginals.json right)
file(MAKE_DIRECTORY ${SCRATCH})
string(REPLACE "../plans/" "${PEOPLE}/../plans/" right "${right}")

function(refused from to expected)
    string(REPLACE "${from}" "${to}" wrong "${right}")
    if(wrong STREQUAL right)
        message(FATAL_ERROR "the marginals no longer have ${from}")
    endif()
    file(WRITE ${SCRATCH}/wrong.marginals.json "${wrong}")
    execute_process(COMMAND ${GENERATE} ${SCRATCH}/wrong.marginals.json OUTPUT_VARIABLE people
        ERROR_VARIABLE told RESULT_VARIABLE status)
    if(NOT status EQUAL 1 OR NOT people STREQUAL "")
        message(FATAL_ERROR "${to}: ended with ${status}")
    endif()
    if(NOT told STREQUAL "${SCRATCH}/wrong.marginals.json: ${expected}\n")
        message(FATAL_ERROR "expected ${expected}, but told was ${told}")
    endif()
endfunction()

refused([["as_of": "2015-07-01"]] [["as_of": "2015-02-29"]] "/as_of: must be a date")
refused([["prefix"]] [["praefix"]] "/praefix: unknown key")
refused([["in_work"]] [["in_werk"]] "/facts/in_werk: the plan has no such fact")
refused([["true": 0.485]] [["true": 0.4]] "/facts/born_abroad: the shares must add up to 1")
refused([["functional": 0.238]] [["fluent": 0.238]]
    "/facts/swedish/values/fluent: `fluent` is not a value of `swedish`")
refused([["1..9": 0.106]] [["9..1": 0.106]]
    "/facts/social_assistance_months/values/9..1: `9..1` must be a value, or two with `..` between them")
refused([["salut-tools": 0.04]] [["salut-tools": 1.04]]
    "/placed/values/salut-tools: must be a share from 0 to 1 with at most six decimals")
refused([["each": {"salut": 0.1}]] [["each": {"salut": [{"if": {"placed": "salut-tools"}, "share": 0.1}]}]]
    "/completed/each/salut/0/if/placed: nothing of that name is drawn before this")
refused([["each": {"salut": 0.1}]] [["each": {"salut": [{"share": 0.1}]}, "none": 0, "often": 1]]
    "/completed/often: unknown key")
