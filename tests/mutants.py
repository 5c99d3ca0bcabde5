#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Changes the rules and the engine in one place at a time and sees whether a test fails.

    nice python3 tests/mutants.py [--count 100] [--seed 1] [--folder build/mutants]
    nice python3 tests/mutants.py --only src/engine/assessor.cpp:84

A change that no test notices is a missing test, or makes no difference. The project is copied,
built once at -O0 with a shared library, and for each change only the changed source is compiled
again (for a header also what includes it, in the library and in the engine's tests). The same seed
and the same sources give the same changes in the same order.
"""

import argparse
import filecmp
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import time

PLACES = ["src/engine/*.cpp", "src/engine/*.hpp", "src/rules/*.cpp", "src/rules/*.hpp",
          "include/finsam/engine/*.hpp"]
TESTS = ["engine", "rules", "io", "testing", "cli"]
# Slow at -O0, and about memory.
SKIPPED = "*ManyMistakes*"

# What is looked for in code without its comments and texts, and what is put there instead. Blanks
# keep template brackets, references and names of operators out.
SWAPS = [
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" == ", " != "), (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "),
    (r" \+ 1\b", " + 0"), (r" - 1\b", " - 0"),
    (r" \+= ", " -= "), (r" & (?=[^&])", " | "), (r" \|= ", " &= "),
    (r"truth::yes\b", "truth::no"), (r"truth::no\b", "truth::yes"),
    (r"truth::unknown\b", "truth::no"),
    (r"std::min\b", "std::max"), (r"std::max\b", "std::min"),
    (r"\bany_of\(", "all_of("), (r"\ball_of\(", "any_of("), (r"\bnone_of\(", "any_of("),
    (r"lower_bound\b", "upper_bound"), (r"upper_bound\b", "lower_bound"),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
    (r"(?<=[( ])!(?=[a-z(])", ""),
    (r"\bcontinue;", ";"),
    # The way out of a condition; what comes after is then done too.
    (r"(?<=\n)[ ]+return\b[^;{}]*;", ";"),
]


def without_words(code):
    """The code with blanks for comments, texts and lines of the preprocessor."""
    blank = lambda found: re.sub(r"[^\n]", " ", found.group())
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|^[ ]*#[^\n]*',
                  blank, code, flags=re.S | re.M)


def changes_of(file, code):
    """Every (file, offset, old, new)."""
    visible = without_words(code)
    for pattern, new in SWAPS:
        for found in re.finditer(pattern, visible):
            if new == ";" and found.group() != "continue;":
                before = visible[:found.start()].rstrip().splitlines()[-1].strip()
                if not re.match(r"(else )?if \(.*\)$", before):
                    continue
            yield file, found.start(), code[found.start():found.end()], new


def copy_of(root, to):
    """Copies the project; what has not changed keeps its date, so that little is built again."""
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, check=True,
                           capture_output=True, text=True).stdout.split()
    for file in files:
        target = to / file
        if not (root / file).exists():
            continue
        if not target.exists() or not filecmp.cmp(root / file, target, shallow=False):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / file, target)


class Trial:
    def __init__(self, folder, jobs, timeout):
        self.source = folder / "source"
        self.build = folder / "build"
        self.jobs = jobs
        self.timeout = timeout

    def run(self, command, timeout=None, **more):
        """The exit status, or None if it took too long; with it ends what it started."""
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True, **more)
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return None

    def compile(self, targets):
        return self.run(["cmake", "--build", self.build, "--parallel", str(self.jobs), "--target",
                         *targets]) == 0

    def prepare(self):
        return self.run(["cmake", "-G", "Ninja", "-S", self.source, "-B", self.build,
                         "-DBUILD_SHARED_LIBS=ON", "-DCMAKE_BUILD_TYPE=",
                         # What a change makes undefined must not pass by luck.
                         "-DCMAKE_CXX_FLAGS=-O0 -D_GLIBCXX_ASSERTIONS",
                         # A new library does not mean new programs.
                         "-DCMAKE_LINK_DEPENDS_NO_SHARED=ON"]) == 0 and self.compile(
            ["finsam", "finsam_cli"] + ["test_" + name for name in TESTS])

    def noticed_by(self, file):
        """The tests that fail first, the nearest ones run first; None if all pass."""
        near = "rules" if "/rules/" in str(file) else "engine"
        for name in sorted(TESTS, key=lambda one: one != near):
            status = self.run([self.build / "tests" / ("test_" + name), "--gtest_fail_fast",
                               "--gtest_filter=-" + SKIPPED], self.timeout, cwd=self.source,
                              env={**os.environ, "FINSAM": str(self.build / "finsam")})
            if status is None:
                return name + ", took too long"
            if status != 0:
                return name
        return None


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", nargs="+", default=[""], metavar="FILE:LINE",
                         help="only the places that begin so")
    options.add_argument("--folder", default="build/mutants")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--timeout", type=float, default=120, help="seconds for one test program")
    chosen = options.parse_args()

    root = pathlib.Path(__file__).resolve().parent.parent
    folder = (root / chosen.folder).resolve()
    trial = Trial(folder, chosen.jobs, chosen.timeout)
    copy_of(root, trial.source)
    if not trial.prepare():
        sys.exit("it does not build")
    if (wrong := trial.noticed_by("")) is not None:
        sys.exit("a test fails without any change: " + wrong)

    files = sorted(file for place in PLACES for file in trial.source.glob(place))
    changes = [one for file in files for one in changes_of(file, file.read_text())]
    random.Random(chosen.seed).shuffle(changes)
    print(f"{len(changes)} places to change in {len(files)} files", flush=True)

    tried = caught = 0
    survivors = []
    for file, offset, old, new in changes:
        if tried == chosen.count:
            break
        code = file.read_text()
        line = code.count("\n", 0, offset + len(old) - len(old.lstrip())) + 1
        what = f"{file.relative_to(trial.source)}:{line}: `{old.strip()}` -> `{new.strip()}`"
        if not what.startswith(tuple(chosen.only)):
            continue
        start = time.monotonic()
        # The other tests see a header's change in the library alone.
        is_header = "include" in file.relative_to(trial.source).parts
        try:
            file.write_text(code[:offset] + new + code[offset + len(old):])
            if not trial.compile(["finsam"] + (["test_engine"] if is_header else [])):
                continue # the compiler notices
            by = trial.noticed_by(file)
        finally:
            file.write_text(code)
            if is_header:
                trial.compile(["finsam", "test_engine"])
        tried += 1
        if by is None:
            survivors.append((what, code.splitlines()[line - 1].strip()))
        else:
            caught += 1
        print(f"{tried} {what}: {'caught by ' + by if by else 'SURVIVES'}"
              f" ({time.monotonic() - start:.0f} s)", flush=True)

    print(f"\n{caught} of {tried} caught, {100 * caught / max(tried, 1):.0f} %")
    for what, text in survivors:
        print(f"{what}\n    {text}")


if __name__ == "__main__":
    main()
