#!/bin/sh
# Builds the component in Go; see build-plugin.sh of the SDK.
# usage: build.sh OUT
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
node "$here/generate.mjs" "$here/generated_calls.go"
"$here/../../../../src/Phira.PluginService.Sdk/guests/go/build-plugin.sh" "$here" "$1" event-handler command-handler timer-handler config-handler http-handler \
    service-handler state-handler health-handler
