# SPDX-License-Identifier: BSL-1.0
import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rm, rmdir

required_conan_version = ">=2.0"


class FinsamRecipe(ConanFile):
    """Builds the library for C++ alone, without the command, the tests and the library for C."""

    name = "finsam"
    description = "Rules, matching and gaps for Swedish Finsam coordination"
    license = "BSL-1.0"
    topics = ("rules", "matching", "eligibility", "rehabilitation")
    package_type = "library"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True, "boost/*:header_only": True}

    @property
    def _sources(self):
        return os.path.join(self.recipe_folder, "..")

    def set_version(self):
        header = load(self, os.path.join(self._sources, "include", "finsam", "version.hpp"))
        self.version = re.search(r'"(\d+\.\d+\.\d+)"', header).group(1)

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*"):
            copy(self, pattern, self._sources, self.export_sources_folder)

    def configure(self):
        if self.options.shared:
            self.options.rm_safe("fPIC")

    def layout(self):
        # The recipe stands in a folder of what it builds.
        self.folders.root = ".."
        cmake_layout(self)

    def requirements(self):
        # Users include Boost's headers through ours; Boost.JSON is compiled in.
        self.requires("boost/[>=1.81 <2]", transitive_headers=True)
        self.requires("range-v3/[>=0.12 <1]", visible=False)

    def validate(self):
        if self.settings.os != "Linux":
            raise ConanInvalidConfiguration("finsam was built and tested on Linux alone")
        check_min_cppstd(self, 20)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.user_presets_path = False
        # The command is not part of the package, whatever is on the machine.
        toolchain.cache_variables["CMAKE_DISABLE_FIND_PACKAGE_CLI11"] = True
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        # Conan makes its own of these.
        rmdir(self, os.path.join(self.package_folder, "lib", "cmake"))
        rmdir(self, os.path.join(self.package_folder, "lib", "pkgconfig"))
        # The library for C is shared whatever was asked for; it is not for a build that has C++.
        rm(self, "libfinsam_c*", os.path.join(self.package_folder, "lib"))
        rm(self, "*.h", os.path.join(self.package_folder, "include", "finsam"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "finsam")
        self.cpp_info.set_property("cmake_target_name", "finsam::finsam")
        self.cpp_info.set_property("pkg_config_name", "finsam")
        self.cpp_info.libs = ["finsam"]
        self.cpp_info.requires = ["boost::headers"]
        self.cpp_info.system_libs = ["pthread"]
