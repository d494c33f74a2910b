#!/bin/sh
# Builds the component in Zig; see build-zig.sh.
# usage: build.sh OUT
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.zig "$work"
node "$here/generate.mjs" "$work/calls.zig"
"$here/../../../../src/Phira.PluginService.Sdk/guests/tools/build-zig.sh" "$work/main.zig" "$1" event-handler command-handler timer-handler config-handler \
    http-handler service-handler state-handler health-handler
