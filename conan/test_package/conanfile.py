# SPDX-License-Identifier: BSL-1.0
import os

from conan import ConanFile
from conan.tools.build import can_run
from conan.tools.cmake import CMake, cmake_layout


class FinsamTestPackage(ConanFile):
    """Builds the ordinary user beside this file, and runs it."""

    settings = "os", "compiler", "build_type", "arch"
    generators = "CMakeDeps", "CMakeToolchain"

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        self.requires(self.tested_reference_str)

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def test(self):
        if can_run(self):
            program = os.path.join(self.cpp.build.bindir, "consumer")
            plan = os.path.join(self.source_folder, "..", "..", "tests", "consumers", "small.plan.json")
            self.run(f'"{program}" "{plan}"', env="conanrun")
