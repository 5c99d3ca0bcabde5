#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether invented people have the shares that their marginals say.

    python3 shares.py GENERATE MARGINALS [PEOPLE]

Reads the file of marginals and the people anew, with no code of the program that invents them. A count may differ from
what is expected by four standard deviations; chance alone exceeds that once in 16 000 counts, so the seed is fixed. A
case with a condition is counted among the people in whom the condition can be seen: what is left out is left out by
chance. Ends with `N shares compared, N wrong`; exit status 1 if one is.
"""
import bisect
import datetime
import functools
import json
import math
import os
import subprocess
import sys

compared = wrong = 0


def compare(what, found, expected, of):
    """`found` of `of` people, where the share should be `expected`."""
    global compared, wrong
    expected = min(1, expected)  # sums of shares are not exact
    deviation = math.sqrt(of * expected * (1 - expected))
    # Where hardly anybody is expected the count is no bell; what never or always happens is exact.
    if of == 0 or 1e-6 < deviation < 2:
        return
    compared += 1
    if abs(found - of * expected) > 4 * deviation + 1e-6:
        wrong += 1
        print(f'{what}: {found} of {of}, expected {of * expected:.1f} give or take {4 * deviation:.1f}')


def as_number(text):
    """A date as a number of days, a number as it is; nothing for another word."""
    try:
        return datetime.date.fromisoformat(text).toordinal() if text.count('-') == 2 else int(text)
    except ValueError:
        return None


@functools.lru_cache(maxsize=None)
def span(key):
    """Both ends of what a key names, of numbers or days."""
    low, _, high = key.partition('..')
    return as_number(low), as_number(high or low)


def has(key, value):
    """Whether a recorded value is the one a key of the marginals names, or contains it."""
    if value is None:
        return False
    if isinstance(value, bool):
        return key == str(value).lower()
    if isinstance(value, int):
        low, high = span(key)
        return low <= value <= high
    return key in value if isinstance(value, list) else key == value


def case_of(cases, person):
    """The position of the first case that fits; nothing where a condition cannot be seen, or none fits."""
    for at, case in enumerate(cases):
        conditions = case.get('if', {})
        if any(name not in person for name in conditions):
            return 'unseen'
        if all(any(has(key, person[name]) for key in (keys if isinstance(keys, list) else [keys]))
               for name, keys in conditions.items()):
            return at
    return None


def likelihood(values, low, high):
    """How likely a value from low to high is, where ranges may overlap."""
    sum = 0
    for key, share in values.items():
        first, last = span(key)
        sum += share * max(0, min(high, last) - max(low, first) + 1) / (last - first + 1)
    return sum


def compare_values(name, values, none, people):
    """The values of those on record in one case. The shares are scaled to them."""
    whole = none + sum(values.values())
    had = [person[name] for person in people]
    compare(f'{name} none', had.count(None), none / whole, len(had))
    numbers = sorted(value for value in had if isinstance(value, int) and not isinstance(value, bool))
    for key, share in values.items():
        if not numbers:
            compare(f'{name} {key}', sum(has(key, value) for value in had), share / whole, len(had))
            continue
        # Each value of a range is as likely, so its lower half is as large as it should be, too.
        low, high = span(key)
        for end in {high, (low + high) // 2}:
            found = bisect.bisect_right(numbers, end) - bisect.bisect_left(numbers, low)
            compare(f'{name} {key}, {low} to {end}', found, likelihood(values, low, end) / whole, len(had))


def compare_each(name, each, people):
    for word, cases in each.items():
        cases = cases if isinstance(cases, list) else [{'share': cases}]
        seen = [(case_of(cases, person), person) for person in people]
        for at, case in enumerate(cases):
            inside = [person for fits, person in seen if fits == at]
            compare(f'{name} {word} {case.get("if", "")}', sum(word in person[name] for person in inside), case['share'],
                    len(inside))
        outside = [person for fits, person in seen if fits is None]
        compare(f'{name} {word} otherwise', sum(word in person[name] for person in outside), 0, len(outside))


def compare_variable(name, how, people):
    shares = how.get('none', 0) + sum(how.get('values', {}).values())
    unknown = how.get('unknown', 1 - shares if 'values' in how else 0)
    compare(f'{name} not on record', sum(name not in person for person in people), unknown, len(people))
    recorded = [person for person in people if name in person]
    if 'each' in how:
        compare_each(name, how['each'], recorded)
        return
    cases = how.get('when', [how])
    seen = [(case_of(cases, person), person) for person in recorded]
    for at, case in enumerate(cases):
        inside = [person for fits, person in seen if fits == at]
        compare_values(name, case.get('values', {}), case.get('none', 0), inside)


def compare_places(how, plan, people):
    """A place is had only where a pool of the intervention serves the municipality."""
    cases = how.get('when', [how])
    unknown = how['unknown'] if 'when' in how else 0
    area = plan['association']['area']
    for one in plan['interventions']:
        named = [code for pool in one.get('places', []) for code in pool.get('municipalities', [])]
        rest = any('municipalities' not in pool for pool in one.get('places', []))
        served = {code for code in area if code in named or rest}
        seen = [(case_of(cases, person), person) for person in people]
        for at, case in enumerate(cases):
            share = case.get('values', {}).get(one['id'], 0) * (1 - unknown)
            for inside in (True, False):
                group = [person for fits, person in seen
                         if fits == at and (person.get('municipality') in served) == inside]
                compare(f'placed {one["id"]} {case.get("if", "")}', sum(person.get('placed') == one['id']
                        for person in group), share if inside else 0, len(group))


def read(person):
    """The person with days as numbers."""
    return {name: as_number(value) if isinstance(value, str) and value.count('-') == 2 and value[0] in '12' else value
            for name, value in person.items()}


def main():
    generate, file = sys.argv[1:3]
    count = sys.argv[3] if len(sys.argv) > 3 else '20000'
    with open(file, encoding='utf-8') as opened:
        marginals = json.load(opened)
    with open(os.path.join(os.path.dirname(file), marginals['plan']), encoding='utf-8') as opened:
        plan = json.load(opened)
    written = subprocess.run([generate, file, '--people', count, '--seed', '7', '--hidden'], check=True, capture_output=True).stdout
    people = [read(json.loads(line)) for line in written.decode('utf-8').splitlines()]
    compare('people', len(people), 1, int(count))
    variables = {name: marginals[name] for name in ('municipality', 'completed', 'waiting_since', 'consents',
                                                    'preferences')}
    for name, how in {**variables, **marginals.get('hidden', {}), **marginals['facts']}.items():
        compare_variable(name, how, people)
    compare_places(marginals['placed'], plan, people)
    print(f'{compared} shares compared, {wrong} wrong')
    return 1 if wrong or compared < 50 else 0


sys.exit(main())
