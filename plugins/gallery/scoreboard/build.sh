#!/bin/sh
# Builds the plugin. Needs Rust, see build-rust.sh, and Node.
# usage: build.sh [OUT]        (default: scoreboard.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
"$here/../../../src/Phira.PluginService.Sdk/guests/tools/build-rust.sh" "$here" "${1:-$here/scoreboard.wasm}"
