#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""python3 sqlite.py FOLDER RUNS: SQLite, in memory."""
import csv
import json
import sqlite3
import sys
import time

from peer import FORMS, measured, questions

WORDS = {'': None, 'true': 1, 'false': 0}


def main(folder, runs):
    asked = questions(folder)
    database = sqlite3.connect(':memory:')
    since = time.perf_counter()
    names = ', '.join(f'"{name}" {type}' for name, type in asked['columns'])
    database.execute(f'CREATE TABLE people ({names})')
    with open(f'{folder}/people.csv', encoding='utf-8') as file:
        rows = csv.reader(file)
        next(rows)
        database.executemany(f'INSERT INTO people VALUES ({", ".join("?" * len(asked["columns"]))})',
                             ([WORDS[cell] if cell in WORDS else int(cell) for cell in row] for row in rows))
    load = time.perf_counter() - since
    forms = [measured(asked, form, runs, lambda sql: database.execute(sql).fetchone(), time.process_time)
             for form in FORMS]
    print(json.dumps({'engine': 'SQLite', 'version': sqlite3.sqlite_version, 'load_seconds': load, 'forms': forms}))


main(sys.argv[1], int(sys.argv[2]))
