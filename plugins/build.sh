#!/bin/sh
# Builds all plugins.
# usage: build.sh [FOLDER]     (default: each beside its sources, where the service finds it)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
for plugin in dice welcome; do
    if [ $# -gt 0 ]; then
        mkdir -p "$1"
        "$here/$plugin/build.sh" "$1/$plugin.wasm"
    else
        "$here/$plugin/build.sh"
    fi
done
