#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures finsam beside other engines: the same rules, the same people, the same counts.

    python3 compare.py [--build build/release] [--work build/peers] [--runs 5] [--people N] [--plan FILE] [ENGINE ...]

Engines: finsam polars duckdb postgresql sqlite; all that are there when none is named. `finsam gaps` says what the
counts of yes, unknown and no must be; an engine that counts otherwise is an error, exit status 1. One that is not
installed is named and left out. Each has a million people, SQLite 100 000, or what `--people` says. See README.md here.
"""
import argparse
import glob
import importlib.util
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
AS_OF, MANDATE = '2026-03-01', 'placement'
PEOPLE = {'finsam': 1_000_000, 'polars': 1_000_000, 'duckdb': 1_000_000, 'postgresql': 1_000_000, 'sqlite': 100_000}


def run(*words, **more):
    return subprocess.run(words, check=True, **more)


def json_of(*words, **more):
    return json.loads(run(*words, stdout=subprocess.PIPE, **more).stdout)


def missing(engine, work):
    """Why the engine cannot be measured here, or nothing."""
    packages = os.path.join(work, 'node_modules')
    if engine in ('polars', 'duckdb'):
        if not shutil.which('node'):
            return 'there is no node'
        package = {'polars': 'nodejs-polars', 'duckdb': '@duckdb/node-api'}[engine]
        if not os.path.isdir(os.path.join(packages, package)):
            return f'{package} is not in {packages}'
    if engine == 'postgresql' and not glob.glob('/usr/lib/postgresql/*/bin/initdb'):
        return 'there is no PostgreSQL server'
    if engine == 'sqlite' and importlib.util.find_spec('sqlite3') is None:
        return 'this python3 has no sqlite3'
    return None


class comparison:
    def __init__(self, options):
        self.options = options
        self.plan = os.path.abspath(options.plan)
        self.build, self.work = os.path.abspath(options.build), os.path.abspath(options.work)
        self.folders = {}

    def people(self, count):
        """A folder with so many people, as the engines want them, and what finsam says about them."""
        if count in self.folders:
            return self.folders[count]
        folder = os.path.join(self.work, f'{count}-people')
        os.makedirs(folder, exist_ok=True)
        people = os.path.join(folder, 'people.ndjson')
        run(os.path.join(self.build, 'generate_people'), os.path.join(ROOT, 'bench', 'plans', 'twenty.marginals.json'),
            '--people', str(count), '--output', people)
        run(sys.executable, '-B', os.path.join(HERE, 'plan_to_sql.py'), self.plan, AS_OF, people, folder)
        gaps = json_of(os.path.join(self.build, 'finsam'), 'gaps', self.plan, people, '--as-of', AS_OF, '--mandate', MANDATE,
                       '--exact', '--format', 'json', '--quiet', stderr=subprocess.DEVNULL)
        counts = {one['id']: [count - one['yes'] - one['unknown'], one['unknown'], one['yes']]
                  for one in gaps['interventions']}
        self.folders[count] = folder, counts
        return self.folders[count]

    def said_by(self, engine, count):
        folder, counts = self.people(count)
        runs = str(self.options.runs)
        if engine == 'finsam':
            said = json_of(os.path.join(self.build, 'peer_finsam'), self.plan, AS_OF, os.path.join(folder, 'people.ndjson'),
                           MANDATE, runs)
        elif engine in ('polars', 'duckdb'):
            # Node looks for packages beside the script.
            for script in (f'{engine}.mjs', 'questions.mjs'):
                shutil.copy(os.path.join(HERE, script), self.work)
            said = json_of('node', os.path.join(self.work, f'{engine}.mjs'), folder, runs,
                           env=os.environ | {'POLARS_MAX_THREADS': '1'})
        else:
            said = json_of(sys.executable, '-B', os.path.join(HERE, f'{engine}.py'), folder, runs)
        return said, counts


def differences(form, counts):
    """The interventions that are counted otherwise; what a form does not give is not compared."""
    for name, wanted in counts.items():
        got = form['counts'].get(name, [])
        if len(got) != 3 or any(one is not None and one != other for one, other in zip(got, wanted)) or got[2] is None:
            yield f'{name}: no, unknown and yes are {got}, expected {wanted}'


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('engines', nargs='*', choices=[*PEOPLE, []])
    parser.add_argument('--build', default=os.path.join(ROOT, 'build', 'release'))
    parser.add_argument('--work', default=os.path.join(ROOT, 'build', 'peers'))
    parser.add_argument('--plan', default=os.path.join(ROOT, 'bench', 'plans', 'twenty.plan.json'))
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--people', type=int)
    options = parser.parse_args()
    together = comparison(options)
    rows, wrong, first = [], 0, None
    for engine in options.engines or PEOPLE:
        if why := missing(engine, together.work):
            print(f'{engine} is left out: {why}')
            continue
        count = options.people or PEOPLE[engine]
        said, counts = together.said_by(engine, count)
        for form in said['forms']:
            told = list(differences(form, counts))
            wrong += len(told)
            for text in told:
                print(f'{engine}, {form["form"]}: {text}')
            first = first or form['cpu_ns']
            rows.append([f'{said["engine"]} {said["version"]}', form['form'], form['gives'], f'{count:,}'.replace(',', ' '),
                         f'{form["wall_ns"]:.1f}', f'{form["cpu_ns"]:.1f}', f'{form["cpu_ns"] / first:.0f}',
                         f'{said["load_seconds"] * 1e9 / count:.0f}'])
    print('| engine | form | gives | people | ns a person, wall | ns, processor | ratio | loading, ns |')
    print('|---|---|---|---:|---:|---:|---:|---:|')
    for row in rows:
        print('| ' + ' | '.join(row) + ' |')
    print(f'{len(rows)} forms measured, {wrong} counts wrong')
    return 1 if wrong or not rows else 0


if __name__ == '__main__':
    sys.exit(main())
