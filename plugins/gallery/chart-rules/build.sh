#!/bin/sh
# Builds the plugin. Needs Go, see find-go.sh, and Node.
# usage: build.sh [OUT]        (default: chart-rules.wasm beside this file)
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
"$here/../../../src/Phira.PluginService.Sdk/guests/go/build-plugin.sh" "$here/src" "${1:-$here/chart-rules.wasm}" \
    event-handler command-handler config-handler
