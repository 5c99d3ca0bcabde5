# SPDX-License-Identifier: BSL-1.0
#
# cmake -D BUILD=<build folder> -D SCRATCH=<folder> -D COMPILER=<C++> -D CONSUMER=<conan/test_package>
#       -P installed.cmake
#
# Installs the build, moves what was installed, and builds users of it: by find_package and, where
# there is pkg-config, with one line of the compiler.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/first)
file(RENAME ${SCRATCH}/first ${SCRATCH}/prefix)

build(${CONSUMER} ${SCRATCH}/build -D CMAKE_PREFIX_PATH=${SCRATCH}/prefix)
expect(${SCRATCH}/build/consumer)

# Before 1.0 a package is for one minor version.
foreach(asked 0.2 1.0 0.0.9)
    file(WRITE ${SCRATCH}/asks/CMakeLists.txt
        "cmake_minimum_required(VERSION 3.25)\nproject(asks LANGUAGES CXX)\nfind_package(finsam ${asked} CONFIG REQUIRED)\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${SCRATCH}/asks -B ${SCRATCH}/asks/build
        -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_PREFIX_PATH=${SCRATCH}/prefix
        RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
    if(status EQUAL 0 OR NOT said MATCHES "version")
        message(SEND_ERROR "finsam ${asked} was found, or not for its version:\n${said}")
    endif()
endforeach()

find_program(pkg_config pkg-config)
if(NOT pkg_config)
    message(STATUS "pkg-config is not here")
    return()
endif()
file(GLOB_RECURSE description ${SCRATCH}/prefix/finsam.pc)
cmake_path(GET description PARENT_PATH folder)
set(ENV{PKG_CONFIG_PATH} ${folder})
execute_process(COMMAND ${pkg_config} --cflags --libs finsam
    OUTPUT_VARIABLE flags COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND "${flags}")
run(${COMPILER} -std=c++20 ${CMAKE_CURRENT_LIST_DIR}/program.cpp ${flags} -o ${SCRATCH}/by_pkg_config)
cmake_path(GET folder PARENT_PATH libraries)
set(ENV{LD_LIBRARY_PATH} ${libraries})
expect(${SCRATCH}/by_pkg_config)
