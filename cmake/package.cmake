# SPDX-License-Identifier: BSL-1.0
#
# What is installed, for CMake and for pkg-config, and the Debian packages that CPack makes of it.
# Nothing in it names the folder it was installed to, so it may be moved.
include(CMakePackageConfigHelpers)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/finsam)
file(CONFIGURE OUTPUT finsam-config.cmake @ONLY CONTENT [[
# finsam::c has all that it needs inside, so who uses C alone, or asks for COMPONENTS c, needs nothing more.
include(${CMAKE_CURRENT_LIST_DIR}/finsam-c-targets.cmake OPTIONAL)
get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
if("CXX" IN_LIST languages AND NOT "${finsam_FIND_COMPONENTS}" STREQUAL "c")
    include(CMakeFindDependencyMacro)
    find_dependency(Boost 1.81 CONFIG)
    find_dependency(Threads)
    include(${CMAKE_CURRENT_LIST_DIR}/finsam-targets.cmake)
endif()
if(TARGET finsam::c)
    set(finsam_c_FOUND ON)
endif()
foreach(component IN LISTS finsam_FIND_COMPONENTS)
    if(finsam_FIND_REQUIRED_${component} AND NOT finsam_${component}_FOUND)
        set(finsam_FOUND FALSE)
        set(finsam_NOT_FOUND_MESSAGE "finsam has no component ${component} here")
    endif()
endforeach()
]])
write_basic_package_version_file(finsam-config-version.cmake COMPATIBILITY SameMinorVersion)
install(TARGETS finsam EXPORT finsam-targets
    ARCHIVE COMPONENT finsam_development
    LIBRARY COMPONENT finsam_runtime NAMELINK_COMPONENT finsam_development
    FILE_SET HEADERS COMPONENT finsam_development)
install(EXPORT finsam-targets NAMESPACE finsam:: DESTINATION ${package} COMPONENT finsam_development)

# As many steps up as the library folder has names: Debian's is lib/<triplet>.
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE library)
file(RELATIVE_PATH up ${library}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" up "${up}")
function(install_pkg_config name description flag)
    file(CONFIGURE OUTPUT ${name}.pc @ONLY CONTENT [[
prefix=${pcfiledir}/@up@
Name: @name@
Description: @description@
Version: @PROJECT_VERSION@
Cflags: -I${prefix}/@CMAKE_INSTALL_INCLUDEDIR@ @flag@
Libs: -L${prefix}/@CMAKE_INSTALL_LIBDIR@ -l@name@ @flag@
]])
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT finsam_development)
endfunction()
install_pkg_config(finsam "${PROJECT_DESCRIPTION}" -pthread)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/finsam-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/finsam-config-version.cmake
    DESTINATION ${package} COMPONENT finsam_development)

if(TARGET finsam_cli)
    install(TARGETS finsam_cli RUNTIME COMPONENT finsam_command)
endif()

if(NOT PROJECT_IS_TOP_LEVEL)
    return()
endif()

# In somebody else's project the library for C is built by who names it, so it is not there to install.
if(TARGET finsam_c)
    install(TARGETS finsam_c EXPORT finsam-c-targets
        LIBRARY COMPONENT finsam_runtime NAMELINK_COMPONENT finsam_development
        FILE_SET HEADERS COMPONENT finsam_development)
    install(EXPORT finsam-c-targets NAMESPACE finsam:: DESTINATION ${package} COMPONENT finsam_development)
    install_pkg_config(finsam_c "${PROJECT_DESCRIPTION}, for C" "")
endif()

set(soversion ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(command_package finsam)
set(runtime_package libfinsam${soversion}) # with what it is compatible with, as Debian's names have
set(development_package libfinsam-dev)
foreach(component command runtime development)
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${${component}_package}
        RENAME copyright COMPONENT finsam_${component})
    string(TOUPPER ${component} COMPONENT)
    set(CPACK_DEBIAN_FINSAM_${COMPONENT}_PACKAGE_NAME ${${component}_package})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The finsam authors")
set(CPACK_PACKAGE_VENDOR finsam)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_FINSAM_COMMAND_PACKAGE_SECTION science)
set(CPACK_DEBIAN_FINSAM_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_FINSAM_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_FINSAM_COMMAND_DESCRIPTION
    "Rules, matching and gaps for Swedish Finsam coordination: the command")
set(CPACK_COMPONENT_FINSAM_RUNTIME_DESCRIPTION
    "Rules, matching and gaps for Swedish Finsam coordination: the shared libraries")
set(CPACK_COMPONENT_FINSAM_DEVELOPMENT_DESCRIPTION
    "Rules, matching and gaps for Swedish Finsam coordination: headers and libraries to link")
# What the headers include. The plain package of Debian 12 is older than 1.81.
string(JOIN ", " CPACK_DEBIAN_FINSAM_DEVELOPMENT_PACKAGE_DEPENDS
    "${runtime_package} (= ${PROJECT_VERSION})" "libboost1.81-dev | libboost-dev (>= 1.81)")
# finsam/testing/ is for who writes tests.
set(CPACK_DEBIAN_FINSAM_DEVELOPMENT_PACKAGE_SUGGESTS libgmock-dev)
include(CPack)
