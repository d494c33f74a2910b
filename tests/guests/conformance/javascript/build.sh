#!/bin/sh
# Builds the component in JavaScript; see build-plugin.sh of the SDK.
# usage: build.sh OUT
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/plugin.js" "$work"
node "$here/interfaces.mjs" > "$work/interfaces.js"
"$here/../../../../src/Phira.PluginService.Sdk/guests/javascript/build-plugin.sh" "$work/plugin.js" "$1"
