# SPDX-License-Identifier: BSL-1.0
"""What the engines that Python drives share: the questions, the queries over them, and the clocks."""
import json
import statistics
import time

FORMS = ['a WHERE for each rule', 'two WHEREs for each rule', 'one query, counts of all rules']


def questions(folder):
    with open(f'{folder}/questions.json', encoding='utf-8') as file:
        return json.load(file)


def queries(asked, form):
    """A query for each rule, then one for each that says what is not met; or one for all, no and yes in turn."""
    conditions = [sql for _, sql in asked['interventions']]
    if form == FORMS[2]:
        columns = ', '.join(f'{sql} AS q{at}' for at, sql in enumerate(conditions))
        counts = ', '.join(f'count(*) FILTER (WHERE NOT q{at}), count(*) FILTER (WHERE q{at})'
                           for at in range(len(conditions)))
        # Without a LIMIT the conditions would be written into the counts, and worked out twice.
        return [f'SELECT {counts} FROM (SELECT {columns} FROM people LIMIT 1000000000) AS answers']
    yes = [f'SELECT count(*) FROM people WHERE {sql}' for sql in conditions]
    return yes if form == FORMS[0] else [f'SELECT count(*) FROM people WHERE NOT {sql}' for sql in conditions] + yes


def measured(asked, form, runs, ask, cpu_clock):
    """The median of some runs, in nanoseconds a person; `ask` gives the numbers in the row that a query says."""
    wall, cpu = [], []
    sql = queries(asked, form)
    for _ in range(runs):
        since, used = time.perf_counter(), cpu_clock()
        numbers = [int(number) for one in sql for number in ask(one)]
        wall.append(time.perf_counter() - since)
        cpu.append(cpu_clock() - used)
    ids = [name for name, _ in asked['interventions']]
    if form == FORMS[2]:
        no, yes = numbers[::2], numbers[1::2]
    else:
        no, yes = (numbers[:-len(ids)] or [None] * len(ids)), numbers[-len(ids):]
    people = asked['people']
    return {'form': form, 'gives': 'no and yes' if no[0] is not None else 'yes',
            'wall_ns': statistics.median(wall) * 1e9 / people, 'cpu_ns': statistics.median(cpu) * 1e9 / people,
            'counts': {name: [no[at], None if no[at] is None else people - no[at] - yes[at], yes[at]]
                       for at, name in enumerate(ids)}}
