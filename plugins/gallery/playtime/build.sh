#!/bin/sh
# Builds the plugin. Needs Node and npm only.
# usage: build.sh [OUT]        (default: playtime.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
tools=$here/../../../src/Phira.PluginService.Sdk/guests/tools
[ -d "$tools/node_modules" ] || npm ci --prefix "$tools" --no-audit --no-fund
node "$tools/component.mjs" assemblyscript "$here/assembly/index.ts" "${1:-$here/playtime.wasm}"
