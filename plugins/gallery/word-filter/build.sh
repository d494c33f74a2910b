#!/bin/sh
# Builds the plugin. Needs clang for WebAssembly, see build-c.sh, and Node.
# usage: build.sh [OUT]        (default: word-filter.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
"$here/../../../src/Phira.PluginService.Sdk/guests/tools/build-c.sh" "$here/src" "${1:-$here/word-filter.wasm}" event-handler config-handler
