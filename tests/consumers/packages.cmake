# SPDX-License-Identifier: BSL-1.0
#
# cmake -D BUILD=<build folder> -D SCRATCH=<folder> -D COMPILER=<C++> -D CONSUMER=<conan/test_package>
#       -P packages.cmake
#
# Makes the Debian packages of the build; what they say of themselves; a user of what is in them.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)

# What CPack calls.
foreach(tool dpkg-shlibdeps file)
    find_program(${tool} ${tool})
    if(NOT ${tool})
        message("skipped: ${tool} is not here")
        return()
    endif()
endforeach()
file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} -E chdir ${BUILD} cpack -G DEB -B ${SCRATCH})

# A package as its control file has it: its file starts with its name.
function(expect_depends package)
    file(GLOB file ${SCRATCH}/${package}_*.deb)
    execute_process(COMMAND dpkg-deb --field ${file} Depends OUTPUT_VARIABLE depends
        COMMAND_ERROR_IS_FATAL ANY)
    foreach(wanted ${ARGN})
        if(NOT depends MATCHES ${wanted})
            message(SEND_ERROR "${package} does not depend on ${wanted}: ${depends}")
        endif()
    endforeach()
    run(dpkg-deb --extract ${file} ${SCRATCH}/root)
endfunction()

expect_depends(finsam "libc6 \\(>= " "libstdc\\+\\+6 \\(>= ")
expect_depends(libfinsam0.1 "libc6 \\(>= " "libstdc\\+\\+6 \\(>= ")
expect_depends(libfinsam-dev "libfinsam0.1 \\(= " "libboost1.81-dev \\| libboost-dev \\(>= 1.81\\)")

build(${CONSUMER} ${SCRATCH}/build -D CMAKE_PREFIX_PATH=${SCRATCH}/root/usr)
expect(${SCRATCH}/build/consumer)
run(${SCRATCH}/root/usr/bin/finsam check ${CMAKE_CURRENT_LIST_DIR}/small.plan.json)
