#!/bin/sh
# Builds the components of all languages whose compiler is installed, into artifacts/guests.
# Exit code 3: a language was skipped.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
output=$(CDPATH= cd "$here/../../.." && pwd)/artifacts/guests
mkdir -p "$output"
skipped=0
for script in "$here"/*/build.sh; do
    name=$(basename "$(dirname "$script")")
    code=0
    reason=$("$script" "$output/conformance-$name.wasm" 2>&1) || code=$?
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
