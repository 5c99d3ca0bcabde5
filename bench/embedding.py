#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What finsam costs a program that links it: bytes, seconds of the compiler, libraries at run time.

    bench/embedding.py [--work build/embedding] [--runs 3]

Builds and installs finsam twice, as anybody does who sets no option but BUILD_SHARED_LIBS, and the
program of tests/consumers with each. Bytes are those of the stripped file; seconds are user and
system time of one compiler, the least of several runs; libraries are what the program loads beside
the C library's own loader.
"""
import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "tests/consumers/program.cpp"
PLAN = ROOT / "tests/consumers/small.plan.json"
# An installed tree for each, and how a program is linked with what is in it.
KINDS = {"static": "OFF", "shared": "ON"}


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def install(work, kind):
    build, prefix = work / kind, work / kind / "prefix"
    run("cmake", "-S", ROOT, "-B", build, "-G", "Ninja", f"-DBUILD_SHARED_LIBS={KINDS[kind]}",
        "-DCMAKE_INSTALL_LIBDIR=lib")
    run("cmake", "--build", build)
    run("cmake", "--install", build, "--prefix", prefix, "--strip")
    return prefix


def seconds_of(command):
    process = os.spawnvp(os.P_NOWAIT, command[0], command)
    _, status, used = os.wait4(process, 0)
    if status != 0:
        sys.exit("cannot compile: " + " ".join(command))
    return used.ru_utime + used.ru_stime


def compile_seconds(prefix, level, runs, out):
    command = ["g++", "-std=c++20", level, "-I" + str(prefix / "include"), "-c", str(PROGRAM), "-o", str(out)]
    return min(seconds_of(command) for _ in range(runs))


def libraries_of(file):
    lines = run("ldd", file).splitlines()
    return sorted(line.split()[0] for line in lines
                  if "=>" in line and "vdso" not in line)


def tell(what, value):
    print(f"{what:58} {value}", flush=True)


def main():
    given = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--work", type=pathlib.Path, default=ROOT / "build/embedding")
    given.add_argument("--runs", type=int, default=3)
    asked = given.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)

    prefixes = {kind: install(asked.work, kind) for kind in KINDS}
    object_file = asked.work / "program.o"
    for level in ("-O0", "-O2"):
        tell(f"compiling a user's file, {level}",
             f"{compile_seconds(prefixes['static'], level, asked.runs, object_file):.1f} s")
    for kind, prefix in prefixes.items():
        libraries = prefix / "lib"
        program = asked.work / f"program-{kind}"
        run("g++", object_file, "-o", program, "-L" + str(libraries), "-lfinsam", "-pthread",
            "-Wl,--gc-sections", "-Wl,-rpath," + str(libraries))
        run("strip", program)
        run(program, PLAN)
        tell(f"the program, {kind}, stripped", f"{program.stat().st_size / 1e6:.2f} MB")
        tell("  libraries at run time", ", ".join(libraries_of(program)))
    for name in ("libfinsam.so", "libfinsam_c.so"):
        file = prefixes["shared"] / "lib" / name
        if file.exists():
            tell(f"{name}, stripped", f"{file.stat().st_size / 1e6:.2f} MB")
            tell("  libraries at run time", ", ".join(libraries_of(file)))


if __name__ == "__main__":
    main()
