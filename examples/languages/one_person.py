# SPDX-License-Identifier: BSL-1.0
"""What one person may be proposed, and why, from Python alone.

python3 one_person.py libfinsam_c.so PLAN
"""
import ctypes
import json
import sys

DONE, ENGLISH = 0, 1


class Options(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("threads", ctypes.c_size_t),
                ("language", ctypes.c_int32), ("exact", ctypes.c_int32)]


class Refused(Exception):
    """What is wrong, as `finsam check --format json` tells it."""


class Finsam:
    def __init__(self, library):
        self.c = ctypes.CDLL(library)

    def ask(self, function, *arguments):
        """The document of a call; what it holds when something is wrong is raised."""
        result, text, length = ctypes.c_void_p(), ctypes.c_char_p(), ctypes.c_size_t()
        status = getattr(self.c, function)(*arguments, ctypes.byref(result))
        self.c.finsam_text_of(result, ctypes.byref(text), ctypes.byref(length))
        document = json.loads(text.value)
        self.c.finsam_free_result(result)
        if status != DONE:
            raise Refused(document)
        return document

    def make(self, function, *arguments):
        """The handle that a call makes."""
        handle = ctypes.c_void_p()
        self.ask(function, *arguments, ctypes.byref(handle))
        return handle


def given(text):
    """A text as the library takes it: bytes, and how many."""
    text = text.encode() if isinstance(text, str) else text
    return text, ctypes.c_size_t(len(text))


library, plan_file = sys.argv[1:]
finsam = Finsam(library)
with open(plan_file, "rb") as file:
    plan = finsam.make("finsam_parse_plan", *given(file.read()))
engine = finsam.make("finsam_compile", plan, *given("2022-03-01"))
finsam.c.finsam_free_plan(plan)  # the engine has its own

someone = {"municipality": "0138", "birth_date": "1999-05-05", "disability": True,
           "support_from": ["region", "public_employment_service"], "in_work": False}
options = Options(ctypes.sizeof(Options), 0, ENGLISH, 0)
answers = finsam.ask("finsam_assess", engine, *given(json.dumps(someone)), ctypes.byref(options))
for one in answers["interventions"]:
    print(f"{one['id']}: {one['answer']}")
    for reason in one["reasons"]:
        print(f"  {reason['text']}" + (f" ({reason['cite']})" if reason["cite"] else ""))

try:
    finsam.ask("finsam_assess", engine, *given('{"birth_dat": "1999-05-05"}'), None)
except Refused as refused:
    for one in refused.args[0]["diagnostics"]:
        print(f"{one['line']}:{one['column']}: {one['message']}; {one['hint']}")
finsam.c.finsam_free_engine(engine)
