# SPDX-License-Identifier: BSL-1.0
# cmake -D NM=<nm> -D LIBRARY=<shared library> -D HEADER=<finsam.h> -D SCRATCH=<folder> -P exports_notices.cmake
#
# exports.cmake sees a function that lacks in the library, one that lacks in the header, and symbols
# of C++.
cmake_minimum_required(VERSION 3.25)

function(expect what library headers)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -D NM=${NM} -D LIBRARY=${library} -D "HEADERS=${headers}"
                -P ${CMAKE_CURRENT_LIST_DIR}/exports.cmake
        RESULT_VARIABLE status ERROR_VARIABLE told OUTPUT_QUIET)
    if(status EQUAL 0 OR NOT told MATCHES "${what}")
        message(FATAL_ERROR "expected `${what}`, was told: ${told}")
    endif()
endfunction()

file(WRITE ${SCRATCH}/more.h "FINSAM_FUNCTION finsam_status finsam_decide(void);\n")
# Without columns.h.
expect("exported and not declared: finsam_people_from" ${LIBRARY} ${HEADER})
expect("declared and not exported: finsam_decide" ${LIBRARY} "${HEADER};${SCRATCH}/more.h")
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ldd ${LIBRARY} OUTPUT_VARIABLE needed)
string(REGEX MATCH "=> (/[^\n]*libstdc\\+\\+[^ ]*)" _ "${needed}")
if(CMAKE_MATCH_1)
    expect("exported and no function of ours: [^\n]* _Z" ${CMAKE_MATCH_1} ${HEADER})
endif()
