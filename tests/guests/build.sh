#!/bin/sh
# Builds the guests of the tests into artifacts/guests; see build.mjs.
set -eu
exec node "$(dirname "$0")/build.mjs" "$@"
