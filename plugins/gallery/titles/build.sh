#!/bin/sh
# Builds the plugin. Needs Node and npm only.
# usage: build.sh [OUT]        (default: titles.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
"$here/../../../src/Phira.PluginService.Sdk/guests/javascript/build-plugin.sh" "$here/src/index.ts" "${1:-$here/titles.wasm}"
