#!/bin/sh
# The echo guest in Rust makes the calls; see its build.sh.
# usage: build.sh OUT
set -eu
root=$(CDPATH= cd "$(dirname "$0")/../../../.." && pwd)
"$root/tests/guests/echo-rust/build.sh"
cp "$root/artifacts/guests/echo-rust.wasm" "$1"
