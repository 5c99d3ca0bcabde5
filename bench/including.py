#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What it costs a program to include finsam: seconds of the compiler (user + system, the median of
several runs) and its peak of memory, without optimisation.

    bench/including.py [--compiler g++] [--runs 5] [--all] [FLAGS...]
    bench/including.py --limits       # a test: says no if a header has become far too dear

The core is what describes a struct, reads a plan and answers about one person (README, "One person
in C++").
"""
import argparse
import os
import statistics
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

STANDARD = "the standard library's part"
CORE = ["finsam/engine/participant.hpp", "finsam/io/plan.hpp"]
PARTS = {
    "nothing": [],
    STANDARD: ["string", "vector", "optional", "set", "variant", "chrono"],
    "names alone": ["finsam/forward.hpp"],
    "core": CORE,
    "core and results as JSON": CORE + ["finsam/io/results.hpp"],
    "umbrella": ["finsam/finsam.hpp"],
}
# Seconds, with room for a busy machine, and megabytes beyond what the standard library's part takes,
# which are the same on any machine: bringing in the JSON library is past them.
LIMITS = {"names alone": (2.0, 0), "core": (5.0, 165), "umbrella": (6.0, 205)}


def headers():
    found = []
    for folder, _, names in os.walk(os.path.join(ROOT, "include")):
        for name in names:
            if name.endswith(".hpp"):
                found.append(os.path.relpath(os.path.join(folder, name),
                                             os.path.join(ROOT, "include")))
    return sorted(found)


def compile_once(command):
    """Seconds and megabytes of one run, all its processes together."""
    process = os.spawnvp(os.P_NOWAIT, command[0], command)
    _, status, used = os.wait4(process, 0)
    if status != 0:
        sys.exit("cannot compile: " + " ".join(command))
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(included, compiler, flags, runs):
    with tempfile.TemporaryDirectory() as scratch:
        file = os.path.join(scratch, "including.cpp")
        with open(file, "w", encoding="utf-8") as to:
            to.writelines(f"#include <{one}>\n" for one in included)
            to.write("int main() {}\n")
        command = [compiler, "-std=c++20", "-O0", "-I" + os.path.join(ROOT, "include"), *flags,
                   "-c", file, "-o", os.path.join(scratch, "including.o")]
        taken = [compile_once(command) for _ in range(runs)]
    return taken


def median(taken):
    return (statistics.median(seconds for seconds, _ in taken),
            statistics.median(megabytes for _, megabytes in taken))


def row(name, seconds, megabytes):
    print(f"{name:44} {seconds:8.2f} s {megabytes:8.0f} MB", flush=True)


def main():
    given = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--compiler", default="g++")
    given.add_argument("--runs", type=int, default=5)
    given.add_argument("--all", action="store_true", help="every header, not the ten dearest")
    given.add_argument("--limits", action="store_true",
                       help="measure what has a limit alone, and fail above it")
    wanted, flags = given.parse_known_args()

    def cost(included):
        return median(measure(included, wanted.compiler, flags, wanted.runs))

    if wanted.limits:
        dear = 0
        own = measure(PARTS[STANDARD], wanted.compiler, flags, 1)[0][1]
        for name, (seconds, megabytes) in LIMITS.items():
            took, held = measure(PARTS[name], wanted.compiler, flags, 1)[0]
            row(name, took, held)
            if took > seconds or held - own > megabytes:
                print(f"    more than {seconds} s, or {megabytes} MB beyond {STANDARD}")
                dear += 1
        return 1 if dear else 0

    for name, included in PARTS.items():
        row(name, *cost(included))
    alone = sorted(((*cost([one]), one) for one in headers()), reverse=True)
    print()
    for seconds, megabytes, name in alone if wanted.all else alone[:10]:
        row(name, seconds, megabytes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
