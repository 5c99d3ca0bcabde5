# SPDX-License-Identifier: BSL-1.0
#
# cmake -D ROOT=<source folder> -D SCRATCH=<folder> -D COMPILER=<C++> -D CONSUMER=<conan/test_package>
#       -P sources.cmake
#
# Those who build finsam themselves: fetched, as a folder of their own project, and as a shared
# library that is installed. All compile the same objects, and the first two at the same place, so
# that a cache of the compiler's results can see that.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)

find_program(python3 python3 REQUIRED)
find_program(CCACHE ccache)
if(CCACHE)
    set(ENV{CMAKE_CXX_COMPILER_LAUNCHER} ${CCACHE})
    set(ENV{CMAKE_C_COMPILER_LAUNCHER} ${CCACHE})
    set(ENV{CCACHE_BASEDIR} ${SCRATCH})
    set(ENV{CCACHE_NOHASHDIR} 1)
endif()

# Several sources at a time, where little time is: so do projects that set this for all they build.
set(unity)
if("$ENV{CI}" STREQUAL "true")
    set(unity -D CMAKE_UNITY_BUILD=ON)
endif()

file(REMOVE_RECURSE ${SCRATCH})

# Who only builds and installs needs no more than the library does.
configure(${ROOT} ${SCRATCH}/plain -D CMAKE_DISABLE_FIND_PACKAGE_CLI11=ON
    -D CMAKE_DISABLE_FIND_PACKAGE_GTest=ON -D CMAKE_DISABLE_FIND_PACKAGE_benchmark=ON)

# Nothing but what belongs to the library: the rest must not be needed.
file(MAKE_DIRECTORY ${SCRATCH})
run(${CMAKE_COMMAND} -E chdir ${ROOT} ${CMAKE_COMMAND} -E tar czf ${SCRATCH}/finsam.tar.gz
    CMakeLists.txt LICENSE cmake include src)

build(${CMAKE_CURRENT_LIST_DIR}/fetch_content ${SCRATCH}/fetch_content ${unity}
    -D FINSAM=${SCRATCH}/finsam.tar.gz -D FETCHCONTENT_BASE_DIR=${SCRATCH}/fetched)
expect(${SCRATCH}/fetch_content/consumer)

set(source ${SCRATCH}/fetched/finsam-src)
file(RENAME ${SCRATCH}/fetched/finsam-build ${SCRATCH}/static)
build(${CMAKE_CURRENT_LIST_DIR}/add_subdirectory ${SCRATCH}/add_subdirectory ${unity}
    -D FINSAM=${source} -D FINSAM_BINARY=${SCRATCH}/fetched/finsam-build)
expect(${SCRATCH}/add_subdirectory/consumer)

build(${source} ${SCRATCH}/shared ${unity} -D BUILD_SHARED_LIBS=ON -D CMAKE_BUILD_TYPE=None
    -D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON -D CMAKE_DISABLE_FIND_PACKAGE_CLI11=ON)
run(${python3} ${CMAKE_CURRENT_LIST_DIR}/exports.py ${SCRATCH}/shared/libfinsam.so
    ${SCRATCH}/static/libfinsam.a ${ROOT}/include)
set(BUILD ${SCRATCH}/shared)
set(SCRATCH ${SCRATCH}/installed)
include(${CMAKE_CURRENT_LIST_DIR}/installed.cmake)
