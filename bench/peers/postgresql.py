#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""python3 postgresql.py FOLDER RUNS: PostgreSQL, a scratch server on a socket in a folder that is removed afterwards.

One process answers, just-in-time compilation is off. Run as root it serves as the user `postgres`, else as oneself.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from peer import FORMS, measured, questions

PROGRAMS = sorted(glob.glob('/usr/lib/postgresql/*/bin'))[-1]
AS_SERVER = ['runuser', '-u', 'postgres', '--'] if os.getuid() == 0 else []


class session:
    """One connection, one query at a time."""

    def __init__(self, socket, user):
        self.psql = subprocess.Popen(
            ['psql', '-X', '-q', '-A', '-t', '-F', ' ', '-v', 'ON_ERROR_STOP=1', '-h', socket, '-U', user, 'postgres'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, sql):
        self.psql.stdin.write(f'{sql};\n\\echo done\n')
        self.psql.stdin.flush()
        said = []
        while (line := self.psql.stdout.readline()) != 'done\n':
            if not line:
                sys.exit('psql ended')
            said += line.split()
        return said


def processor_time(process):
    """What the process that answers has used, in seconds (in ticks of a hundredth)."""
    with open(f'/proc/{process}/stat', encoding='utf-8') as file:
        fields = file.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def run(folder, runs, scratch):
    asked = questions(folder)
    user = 'postgres' if AS_SERVER else os.environ.get('USER', 'postgres')
    data = os.path.join(scratch, 'data')
    server = [*AS_SERVER, os.path.join(PROGRAMS, 'pg_ctl'), '-D', data, '-s', '-w', '-l', os.path.join(scratch, 'log')]
    subprocess.run([*AS_SERVER, os.path.join(PROGRAMS, 'initdb'), '-D', data, '-U', user, '-A', 'trust'], check=True,
                   stdout=subprocess.DEVNULL, cwd=scratch)
    settings = ['jit=off', 'max_parallel_workers_per_gather=0', 'shared_buffers=1GB', 'fsync=off', 'autovacuum=off',
                'listen_addresses=', f'unix_socket_directories={scratch}']
    subprocess.run([*server, '-o', ' '.join(f"-c '{one}'" for one in settings), 'start'], check=True, cwd=scratch)
    try:
        one = session(scratch, user)
        columns = ', '.join(f'"{name}" {type}' for name, type in asked['columns'])
        one.ask(f'CREATE TABLE people ({columns})')
        since = time.perf_counter()
        one.ask(f"\\copy people FROM '{folder}/people.csv' (FORMAT csv, HEADER)\nSELECT")
        load = time.perf_counter() - since
        one.ask('VACUUM (FREEZE, ANALYZE) people')
        process = one.ask('SELECT pg_backend_pid()')[0]
        version, = one.ask('SHOW server_version')[:1]
        forms = [measured(asked, form, runs, one.ask, lambda: processor_time(process)) for form in FORMS]
        one.psql.stdin.close()
        one.psql.wait()
    finally:
        subprocess.run([*server, '-m', 'fast', 'stop'], check=True, cwd=scratch)
    print(json.dumps({'engine': 'PostgreSQL', 'version': version, 'load_seconds': load, 'forms': forms}))


def main(folder, runs):
    scratch = tempfile.mkdtemp(prefix='peer-')
    try:
        if AS_SERVER:
            shutil.chown(scratch, 'postgres', 'postgres')
        run(folder, runs, scratch)
    finally:
        shutil.rmtree(scratch)


main(os.path.abspath(sys.argv[1]), int(sys.argv[2]))
