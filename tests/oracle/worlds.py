# SPDX-License-Identifier: BSL-1.0
"""Invented plans with every comparator, and people on both sides of every limit that a plan has."""
import datetime
import random

CONSENTS = ['social_insurance_agency', 'public_employment_service', 'region', 'municipality', 'skatteverket']
WORDS = ['red', 'green', 'blue', 'grey', 'black']
FACTS = [
    {'name': 'alone', 'kind': 'boolean'}, {'name': 'registered', 'kind': 'boolean', 'holder': 'public_employment_service'},
    {'name': 'months', 'kind': 'integer', 'holder': 'municipality'}, {'name': 'income', 'kind': 'integer', 'holder': 'skatteverket'},
    {'name': 'birth_date', 'kind': 'date'}, {'name': 'sick_since', 'kind': 'date', 'holder': 'social_insurance_agency'},
    {'name': 'care_until', 'kind': 'date', 'holder': 'region'},
    {'name': 'colour', 'kind': 'choice', 'values': WORDS},
    {'name': 'benefit', 'kind': 'choice', 'values': WORDS[:3], 'holder': 'social_insurance_agency'},
    {'name': 'level', 'kind': 'choice', 'values': WORDS, 'ordered': True},
    {'name': 'barriers', 'kind': 'set', 'values': WORDS}, {'name': 'support', 'kind': 'set', 'values': WORDS[:4], 'holder': 'region'},
    {'name': 'district', 'kind': 'code'}, {'name': 'office', 'kind': 'code', 'holder': 'public_employment_service'},
]
ALWAYS = [{'name': 'municipality', 'kind': 'code'}, {'name': 'waiting_since', 'kind': 'date'},
          {'name': 'completed', 'kind': 'set', 'values': [f'step-{number}' for number in range(6)]}]
CODES = {'municipality': ['0114', '0115', '0117'], 'district': ['a', 'b', 'c'], 'office': ['north', 'south']}
NUMBERS = [-2**31, -1, 0, 1, 2, 6, 12, 180, 2**31 - 1]


class writer:
    """Writes criteria of a plan, each comparator as likely as any other of the kind."""

    def __init__(self, seed):
        self.dice = random.Random(seed)

    def some(self, values, least=1):
        return self.dice.sample(values, self.dice.randint(least, len(values)))

    def number(self, values, parameter):
        return {'parameter': parameter} if self.dice.random() < 0.3 else self.dice.choice(values)

    def day(self):
        return (datetime.date(2024, 2, 29) + datetime.timedelta(self.dice.randint(-900, 400))).isoformat()

    def reached(self):
        unit, few = self.dice.choice([('years', [0, 16, 19, 30, 1000]), ('months', [0, 1, 6, 13, 12000]),
                                      ('days', [0, 1, 90, 365, 400000])])
        how = {unit: self.number(few, 'length')}
        if self.dice.random() < 0.7:
            how['counted'] = self.dice.choice(['day', 'month', 'july', 'year'])
        return how

    def leaf(self):
        dice, fact = self.dice, self.dice.choice(FACTS + ALWAYS)
        kind, values = fact['kind'], fact.get('values')
        comparators = {
            'boolean': ['is'], 'set': ['contains', 'contains_any', 'contains_all', 'count_at_least'],
            'date': ['on_or_before', 'before', 'on_or_after', 'after', 'reached', 'reached', 'not_reached', 'is_none'],
            'choice': ['is', 'one_of', 'is_none'], 'code': ['is', 'one_of', 'is_none'],
            'integer': ['is', 'one_of', 'at_least', 'more_than', 'at_most', 'less_than', 'is_none']}[kind]
        if fact.get('ordered'):
            comparators = ['is', 'one_of', 'at_least', 'more_than', 'at_most', 'less_than']
        comparator = dice.choice(comparators)
        if comparator == 'is_none' or kind == 'boolean':
            constant = dice.random() < 0.5
        elif comparator in ('reached', 'not_reached'):
            constant = self.reached()
        elif kind == 'date':
            constant = self.day()
        elif comparator == 'count_at_least':
            constant = self.number([1, 2, 3], 'few')
        elif kind == 'integer':
            constant = [self.number(NUMBERS, 'length'), dice.choice(NUMBERS)] if comparator == 'one_of' else \
                self.number(NUMBERS, 'length')
        else:
            values = values or CODES[fact['name']]
            many = comparator in ('one_of', 'contains_any', 'contains_all')
            constant = self.some(values) if many else dice.choice(values)
        return {'fact': fact['name'], comparator: constant}

    def criterion(self, depth, rules):
        dice = self.dice
        if depth == 0 or dice.random() < 0.25:
            return {'rule': dice.choice(rules)} if rules and dice.random() < 0.3 else self.leaf()
        form = dice.choice(['all_of', 'any_of', 'none_of', 'at_least_of'])
        of = [self.criterion(depth - 1, rules) for _ in range(dice.choice([0, 1, 2, 2, 3, 3, 4]))]
        if form == 'at_least_of':
            more = [self.leaf() for _ in range(dice.choice([1, 2, 4]))]
            return {form: {'count': self.number([1, 2, 3, 4], 'few'), 'of': of + more}}
        return {form: of}


def plan(seed):
    """A plan with rules that have versions, and interventions and groups in force and not."""
    by = writer(seed)
    rules, names = [], []
    for number in range(5):
        name = f'rule-{number}'
        if number % 2:
            rules.append({'id': name, 'when': by.criterion(2, names), 'period': {'from': '2024-01-01', 'to': '2024-02-29'}})
            rules.append({'id': name, 'when': by.criterion(2, names), 'period': {'from': '2024-02-29'}})
        else:
            rules.append({'id': name, 'when': by.criterion(2, names)})
        names.append(name)
    pools = [[{'count': 3}], [{'municipalities': ['0114'], 'count': 1}], [{'municipalities': ['0115', '0117'], 'count': 0}],
             [{'municipalities': ['0117'], 'count': 2}, {'count': 1}], [], [{'count': 5}]]
    periods = [None, None, {'from': '2024-02-29'}, {'from': '2024-01-01', 'to': '2024-02-29'}]
    interventions = []
    for number in range(6):
        one = {'id': f'step-{number}', 'label': f'step {number}', 'kind': 'individual',
               'members': [{'member': 'af', 'duty': 'run'}, {'member': 'region', 'duty': 'provide'}], 'places': pools[number]}
        if number == 5:
            one = {'id': 'step-5', 'label': 'for staff', 'kind': 'structural', 'members': one['members']}
        elif number < 4:
            one['when'] = by.criterion(3, names)
        else:
            one['rule'] = by.dice.choice(names)
        if number in (1, 3):
            one['requires_completed'] = ['step-0', 'step-5'][:number]
        if number in (2, 4) and (period := by.dice.choice(periods)):
            one['period'] = period
        interventions.append(one)
    groups = [{'id': f'group-{number}', 'label': f'group {number}', 'priority': 1 + number // 2,
               **({'rule': by.dice.choice(names)} if number % 2 else {'when': by.criterion(3, names)}),
               **({'period': periods[2 + number // 2 % 2]} if number > 3 else {})} for number in range(6)]
    return {
        'format': 'finsam-plan/1', 'id': f'invented-{seed}', 'association': {'name': 'invented', 'area': CODES['municipality']},
        'period': {'from': '2024-01-01', 'to': '2025-01-01'},
        'members': [{'id': 'fk', 'party': 'social_insurance_agency', 'name': 'fk'},
                    {'id': 'af', 'party': 'public_employment_service', 'name': 'af'},
                    {'id': 'region', 'party': 'region', 'name': 'region', 'code': '01'},
                    *({'id': f'm-{code}', 'party': 'municipality', 'name': code, 'code': code} for code in CODES['municipality'])],
        'others': [{'id': 'skatteverket', 'name': 'Skatteverket'}], 'facts': FACTS,
        'parameters': [{'id': 'length', 'values': [{'from': '2000-01-01', 'value': 18}, {'from': '2024-02-29', 'value': 20},
                                                   {'from': '2024-03-01', 'value': 3}]},
                       {'id': 'few', 'values': [{'from': '2023-01-01', 'value': 2}, {'from': '2024-06-01', 'value': 1}]}],
        'rules': rules, 'needs_groups': groups, 'interventions': interventions}


def leaves(thing):
    """Every condition that stands anywhere in a plan."""
    if isinstance(thing, dict):
        if 'fact' in thing:
            yield thing
        for inner in thing.values():
            yield from leaves(inner)
    elif isinstance(thing, list):
        for inner in thing:
            yield from leaves(inner)


def limits(meant):
    """For each fact the constants it is compared with; dates as numbers of days."""
    found = {one.name: [] for one in meant.columns}
    for leaf in leaves(meant.plan):
        at = found[leaf['fact']]
        for comparator, constant in leaf.items():
            if comparator in ('reached', 'not_reached'):
                at.append(meant.last_day(constant))
            elif comparator not in ('fact', 'label', 'cite', 'is_none'):
                many = constant if isinstance(constant, list) else [constant]
                at += [datetime.date.fromisoformat(one).toordinal() if meant.named[leaf['fact']].kind == 'date'
                       else meant.resolved(one) for one in many]
    return found


def value(dice, at, limits_of, month_ends):
    """A value of the fact, as often as not at a limit of the plan or beside it."""
    if at.kind == 'boolean':
        return dice.random() < 0.5
    if at.kind in ('choice', 'set'):
        values = list(at.numbers)
        return dice.choice(values) if at.kind == 'choice' else [one for one in values if dice.random() < 0.4]
    if at.kind == 'code':
        return dice.choice(limits_of + ['0188' if at.name == 'municipality' else 'elsewhere'])
    near = dice.choice(limits_of or [0]) + dice.choice([-1, 0, 0, 1])
    if at.kind == 'integer':
        return max(-2**31, min(2**31 - 1, near if dice.random() < 0.7 else dice.randint(-2, 400)))
    some = near if dice.random() < 0.6 else dice.choice(month_ends) + dice.choice([-1, 0, 1])
    return datetime.date.fromordinal(max(1, min(datetime.date.max.toordinal(), some))).isoformat()


def people(meant, count, seed):
    """People of whom much is not on record, none or withheld, as the lines of a file."""
    dice = random.Random(seed)
    found = limits(meant)
    found['municipality'] += meant.plan['association']['area']
    today = datetime.date.fromisoformat(meant.as_of)
    month_ends = [datetime.date(year, month, 1).toordinal() for year in range(today.year - 31, today.year + 1)
                  for month in range(1, 13)]
    for number in range(count):
        one = {'id': f'person-{number}', 'consents': [who for who in meant_holders(meant) if dice.random() < 0.8]}
        for at in meant.columns:
            state = dice.random()
            if state < 0.2:
                continue
            none = at.none is not None and not at.ordered and at.name != 'municipality' and state < 0.35
            one[at.name] = None if none else value(dice, at, found[at.name], month_ends)
        yield one


def meant_holders(meant):
    return CONSENTS[:4] + [one['id'] for one in meant.plan.get('others', [])]
