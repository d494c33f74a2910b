#!/bin/sh
# Builds the Rust echo guest where Rust is; see build-rust.sh of the SDK. The boundary test then covers it, too.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
root=$(CDPATH= cd "$here/../../.." && pwd)
mkdir -p "$root/artifacts/guests"
"$root/src/Phira.PluginService.Sdk/guests/tools/build-rust.sh" "$here" "$root/artifacts/guests/echo-rust.wasm"
