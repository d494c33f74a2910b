#!/bin/sh
# Builds the component in C; see build-c.sh.
# usage: build.sh OUT
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.c "$here"/*.h "$work"
node "$here/generate.mjs" "$work/calls.c"
"$here/../../../../src/Phira.PluginService.Sdk/guests/tools/build-c.sh" "$work" "$1" event-handler command-handler timer-handler config-handler http-handler \
    service-handler state-handler health-handler
