#!/bin/sh
# Builds a Rust plugin to a component.
# usage: build-rust.sh CRATE_FOLDER OUT
#
# Takes the Rust on the PATH when it has the target wasm32-unknown-unknown. Otherwise, on Debian and Ubuntu, the packages
#   rustc-web cargo-web rust-web-src lld-22
# whose standard library is built from its packaged source: neither needs anything from crates.io. Exit code 3: no such Rust.
set -eu
crate=$(CDPATH= cd "$1" && pwd)
out=$2
tools=$(CDPATH= cd "$(dirname "$0")" && pwd)
root=$(CDPATH= cd "$tools/../../../.." && pwd)
target=wasm32-unknown-unknown

# One folder for all plugins of the repository: the standard library is built once. No path of this machine gets into the result.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$root/artifacts/rust}"
export RUSTFLAGS="--remap-path-prefix=$root=/src"

# The plugins of the repository share its lock file; another crate may not have one yet.
case $crate in "$root"/*) locked=--locked ;; *) locked= ;; esac

packaged() { dpkg -L "$1" 2>/dev/null | grep -m1 -- "$2"; }

std=$(rustc --print target-libdir --target "$target" 2>/dev/null || true)
if [ -n "$std" ] && [ -d "$std" ]; then
    (cd "$crate" && cargo build --quiet --release $locked --target "$target")
elif debian_rustc=$(packaged rustc-web '/bin/rustc$'); then
    debian_cargo=$(dpkg -L cargo-web | grep '/bin/cargo$' | grep -v share)
    vendor=$(packaged rust-web-src '/library/vendor$')
    (
        cd "$crate"
        export RUSTC="$debian_rustc" RUSTC_BOOTSTRAP=1
        export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$(packaged lld-22 '/bin/wasm-ld-22$')"
        "$debian_cargo" build --quiet --release $locked --offline --target "$target" -Zbuild-std=std,panic_abort \
            --config 'source.crates-io.replace-with="packaged"' --config "source.packaged.directory=\"$vendor\""
    )
else
    echo "no Rust for $target: run 'rustup target add $target', or install rustc-web cargo-web rust-web-src lld-22" >&2
    exit 3
fi

name=$(sed -n 's/^name = "\(.*\)"$/\1/p' "$crate/Cargo.toml" | head -n 1 | tr - _)
[ -d "$tools/node_modules" ] || npm ci --prefix "$tools" --no-audit --no-fund
node "$tools/component.mjs" build "$CARGO_TARGET_DIR/$target/release/$name.wasm" "$out"
