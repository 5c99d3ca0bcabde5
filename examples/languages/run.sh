# SPDX-License-Identifier: BSL-1.0
# sh run.sh COMMAND...
#
# Whether the command tells what ../expected/languages.txt says. Ends with 77 if it cannot be run.
command -v "$1" >/dev/null || { echo "left out: there is no $1 here"; exit 77; }
told=$("$@")
status=$?
if [ "$status" != 0 ]; then
    echo "$told"
    exit "$status"
fi
echo "$told" | diff -u ../expected/languages.txt -
