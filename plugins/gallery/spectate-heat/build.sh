#!/bin/sh
# Builds the plugin. Needs clang for WebAssembly with libc++, see build-c.sh, and Node.
# usage: build.sh [OUT]        (default: spectate-heat.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
"$here/../../../src/Phira.PluginService.Sdk/guests/tools/build-c.sh" "$here/src" "${1:-$here/spectate-heat.wasm}" \
    event-handler command-handler config-handler http-handler
