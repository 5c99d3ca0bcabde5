#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
#
# exports.py SHARED_LIBRARY STATIC_LIBRARY INCLUDE_FOLDER
#
# A shared finsam offers what its headers declare and nothing else: neither a function that a header
# declares and the library hides, nor Boost's, which would get into the way of the user's own.
import pathlib
import re
import subprocess
import sys


def symbols(*arguments):
    """The names of functions, as the linker and as people spell them."""
    lines = subprocess.run(["nm", "--defined-only", *arguments], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    mangled = [line.split()[-1] for line in lines if re.search(r" [A-Z] \S+$", line)]
    strong = {line.split()[-1] for line in lines if re.search(r" T \S+$", line)}
    names = subprocess.run(["c++filt"], input="\n".join(mangled), check=True, capture_output=True,
                           text=True).stdout.splitlines()
    return dict(zip(mangled, names)), strong


def is_declared(function, headers):
    """Whether a header declares it: a function at the margin, or a member of a class of a header."""
    found = re.match(r"finsam::((?:\w+::)*)(~?\w+|operator\W+?)(?:\[abi:\w+\])?\(", function)
    if not found:
        return False
    scope, name = found.groups()
    name = re.escape(name)
    if not scope or scope == "detail::":
        return re.search(rf"^(?!.*\b(?:constexpr|inline)\b)(?:\S.*[ &*])?{name}\(", headers, re.MULTILINE)
    of = scope.rstrip(":").split("::")[-1]
    return re.search(rf"^ *(?:class|struct) (?:FINSAM_EXPORT )?{of}\b[^;]*$", headers, re.MULTILINE)


def main():
    shared, static, include = sys.argv[1:]
    offered, _ = symbols("--dynamic", shared)
    all_names, strong = symbols(static)
    headers = "\n".join(path.read_text() for path in pathlib.Path(include).rglob("*.hpp"))

    wrong = [f"offered, and not ours: {name}" for name in offered.values()
             if not re.match(r"((typeinfo|typeinfo name|vtable) for )?finsam::(?!io::)", name)]
    wrong += [f"hidden, and a header declares it: {all_names[mangled]}"
              for mangled in sorted(strong - offered.keys())
              if is_declared(all_names[mangled], headers)]
    ours = sum(name.startswith("finsam::") for name in offered.values())
    print("\n".join(wrong + [f"{ours} functions are offered"]))
    return 1 if wrong or ours == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
