#!/bin/sh
# Builds a plugin written in JavaScript or TypeScript. Needs Node and npm only.
# usage: build-plugin.sh ENTRY OUT
#
# Exit code 3: the engine that goes into the component is not built for this machine.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
for folder in "$here/../tools" "$here"; do
    [ -d "$folder/node_modules" ] || npm ci --prefix "$folder" --no-audit --no-fund
done
if ! node -e 'require(process.argv[1])' "$here/node_modules/componentize-qjs" 2>/dev/null; then
    echo "no componentize-qjs for $(uname -sm)" >&2
    exit 3
fi
node "$here/build.mjs" "$1" "$2"
