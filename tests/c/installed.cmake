# SPDX-License-Identifier: BSL-1.0
# cmake -D BUILD=<build folder> -D SOURCE=<project> -D GENERATOR=<of CMake> -D COMPILER=<C>
#       -D FLAGS=<its flags> -D SCRATCH=<folder> -P installed.cmake
#
# Installs the build, and compiles and runs c99.c with what is installed and nothing else: who uses C alone
# may not have Boost.
include(${CMAKE_CURRENT_LIST_DIR}/../consumers/steps.cmake)

set(asked ${SOURCE}/examples/plans/ostra-sodertorn-2022.plan.json
    ${SOURCE}/examples/people/ostra-sodertorn.ndjson)
file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/root)

# Moved, since nothing in it may name where it was.
file(RENAME ${SCRATCH}/root ${SCRATCH}/moved)
file(CONFIGURE OUTPUT ${SCRATCH}/user/CMakeLists.txt @ONLY CONTENT [[
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES C)
find_package(finsam REQUIRED)
add_executable(user @SOURCE@/tests/c/c99.c)
target_link_libraries(user finsam::c)
]])
run(${CMAKE_COMMAND} -G "${GENERATOR}" -S ${SCRATCH}/user -B ${SCRATCH}/build -D CMAKE_PREFIX_PATH=${SCRATCH}/moved
    -D CMAKE_DISABLE_FIND_PACKAGE_Boost=ON
    -D CMAKE_C_COMPILER=${COMPILER} -D "CMAKE_C_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/user ${asked})

find_program(pkg_config NAMES pkg-config pkgconf)
if(pkg_config)
    file(GLOB_RECURSE described ${SCRATCH}/moved/finsam_c.pc)
    execute_process(COMMAND ${pkg_config} --cflags --libs ${described}
        OUTPUT_VARIABLE options OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(options)
    separate_arguments(FLAGS)
    file(GLOB_RECURSE library ${SCRATCH}/moved/libfinsam_c.so)
    cmake_path(GET library PARENT_PATH folder)
    run(${COMPILER} ${FLAGS} -std=c99 ${SOURCE}/tests/c/c99.c -o ${SCRATCH}/by_hand ${options} -Wl,-rpath,${folder})
    run(${SCRATCH}/by_hand ${asked})
else()
    message("by hand left out: there is no pkg-config here")
endif()
