#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether SQLite answers as finsam does: another engine, and another reading of the specification.

    python3 oracle.py FINSAM GENERATE FOLDER [--notices]

SQL's NULL is Kleene's unknown. Each plan that people are invented for, and plans invented here with every comparator,
becomes conditions in SQL (bench/peers/plan_to_sql.py); then every answer about every person is compared: interventions
and needs groups, and the tiers that follow. `--notices` reads the rules wrongly in one way after the other and must be
told of each. FOLDER is for the people's files. Ends with `N answers compared, N wrong`; exit status 1 if one is.
"""
import glob
import json
import os
import sqlite3
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, 'bench', 'peers'))
import plan_to_sql  # noqa: E402
import worlds  # noqa: E402

WORDS = {None: 'unknown', 0: 'no', 1: 'yes'}
RANDOM_PLANS = 8


class world:
    """A plan on a date, people, and what finsam answers about them."""

    def __init__(self, finsam, name, plan, as_of, people):
        self.name, self.as_of = name, as_of
        with open(plan, encoding='utf-8') as file:
            self.plan = json.load(file)
        with open(people, encoding='utf-8') as file:
            self.people = [json.loads(line) for line in file]
        said = subprocess.run([finsam, 'assess', plan, people, '--as-of', as_of, '--format', 'json', '--quiet'],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', check=False)
        if said.returncode:
            sys.exit(f'{name}: assess ended with {said.returncode}\n{said.stderr}')
        self.answers = [json.loads(line) for line in said.stdout.splitlines()]

    def meant(self):
        return plan_to_sql.translation(self.plan, self.as_of)


def sqlite_answers(meant, people):
    """What SQLite answers: for each person the needs groups and the interventions."""
    questions = meant.needs_groups + meant.interventions
    if not questions:
        return [[] for _ in people]
    names = [f'"{name}"' for name, _ in meant.names_and_types()]
    with sqlite3.connect(':memory:') as database:
        database.execute(f'CREATE TABLE people ({", ".join(names)})')
        database.executemany(f'INSERT INTO people VALUES ({", ".join("?" * len(names))})', map(meant.row, people))
        # A question a query: the words of all together may be more than SQLite takes in one.
        columns = [[row[0] for row in database.execute(f'SELECT {sql} FROM people ORDER BY rowid')] for _, sql in questions]
    return list(zip(*columns))


def expected(meant, person, row):
    """The part of a line of `assess` that is compared."""
    answers = [WORDS[one] for one in row]
    groups = [(name, answer) for (name, _), answer in zip(meant.needs_groups, answers)]
    priority = {one['id']: one['priority'] for one in meant.plan['needs_groups']}
    return {'person': person['id'], 'as_of': meant.as_of, 'needs_groups': groups,
            'tier': min((priority[name] for name, answer in groups if answer == 'yes'), default=None),
            'best_tier': min((priority[name] for name, answer in groups if answer != 'no'), default=None),
            'interventions': [(name, answer) for (name, _), answer in zip(meant.interventions, answers[len(groups):])]}


def found(line):
    return {**{key: line[key] for key in ('person', 'as_of', 'tier', 'best_tier')},
            **{key: [(one['id'], one['answer']) for one in line[key]] for key in ('needs_groups', 'interventions')}}


def compare(one, answers=None):
    """How many answers were compared, and the people whose answers differ."""
    meant = one.meant()
    answers = one.answers if answers is None else answers
    compared, wrong = 0, []
    if len(answers) != len(one.people):
        wrong.append(f'{one.name}: {len(answers)} lines about {len(one.people)} people')
    for person, row, line in zip(one.people, sqlite_answers(meant, one.people), answers):
        wanted, got = expected(meant, person, row), found(line)
        compared += len(row)
        if wanted != got:
            wrong.append(f'{one.name}: {json.dumps(person)}\n' + ''.join(
                f'    {key}: SQLite {wanted[key]}\n    {key}: finsam {got[key]}\n' for key in wanted if wanted[key] != got[key]))
    return compared, wrong


def all_worlds(finsam, generate, folder):
    """Each plan with the people of its marginals, and every plan with people at its limits."""
    os.makedirs(folder, exist_ok=True)
    plans = {}
    for file in sorted(glob.glob(os.path.join(ROOT, 'examples', 'people', '*.marginals.json'))
                       + glob.glob(os.path.join(ROOT, 'bench', 'plans', '*.marginals.json'))):
        with open(file, encoding='utf-8') as text:
            marginals = json.load(text)
        plan = os.path.normpath(os.path.join(os.path.dirname(file), marginals['plan']))
        name = os.path.basename(file).split('.')[0]
        people = os.path.join(folder, name + '.ndjson')
        subprocess.run([generate, file, '--people', '400', '--output', people], check=True)
        yield world(finsam, name, plan, marginals['as_of'], people)
        plans[name] = plan, marginals['as_of']
    plans['library'] = os.path.join(ROOT, 'examples', 'plans', 'library.plan.json'), '2026-03-01'
    for seed in range(RANDOM_PLANS):
        name = f'invented-{seed}'
        plan = os.path.join(folder, name + '.plan.json')
        with open(plan, 'w', encoding='utf-8') as to:
            json.dump(worlds.plan(seed), to)
        plans[name] = plan, ['2024-02-29', '2024-02-28'][seed % 4 == 3]
    for number, (name, (plan, as_of)) in enumerate(plans.items()):
        with open(plan, encoding='utf-8') as text:
            meant = plan_to_sql.translation(json.load(text), as_of)
        people = os.path.join(folder, name + '.limits.ndjson')
        with open(people, 'w', encoding='utf-8') as to:
            to.writelines(json.dumps(one) + '\n' for one in worlds.people(meant, 400, number))
        yield world(finsam, name + ' at its limits', plan, as_of, people)


def mutations():
    """Ways to read the specification wrongly, by name: what of the translation is replaced, and with what."""
    translation, column = plan_to_sql.translation, plan_to_sql.column
    cells, leaf, last_day, anniversary = column.cells, translation.leaf, translation.last_day, plan_to_sql.anniversary

    def withheld_is_seen(self, person, consents):
        return cells(self, person, [self.holder])

    def none_is_unknown(self, person, consents):
        return cells(self, {key: value for key, value in person.items() if value is not None}, consents)

    def comparator_replaced(wrong, right):
        return lambda self, fact, comparator, constant: leaf(self, fact, wrong if comparator == right else comparator, constant)

    def at_least_without_unknown(self, count, parts):
        return f'({" + ".join(f"COALESCE({one}, FALSE)" for one in parts)}) >= {count}'

    def newest_number(self, number):
        return self.parameters[number['parameter']][-1]['value'] if isinstance(number, dict) else number

    def rolls_over(since, unit, number, counted):
        begin = plan_to_sql.datetime.date.fromordinal(since)
        first = since - begin.day + 1
        return anniversary(since, unit, number, counted) if unit == 'days' or begin.day < 29 else \
            (*anniversary(first, unit, number, counted)[:2], begin.day)

    def without(key):
        return lambda self, one: translation_suits(self, {name: value for name, value in one.items() if name != key})
    translation_suits = translation.suits

    yield 'missing is no', translation, 'leaf', lambda *words: f'COALESCE({leaf(*words)}, FALSE)'
    yield 'withheld is seen', column, 'cells', withheld_is_seen
    yield 'none is unknown', column, 'cells', none_is_unknown
    yield 'a day late', translation, 'last_day', lambda self, constant: last_day(self, constant) - 1
    yield 'the 31st rolls over', plan_to_sql, 'anniversary', rolls_over
    for counted in ('month', 'july', 'year'):
        yield f'{counted} is day', plan_to_sql, 'anniversary', lambda since, unit, number, how, counted=counted: \
            anniversary(since, unit, number, 'day' if how == counted else how)
    for wrong, right in (('less_than', 'at_most'), ('at_most', 'less_than'), ('more_than', 'at_least'),
                         ('at_least', 'more_than'), ('before', 'on_or_before'), ('on_or_before', 'before'),
                         ('after', 'on_or_after'), ('on_or_after', 'after'), ('contains_any', 'contains_all'),
                         ('contains_all', 'contains_any'), ('not_reached', 'reached'), ('reached', 'not_reached')):
        yield f'{right} is {wrong}', translation, 'leaf', comparator_replaced(wrong, right)
    yield 'at_least_of without unknown', translation, 'at_least', at_least_without_unknown
    yield 'one fewer is enough', translation, 'at_least', \
        lambda self, count, parts, right=translation.at_least: right(self, count - 1, parts)
    yield 'the newest number', translation, 'resolved', newest_number
    yield 'nothing is required', translation, 'suits', without('requires_completed')
    yield 'versions are not in force', translation, 'in_force', lambda self, one: True


def notices(every):
    """A wrong reading must be told, and so must one wrong answer among all."""
    missed = 0
    readings = list(mutations())
    for name, owner, attribute, wrong in readings:
        right = getattr(owner, attribute)
        setattr(owner, attribute, wrong)
        try:
            told = any(compare(one)[1] for one in every)
        finally:
            setattr(owner, attribute, right)
        if not told:
            missed += 1
            print(f'not noticed: {name}')
    for key in ('needs_groups', 'interventions'):
        one = next(one for one in every if one.answers[-1][key])
        changed = json.loads(json.dumps(one.answers))
        last = changed[-1][key][-1]
        last['answer'] = 'unknown' if last['answer'] == 'no' else 'no'
        if not compare(one, changed)[1]:
            missed += 1
            print(f'not noticed: one of {key} changed')
    print(f'{len(readings) + 2} wrong readings, {missed} not noticed')
    return missed


def main(words):
    if len(words) not in (3, 4) or words[3:] not in ([], ['--notices']):
        sys.exit(__doc__)
    every = list(all_worlds(*words[:3]))
    if words[3:]:
        return 1 if notices(every) else 0
    compared = wrong = 0
    for one in every:
        counted, told = compare(one)
        compared += counted
        wrong += len(told)
        for text in told[:3]:
            print(text)
    print(f'{compared} answers compared, {wrong} wrong')
    return 1 if wrong or compared < 50_000 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
