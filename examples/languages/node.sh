# SPDX-License-Identifier: BSL-1.0
# sh node.sh FOLDER FILE...
#
# Runs node with koffi, which npm puts into the folder the first time. Ends with 77 without them.
folder=$1
shift
export NODE_PATH="$folder/node_modules"
leave_out() { echo "left out: $1"; exit 77; }
has_koffi() { node -e 'require("koffi")' 2>/dev/null; }
command -v node >/dev/null || leave_out 'there is no node here'
if ! has_koffi; then
    command -v npm >/dev/null || leave_out 'there is no npm here'
    cp package.json "$folder" &&
        timeout 120 npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund \
            >"$folder/npm.log" 2>&1
    has_koffi || leave_out "npm did not install koffi, see $folder/npm.log"
fi
exec node "$@"
