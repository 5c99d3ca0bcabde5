# SPDX-License-Identifier: BSL-1.0
# cmake -D SCRATCH=<folder> -P independent_notices.cmake
#
# Gives independent.cmake one small tree after the other, so that it cannot pass by seeing nothing.
cmake_minimum_required(VERSION 3.25)

# The checker includes a header of its own, which includes what is named; a solver includes `other`.
function(independent verdict include other)
    file(REMOVE_RECURSE ${SCRATCH})
    foreach(header choice match priority)
        file(WRITE ${SCRATCH}/include/finsam/matching/${header}.hpp "#pragma once\n")
    endforeach()
    file(WRITE ${SCRATCH}/include/finsam/detail/siphash.hpp "#pragma once\n")
    file(WRITE ${SCRATCH}/src/matching/market.hpp "#pragma once\n")
    file(WRITE ${SCRATCH}/src/matching/audit_turn.hpp "#include ${include}\n")
    file(WRITE ${SCRATCH}/src/matching/verify.cpp "#include \"audit_turn.hpp\"\n")
    file(WRITE ${SCRATCH}/src/matching/match.cpp "#include \"${other}\"\n")
    execute_process(
        COMMAND ${CMAKE_COMMAND} -D ROOT=${SCRATCH} -P ${CMAKE_CURRENT_LIST_DIR}/independent.cmake
        RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
    if(verdict STREQUAL "accepts" AND NOT status EQUAL 0)
        message(SEND_ERROR "refused: ${include}, ${other}\n${said}")
    elseif(verdict STREQUAL "refuses" AND status EQUAL 0)
        message(SEND_ERROR "not noticed: ${include}, ${other}")
    endif()
endfunction()

independent(accepts "<vector>"                       "market.hpp")
independent(accepts "<finsam/matching/match.hpp>"    "market.hpp")
independent(refuses "<finsam/matching/choice.hpp>"   "market.hpp")
independent(refuses "<finsam/matching/priority.hpp>" "market.hpp")
independent(refuses "<finsam/detail/siphash.hpp>"    "market.hpp")
independent(refuses "\"market.hpp\""                 "market.hpp")
independent(refuses "\"matching/market.hpp\""        "market.hpp")
independent(refuses "<vector>"                       "audit_turn.hpp")
