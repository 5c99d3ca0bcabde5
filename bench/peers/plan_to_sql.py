#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What a plan's rules mean, as three-valued SQL: another reading of the specification, with none of the library's code.

    python3 plan_to_sql.py PLAN AS_OF PEOPLE.ndjson FOLDER

writes FOLDER/people.csv and FOLDER/questions.json for the engines in this folder. In a column NULL says
that the fact is not on record or withheld, and SQL's AND, OR and NOT are then Kleene's; what is known to be none is a
value of its own, below every other, so that no comparison is met by it.

    boolean      BOOLEAN
    integer      SMALLINT (or wider), none is the lowest
    date         INTEGER, 1 is 0001-01-01, none is 0
    choice code  SMALLINT, 1 and up, none is 0
    set          a bit for each value; how many are set stands in a column of its own where a rule counts them
"""
import calendar
import csv
import datetime
import itertools
import json
import math
import os
import sys

LAST_DAY = datetime.date.max.toordinal()
ALWAYS = [{'name': 'municipality', 'kind': 'code'}, {'name': 'waiting_since', 'kind': 'date'},
          {'name': 'completed', 'kind': 'set'}]


def day_number(text):
    return datetime.date.fromisoformat(text).toordinal()


def anniversary(since, unit, number, counted):
    """The day (year, month, day) on which a length of time that begins on the day numbered `since` is reached."""
    if unit == 'days':
        if since + number > LAST_DAY:  # after every reference date, however it is counted
            return (10_000, 1, 1)
        then = datetime.date.fromordinal(since + number)
        reached = (then.year, then.month, then.day)
    else:
        begin = datetime.date.fromordinal(since)
        months = begin.year * 12 + begin.month - 1 + number * (12 if unit == 'years' else 1)
        year, month = months // 12, months % 12 + 1
        last = 29 if month == 2 and calendar.isleap(year) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        reached = (year, month, min(begin.day, last))
    return {'day': reached, 'month': (*reached[:2], 1), 'july': (reached[0], 7, 1), 'year': (reached[0], 1, 1)}[counted]


class column:
    """A fact as a column; `none` is the number that says so, or nothing where none is not allowed."""

    def __init__(self, fact, values, wide):
        self.name, self.kind, self.holder = fact['name'], fact['kind'], fact.get('holder')
        self.ordered = fact.get('ordered', False)
        self.sql = '"%s"' % self.name
        self.counted = False
        self.numbers = {value: number for number, value in enumerate(values)}
        if self.kind == 'set' and len(values) > 62:
            raise ValueError(f'{self.name}: too many values for the bits of a number')
        self.none = {'integer': -2**40 if wide else -2**15, 'date': 0, 'choice': 0, 'code': 0}.get(self.kind)
        self.type = {'boolean': 'BOOLEAN', 'integer': 'BIGINT' if wide else 'SMALLINT', 'date': 'INTEGER',
                     'choice': 'SMALLINT', 'code': 'SMALLINT',
                     'set': 'SMALLINT' if len(values) < 16 else 'BIGINT'}[self.kind]

    def number(self, value):
        """The number that stands for a value; a code gets one when it is first met."""
        if self.kind == 'date':
            return day_number(value)
        if self.kind == 'set':
            return sum(1 << self.numbers[one] for one in value)
        if self.kind == 'code':
            return self.numbers.setdefault(value, len(self.numbers)) + 1
        if self.kind == 'choice':
            return self.numbers[value] + 1
        if self.kind == 'integer' and self.type == 'SMALLINT' and not -2**15 < value < 2**15:
            raise ValueError(f'{self.name}: {value} does not fit')
        return value

    def cells(self, person, consents):
        """What stands in the person's row: NULL is not on record or withheld."""
        cell = None
        if self.name in person and (self.holder is None or self.holder in consents):
            value = person[self.name]
            cell = self.none if value is None else self.number(value)
        if self.counted:
            return [cell, None if cell is None else cell.bit_count()]
        return [cell]

    # Every comparison names the column once, and is false where the fact is none.
    def between(self, low, high):
        if low is None:
            low = self.none if self.ordered else self.none + 1
        return f'{self.sql} BETWEEN {low} AND {high}'


class translation:
    """A plan on a reference date: its columns, and a condition in SQL for each question in force."""

    def __init__(self, plan, as_of, wide=True):
        self.plan, self.as_of = plan, as_of
        ids = [one['id'] for one in plan['interventions']]
        self.columns = [column(fact, ids if fact['name'] == 'completed' else fact.get('values', []), wide)
                        for fact in ALWAYS + plan['facts']]
        self.named = {one.name: one for one in self.columns}
        self.parameters = {one['id']: one['values'] for one in plan.get('parameters', [])}
        self.needs_groups = [(one['id'], self.asked(one)) for one in plan['needs_groups'] if self.in_force(one)]
        self.interventions = [(one['id'], self.suits(one)) for one in plan['interventions']
                              if one['kind'] == 'individual' and self.in_force(one)]

    def in_force(self, one):
        period = one.get('period', self.plan['period'])
        return period['from'] <= self.as_of and ('to' not in period or self.as_of < period['to'])

    def resolved(self, number):
        """A number, or the value of a parameter on the reference date."""
        if isinstance(number, dict):
            return [one['value'] for one in self.parameters[number['parameter']] if one['from'] <= self.as_of][-1]
        return number

    def asked(self, one):
        return self.criterion(one['when'] if 'when' in one else {'rule': one['rule']})

    def suits(self, intervention):
        """Served by a pool, and what is required is completed, and the rule."""
        served = set()
        for pool in intervention['places']:
            served.update(pool.get('municipalities', self.plan['association']['area']))
        parts = [self.one_of(self.named['municipality'], sorted(served))]
        if intervention.get('requires_completed'):
            parts.append(self.leaf('completed', 'contains_all', intervention['requires_completed']))
        return self.joined('AND', parts + [self.asked(intervention)])

    def joined(self, word, parts):
        if len(parts) == 1:
            return parts[0]
        return '(' + f' {word} '.join(parts) + ')' if parts else {'AND': 'TRUE', 'OR': 'FALSE'}[word]

    def criterion(self, one):
        form = next(key for key in one if key not in ('label', 'cite'))
        if form == 'fact':
            comparator = next(key for key in one if key not in ('fact', 'label', 'cite'))
            return self.leaf(one['fact'], comparator, one[comparator])
        if form == 'rule':
            return self.criterion(next(rule for rule in self.plan['rules']
                                       if rule['id'] == one['rule'] and self.in_force(rule))['when'])
        if form == 'at_least_of':
            return self.at_least(self.resolved(one[form]['count']), [self.criterion(child) for child in one[form]['of']])
        parts = [self.criterion(child) for child in one[form]]
        if form == 'none_of':
            return '(NOT ' + self.joined('OR', parts) + ')'
        return self.joined({'all_of': 'AND', 'any_of': 'OR'}[form], parts)

    def at_least(self, count, parts):
        """Yes if so many are yes, no if too few could be. Every choice of so many written out says the same."""
        count = max(count, 0)
        if math.comb(len(parts), count) <= 10:
            return self.joined('OR', [self.joined('AND', list(some)) for some in itertools.combinations(parts, count)])
        yes = ' + '.join(f'CASE WHEN {one} THEN 1 ELSE 0 END' for one in parts)
        no = ' + '.join(f'CASE WHEN NOT {one} THEN 1 ELSE 0 END' for one in parts)
        return f'(CASE WHEN {yes} >= {count} THEN TRUE WHEN {len(parts)} - ({no}) < {count} THEN FALSE ELSE NULL END)'

    def one_of(self, at, values):
        numbers = sorted({at.number(value) for value in values}) or [-1]  # nothing has that number
        if len(numbers) == 1:
            return f'{at.sql} = {numbers[0]}'
        return f'{at.sql} IN ({", ".join(map(str, numbers))})'

    def leaf(self, fact, comparator, constant):
        at = self.named[fact]
        if comparator == 'is_none':
            return f'{at.sql} {"=" if constant else "<>"} {at.none}'
        if at.kind == 'boolean':
            return at.sql if constant else f'(NOT {at.sql})'
        if at.kind == 'set':
            return self.set_leaf(at, comparator, constant)
        if comparator in ('reached', 'not_reached'):
            day = self.last_day(constant)
            return at.between(None, day) if comparator == 'reached' else f'{at.sql} > {day}'
        if comparator == 'one_of':
            return self.one_of(at, [self.resolved(one) for one in constant])
        constant = at.number(self.resolved(constant))
        return {
            'is': lambda: f'{at.sql} = {constant}',
            'at_least': lambda: f'{at.sql} >= {constant}', 'on_or_after': lambda: f'{at.sql} >= {constant}',
            'more_than': lambda: f'{at.sql} > {constant}', 'after': lambda: f'{at.sql} > {constant}',
            'at_most': lambda: at.between(None, constant), 'on_or_before': lambda: at.between(None, constant),
            'less_than': lambda: at.between(None, constant - 1), 'before': lambda: at.between(None, constant - 1),
        }[comparator]()

    def set_leaf(self, at, comparator, constant):
        if comparator == 'count_at_least':
            at.counted = True
            return f'"{at.name} count" >= {self.resolved(constant)}'
        mask = at.number([constant] if comparator == 'contains' else constant)
        if comparator == 'contains_all':
            return f'({at.sql} & {mask}) = {mask}'
        return f'({at.sql} & {mask}) <> 0'

    def last_day(self, constant):
        """The last day from which the length of time is reached on the reference date; a later day reaches it later."""
        unit = next(key for key in constant if key != 'counted')
        number, counted = self.resolved(constant[unit]), constant.get('counted', 'day')
        today = tuple(map(int, self.as_of.split('-')))
        low, high = 0, LAST_DAY
        while low < high:
            middle = (low + high + 1) // 2
            if anniversary(middle, unit, number, counted) <= today:
                low = middle
            else:
                high = middle - 1
        return low

    def names_and_types(self):
        for one in self.columns:
            yield one.name, one.type
            if one.counted:
                yield one.name + ' count', 'SMALLINT'

    def row(self, person):
        consents = person.get('consents', [])
        return [cell for one in self.columns for cell in one.cells(person, consents)]


def main(words):
    if len(words) != 4:
        sys.exit(__doc__)
    plan, as_of, people, folder = words
    with open(plan, encoding='utf-8') as file:
        meant = translation(json.load(file), as_of, wide=False)
    with open(people, encoding='utf-8') as lines, open(os.path.join(folder, 'people.csv'), 'w', encoding='utf-8') as to:
        rows = csv.writer(to, lineterminator='\n')
        rows.writerow(name for name, _ in meant.names_and_types())
        count = 0
        for line in lines:
            rows.writerow({True: 'true', False: 'false'}[cell] if isinstance(cell, bool) else cell
                          for cell in meant.row(json.loads(line)))
            count += 1
    with open(os.path.join(folder, 'questions.json'), 'w', encoding='utf-8') as to:
        json.dump({'people': count, 'columns': list(meant.names_and_types()), 'interventions': meant.interventions}, to,
                  indent=1)


if __name__ == '__main__':
    main(sys.argv[1:])
