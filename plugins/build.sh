#!/bin/sh
# Builds all plugins, those of the gallery included.
# usage: build.sh [FOLDER]     (default: each beside its sources, where the service finds it)
# Exit code 3: a plugin was skipped, because the compiler of its language is not installed. Its committed component stays in use.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
skipped=0
[ $# -eq 0 ] || mkdir -p "$1"
for script in "$here"/*/build.sh "$here"/gallery/*/build.sh; do
    [ -e "$script" ] || continue
    folder=$(dirname "$script")
    name=$(basename "$folder")
    code=0
    reason=$("$script" "${1:-$folder}/$name.wasm" 2>&1) || code=$?
    if [ "$code" -eq 3 ]; then
        skipped=3
        echo "skipped $name: $(printf '%s\n' "$reason" | tail -n 1)"
    elif [ "$code" -ne 0 ]; then
        printf '%s\n' "$reason" >&2
        exit "$code"
    else
        echo "built $name"
    fi
done
exit "$skipped"
