#!/bin/sh
# Builds a plugin written in Go to a component.
# usage: build-plugin.sh FOLDER OUT INTERFACE...
#
# INTERFACE names what the plugin exports besides `lifecycle`: event-handler, timer-handler, …
# Exit code 3: there is no Go, see find-go.sh.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
root=$(CDPATH= cd "$here/../../../.." && pwd)
GOROOT=$("$here/find-go.sh")
folder=$(CDPATH= cd "$1" && pwd)
out=$2
shift 2

tools=$here/../tools
[ -d "$tools/node_modules" ] || npm ci --prefix "$tools" --no-audit --no-fund
node "$here/bindings.mjs"
tags=
for name in "$@"; do
    tags="$tags,phira_$(printf %s "$name" | tr - _)"
done

core=$(mktemp)
trap 'rm -f "$core"' EXIT
export GOROOT GOOS=wasip1 GOARCH=wasm
# Nothing is looked up elsewhere, and nothing is written outside of the repository.
export GOTOOLCHAIN=local GOPROXY=off GOENV=off GOFLAGS=-mod=mod GOCACHE="$root/artifacts/go-cache" GOPATH="$root/artifacts/go-path"
(cd "$folder" && "$GOROOT/bin/go" build -tags "${tags#,}" -buildmode=c-shared -trimpath -ldflags='-s -w -buildid=' -o "$core" .)
node "$here/build.mjs" "$core" "$out"
