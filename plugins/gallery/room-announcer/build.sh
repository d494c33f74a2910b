#!/bin/sh
# Builds the plugin. Needs Node; the Zig compiler is installed by npm, see build-zig.sh.
# usage: build.sh [OUT]        (default: room-announcer.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
"$here/../../../src/Phira.PluginService.Sdk/guests/tools/build-zig.sh" "$here/src/main.zig" "${1:-$here/room-announcer.wasm}" \
    event-handler command-handler timer-handler config-handler
