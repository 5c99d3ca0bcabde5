#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures how fast the same CSV file of words, dates and lists becomes people, or a table, on one thread.

    python3 loading.py [--build build/release] [--work build/peers] [--runs 5] [--people N]

finsam checks every field against the plan and erases what is withheld; the others make columns of texts, dates and
booleans of what they find. An engine that is not installed is named and left out. See README.md here.
"""
import argparse
import os
import shutil
import statistics
import sys

sys.dont_write_bytecode = True
import compare


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('--build', default=os.path.join(compare.ROOT, 'build', 'release'))
    parser.add_argument('--work', default=os.path.join(compare.ROOT, 'build', 'peers'))
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--people', type=int, default=1_000_000)
    options = parser.parse_args()
    plans = os.path.join(compare.ROOT, 'bench', 'plans')
    os.makedirs(options.work, exist_ok=True)
    words = os.path.join(os.path.abspath(options.work), f'{options.people}-people.csv')
    compare.run(os.path.join(options.build, 'generate_people'), os.path.join(plans, 'twenty.marginals.json'),
                '--people', str(options.people), '--output', words)
    size = os.path.getsize(words)

    def finsam():
        said = [compare.json_of(os.path.join(options.build, 'peer_finsam'), os.path.join(plans, 'twenty.plan.json'),
                                compare.AS_OF, words, compare.MANDATE, '1') for _ in range(options.runs)]
        return [one['load_seconds'] for one in said]

    def by_node(engine):
        shutil.copy(os.path.join(compare.HERE, 'loading.mjs'), options.work)
        said = compare.json_of('node', os.path.join(options.work, 'loading.mjs'), engine, words, str(options.runs),
                               env=os.environ | {'POLARS_MAX_THREADS': '1'})
        if said['people'] != options.people:
            sys.exit(f'{engine} has {said["people"]} people')
        return said['seconds']

    first = None
    print(f'{size / options.people:.0f} bytes a person\n')
    print('| engine | ns a person | MB a second | ratio |\n|---|---:|---:|---:|')
    for engine in ('finsam', 'duckdb', 'polars'):
        if why := compare.missing(engine, options.work):
            print(f'{engine} is left out: {why}')
            continue
        seconds = statistics.median(finsam() if engine == 'finsam' else by_node(engine))
        first = first or seconds
        print(f'| {engine} | {seconds * 1e9 / options.people:.0f} | {size / seconds / 1e6:.0f} | {seconds / first:.1f} |')
    return 0


if __name__ == '__main__':
    sys.exit(main())
