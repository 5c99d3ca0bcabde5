#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes the plan that the benchmarks use: an invented association with N individual interventions.

    python3 generate.py N > NAME.plan.json
    python3 generate.py N --count

The same N gives the same bytes everywhere, and the first 20 interventions of 200 are those of 20, so that one file of
people (twenty.marginals.json) does for every N. `twenty.plan.json` is what N = 20 gives. Conditions of a rule are about
different facts, so none can be impossible to meet. `--count` tells how many conditions the rules have, references to
named rules followed, and how many of them are different.
"""
import json
import random
import sys

SEED = 1544  # the first with which 20 rules have 118 conditions, 75 of them different, about all facts

AREA = {'0301': 'north', '0302': 'south', '0303': 'east', '0304': 'west'}
AGENCY, EMPLOYMENT, REGION, MUNICIPALITY = PARTIES = (
    'social_insurance_agency', 'public_employment_service', 'region', 'municipality')
SCHOOLING = ['none', 'some', 'compulsory', 'upper_secondary', 'tertiary']
SWEDISH = ['none', 'a1', 'a2', 'b1', 'b2', 'c1']
BENEFITS = ['sickness_benefit', 'rehabilitation_benefit', 'activity_compensation', 'sickness_compensation',
            'parental_benefit']
PROGRAMMES = ['job_guarantee', 'youth_guarantee', 'introduction', 'subsidised_job', 'work_training']
LANGUAGES = ['sv', 'ar', 'so', 'ti', 'fa', 'en', 'other']
BARRIERS = ['mental_ill_health', 'pain', 'addiction', 'debt', 'housing', 'language', 'loneliness', 'violence']
DISTRICTS = [f'd{number:02}' for number in range(1, 41)]

# name, kind, Swedish and English label, and what is particular to it
FACTS = [
    ('in_work', 'boolean', 'arbetar', 'in work', {}),
    ('wants_work', 'boolean', 'vill arbeta', 'wants to work', {}),
    ('own_housing', 'boolean', 'har egen bostad', 'has housing of their own', {}),
    ('driving_licence', 'boolean', 'har körkort', 'has a driving licence', {}),
    ('disability_code', 'boolean', 'kod för funktionsnedsättning', 'disability code', {'holder': EMPLOYMENT}),
    ('registered', 'boolean', 'inskriven', 'registered as looking for work', {'holder': EMPLOYMENT}),
    ('care_contact', 'boolean', 'har vårdkontakt', 'in contact with health care', {'holder': REGION}),
    ('case_worker', 'boolean', 'har socialsekreterare', 'has a case worker', {'holder': MUNICIPALITY}),
    ('birth_date', 'date', 'födelsedatum', 'date of birth', {}),
    ('residence_since', 'date', 'bosatt sedan', 'resident since', {}),
    ('sick_since', 'date', 'sjukskriven sedan', 'on sick leave since', {'holder': AGENCY}),
    ('unemployed_since', 'date', 'arbetslös sedan', 'unemployed since', {'holder': EMPLOYMENT}),
    ('assistance_since', 'date', 'bistånd sedan', 'on social assistance since', {'holder': MUNICIPALITY}),
    ('benefit_percent', 'integer', 'ersättningens omfattning', 'extent of the benefit', {'holder': AGENCY}),
    ('assistance_months', 'integer', 'månader med bistånd', 'months of assistance', {'holder': MUNICIPALITY}),
    ('children', 'integer', 'barn i hushållet', 'children in the household', {}),
    ('hours_wanted', 'integer', 'önskade timmar i veckan', 'hours wanted a week', {}),
    ('schooling', 'choice', 'skolgång', 'schooling', {'values': SCHOOLING, 'ordered': True}),
    ('swedish', 'choice', 'svenska', 'Swedish', {'values': SWEDISH, 'ordered': True}),
    ('benefit', 'choice', 'ersättning', 'benefit', {'values': BENEFITS, 'holder': AGENCY}),
    ('programme', 'choice', 'program', 'programme', {'values': PROGRAMMES, 'holder': EMPLOYMENT}),
    ('language', 'choice', 'språk', 'language', {'values': LANGUAGES}),
    ('barriers', 'set', 'hinder', 'barriers', {'values': BARRIERS}),
    ('support_from', 'set', 'behöver stöd från', 'needs support from', {'values': list(PARTIES)}),
    ('district', 'code', 'distrikt', 'district', {}),
]

LONG_SICK = {'parameter': 'long-term-sick-days'}
LONG_ASSISTANCE = {'parameter': 'long-term-assistance-months'}
OF_AGE = [{'fact': 'birth_date', 'reached': {'years': {'parameter': 'lowest-age'}}},
          {'fact': 'birth_date', 'not_reached': {'years': {'parameter': 'highest-age'}}}]

# id, Swedish and English label, criterion
RULES = [
    ('working-age', 'i arbetsför ålder', 'of working age', {'all_of': OF_AGE}),
    ('young', 'ung', 'young', {'all_of': [
        {'fact': 'birth_date', 'reached': {'years': 16}},
        {'fact': 'birth_date', 'not_reached': {'years': 30, 'counted': 'month'}}]}),
    ('not-in-work', 'utan arbete', 'not in work', {'fact': 'in_work', 'is': False}),
    ('outside-work', 'utanför arbetslivet', 'outside work', {'all_of': [
        {'rule': 'working-age'}, {'rule': 'not-in-work'}]}),
    ('long-term-sick', 'långtidssjukskriven', 'on long-term sick leave',
     {'fact': 'sick_since', 'reached': {'days': LONG_SICK}}),
    ('long-unemployed', 'långtidsarbetslös', 'long unemployed', {'all_of': [
        {'fact': 'registered', 'is': True}, {'fact': 'unemployed_since', 'reached': {'months': 12}}]}),
    ('long-assistance', 'långvarigt bistånd', 'long on social assistance',
     {'fact': 'assistance_months', 'at_least': LONG_ASSISTANCE}),
    ('complex-needs', 'sammansatta behov', 'complex needs', {'fact': 'barriers', 'count_at_least': 2}),
    ('coordinated-support', 'behöver samordnat stöd', 'needs coordinated support',
     {'fact': 'support_from', 'count_at_least': 2}),
    ('little-schooling', 'kort skolgång', 'little schooling', {'fact': 'schooling', 'less_than': 'upper_secondary'}),
    ('little-swedish', 'lite svenska', 'little Swedish', {'any_of': [
        {'fact': 'swedish', 'at_most': 'a2'}, {'fact': 'programme', 'is': 'introduction'}]}),
    ('followed', 'har kontakter', 'is followed', {'any_of': [
        {'fact': 'care_contact', 'is': True}, {'fact': 'case_worker', 'is': True}]}),
    ('benefit-in-part', 'ersättning på deltid', 'benefit in part', {'all_of': [
        {'fact': 'benefit', 'one_of': ['sickness_benefit', 'rehabilitation_benefit']},
        {'fact': 'benefit_percent', 'less_than': 100}]}),
]
WHEN = {name: when for name, _, _, when in RULES}


def leaves(criterion):
    """Every condition, references to named rules followed."""
    if 'fact' in criterion:
        yield criterion
    elif 'rule' in criterion:
        yield from leaves(WHEN[criterion['rule']])
    else:
        of, = criterion.values()
        for child in of['of'] if isinstance(of, dict) else of:
            yield from leaves(child)


class dice:
    """Built on `random()` alone, the one method whose numbers no release of Python may change."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def choice(self, of):
        return of[self.between(0, len(of) - 1)]

    def sample(self, of, count):
        """Different ones, in the order in which they stand."""
        left = list(of)
        while len(left) > count:
            del left[self.between(0, len(left) - 1)]
        return left


class author:
    """Writes rules, one after the other."""

    def __init__(self, seed):
        self.dice = dice(seed)
        self.least_used = {name: 0 for name, *_ in FACTS} | {'waiting_since': 0}

    def usual(self, few, many):
        """As often as not one of the numbers that associations agree on, else any."""
        return self.dice.choice(few) if self.dice.random() < 0.5 else self.dice.choice(many)

    def reached(self, unit, few, many):
        return {self.dice.choice(['reached', 'reached', 'not_reached']): {unit: self.usual(few, many)}}

    def comparison(self, few, many):
        words = ['at_least', 'at_least', 'at_most', 'more_than', 'less_than']
        return {self.dice.choice(words): self.usual(few, many)}

    def some(self, values, most=3):
        return self.dice.sample(values, self.dice.between(2, most))

    def condition(self, fact):
        """A condition about the fact that some value meets and some value does not."""
        dice = self.dice
        kind = next((kind for name, kind, *_ in FACTS if name == fact), 'date')
        if kind == 'boolean':
            return {'fact': fact, 'is': dice.random() < 0.75}
        if fact == 'birth_date':
            how = self.reached('years', [18, 25, 30, 60], range(17, 66))
            if dice.random() < 0.3:
                how[next(iter(how))]['counted'] = dice.choice(['month', 'july', 'year'])
            return {'fact': fact, **how}
        if kind == 'date':
            if fact == 'residence_since' and dice.random() < 0.4:
                return {'fact': fact, dice.choice(['before', 'on_or_after']): f'{self.usual([2016, 2020], range(2005, 2025))}-01-01'}
            if fact != 'residence_since' and dice.random() < 0.15:
                return {'fact': fact, 'is_none': True}
            return {'fact': fact, **self.reached('months', [6, 12, 24], range(2, 61))}
        if kind == 'integer':
            few, many = {'benefit_percent': ([50, 75], [25, 50, 75]), 'assistance_months': ([6, 10], range(1, 12)),
                         'children': ([1, 2], range(1, 6)), 'hours_wanted': ([10, 20], range(5, 40))}[fact]
            return {'fact': fact, **self.comparison(few, many)}
        if fact in ('schooling', 'swedish'):
            values = {'schooling': SCHOOLING, 'swedish': SWEDISH}[fact]
            return {'fact': fact, **dice.choice([{'at_least': values[2]}, {'at_most': values[2]},
                                                 {'less_than': values[3]}, {'more_than': dice.choice(values[:-1])}])}
        if kind == 'choice':
            values = {'benefit': BENEFITS, 'programme': PROGRAMMES, 'language': LANGUAGES}[fact]
            return {'fact': fact, **dice.choice([{'is': dice.choice(values[:3])}, {'one_of': self.some(values[:4])},
                                                 {'is_none': True}])}
        if kind == 'set':
            values = {'barriers': BARRIERS, 'support_from': list(PARTIES)}[fact]
            return {'fact': fact, **dice.choice([
                {'contains': dice.choice(values)}, {'contains_any': self.some(values)},
                {'contains_all': self.some(values, 2)}, {'count_at_least': dice.choice([1, 2, 3])}])}
        return {'fact': fact, 'one_of': self.some(DISTRICTS, 8)}

    def facts(self, count, but):
        """Facts not told about yet in the rule, those that the rules are rarely about more often."""
        free = sorted((name for name in self.least_used if name not in but),
                      key=lambda name: (self.least_used[name] + self.dice.random() * 3))
        for name in free[:count]:
            self.least_used[name] += 1
        return free[:count]

    def rule(self, number):
        """Between four and eight conditions about different facts, some of them by named rules."""
        wanted = self.dice.between(4, 8)
        parts, used = [], set()
        names = [self.dice.choice(['working-age', 'working-age', 'outside-work', 'young']), RULES[number % len(RULES)][0]]
        for name in names[self.dice.random() < 0.4:]:
            about = {leaf['fact'] for leaf in leaves(WHEN[name])}
            if not about & used:
                parts.append({'rule': name})
                used |= about
        wanted = max(1, wanted - sum(1 for part in parts for _ in leaves(part)))
        while wanted > 0:
            form = self.dice.choice(['leaf', 'leaf', 'leaf', 'any_of', 'none_of', 'at_least_of'])
            size = min(wanted, {'leaf': 1, 'any_of': 2, 'none_of': self.dice.between(1, 2), 'at_least_of': 3}[form])
            of = [self.condition(fact) for fact in self.facts(size, used)]
            used |= {leaf['fact'] for leaf in of}
            if form == 'none_of':
                parts.append({'none_of': of})
            elif size == 1:
                parts += of
            elif form == 'at_least_of' and size == 3:
                parts.append({'at_least_of': {'count': 2, 'of': of}})
            else:
                parts.append({'any_of': of})
            wanted -= size
        return {'all_of': parts}

    def places(self, number):
        codes = list(AREA)
        count = self.dice.choice([8, 12, 20, 30])
        if number % 3 == 0:
            return [{'count': count}]
        some = self.dice.sample(codes, self.dice.between(1, 3))
        pools = [{'municipalities': some, 'count': count}]
        return pools + [{'count': 10}] if number % 3 == 1 and len(some) < len(codes) else pools

    def intervention(self, number):
        home = list(AREA.values())[number % len(AREA)]
        other = ['employment', 'insurance', 'region'][number % 3]
        one = {'id': f'intervention-{number + 1}',
               'label': {'sv': f'Insats {number + 1}', 'en': f'Intervention {number + 1}'},
               'kind': 'individual', 'when': self.rule(number),
               'members': [{'member': home, 'duty': 'run'}, {'member': other, 'duty': 'provide'}],
               'places': self.places(number)}
        if number % 5 == 4:
            one['requires_completed'] = ['intervention-1']
        return one


def interventions(count, seed=SEED):
    writer = author(seed)
    return [writer.intervention(number) for number in range(count)]


def counted(made):
    """How many conditions, how many different ones, and the facts and named rules that stand in them."""
    all_leaves = [leaf for one in made for leaf in leaves(one['when'])]
    return (len(all_leaves), len({json.dumps(leaf, sort_keys=True) for leaf in all_leaves}),
            {leaf['fact'] for leaf in all_leaves})


def cited(provision):
    return {'source': 'invented', 'provision': provision}


def plan(count):
    return {
        'format': 'finsam-plan/1', 'id': f'rules-{count}',
        'association': {'name': {'sv': 'Påhittat samordningsförbund', 'en': 'An invented coordination association'},
                        'area': list(AREA)},
        'period': {'from': '2026-01-01', 'to': '2027-01-01'},
        'members': [
            {'id': 'insurance', 'party': AGENCY, 'name': 'Försäkringskassan'},
            {'id': 'employment', 'party': EMPLOYMENT, 'name': 'Arbetsförmedlingen'},
            {'id': 'region', 'party': REGION, 'name': 'Regionen', 'code': '03'},
            *({'id': name, 'party': MUNICIPALITY, 'name': f'Kommun {code}', 'code': code}
              for code, name in AREA.items())],
        'facts': [{'name': name, 'kind': kind, **more, 'label': {'sv': sv, 'en': en}}
                  for name, kind, sv, en, more in FACTS],
        'parameters': [
            {'id': 'lowest-age', 'values': [{'from': '2004-01-01', 'value': 20}, {'from': '2018-04-12', 'value': 16}]},
            {'id': 'highest-age', 'values': [{'from': '2004-01-01', 'value': 65}, {'from': '2023-01-01', 'value': 66}]},
            {'id': 'long-term-sick-days', 'values': [{'from': '2004-01-01', 'value': 180}]},
            {'id': 'long-term-assistance-months', 'values': [{'from': '2004-01-01', 'value': 10}]}],
        'rules': [{'id': name, 'when': when, 'label': {'sv': sv, 'en': en}} for name, sv, en, when in RULES],
        'needs_groups': [
            {'id': 'long-term-sick', 'label': 'långtidssjukskrivna', 'rule': 'long-term-sick', 'priority': 1},
            {'id': 'young', 'label': 'unga', 'rule': 'young', 'priority': 1},
            {'id': 'complex-needs', 'label': 'sammansatta behov', 'rule': 'complex-needs', 'priority': 2}],
        'interventions': interventions(count),
        'mandates': [{'id': 'placement', 'member': 'employment', 'purpose': 'placement',
                      'cite': cited('no such agreement exists')}],
        'matching': {'policy': 'stable', 'waiting_bucket_days': 30, 'seed': '7477656e74792072756c65732d2d2d2d'},
        'cite': cited('for measuring; no association has agreed on this')}


def text(document):
    """One line for each thing in a list, so that a difference can be read."""
    def line(value):
        return json.dumps(value, ensure_ascii=False)
    parts = []
    for key, value in document.items():
        many = isinstance(value, list) and isinstance(value[0], dict)
        inner = ',\n'.join('    ' + line(one) for one in value) if many else None
        parts.append(f'  {line(key)}: ' + (f'[\n{inner}\n  ]' if many else line(value)))
    return '{\n' + ',\n'.join(parts) + '\n}\n'


def main(words):
    if not words or not words[0].isdecimal() or int(words[0]) < 1 or words[1:] not in ([], ['--count']):
        sys.exit(__doc__)
    if words[1:]:
        conditions, different, facts = counted(interventions(int(words[0])))
        print(f'{conditions} conditions, {different} different, about {len(facts)} facts')
    else:
        sys.stdout.buffer.write(text(plan(int(words[0]))).encode())


if __name__ == '__main__':
    main(sys.argv[1:])
