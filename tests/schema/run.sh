#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# run.sh SOURCE FINSAM READER, in a folder of the build: validate.mjs with ajv, which is installed
# there from the lock file the first time. Ends with 77 where that cannot be had.
set -eu

skip() { echo "skipped: $1"; exit 77; }

command -v node >/dev/null || skip 'node is not here'
command -v npm >/dev/null || skip 'npm is not here'
node --eval 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' ||
    skip 'node is older than 18'

# What is installed is what the lock file says now.
if ! cmp -s "$1/tests/schema/package-lock.json" installed; then
    cp "$1/tests/schema/package.json" "$1/tests/schema/package-lock.json" .
    if ! npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=20000 \
        >npm.log 2>&1; then
        cat npm.log
        # These are mistakes in the two files; anything else is a registry that is not there.
        grep -E 'EINTEGRITY|EUSAGE|EJSONPARSE' npm.log && exit 1
        skip 'npm cannot install ajv'
    fi
    cp package-lock.json installed
fi
exec node "$1/tests/schema/validate.mjs" "$@"
