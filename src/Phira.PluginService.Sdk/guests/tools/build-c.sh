#!/bin/sh
# Builds a plugin in C or C++ to a component.
# usage: build-c.sh FOLDER OUT INTERFACE...
#        build-c.sh --find              (only shows which version of the packages is used)
#
# Compiles every .c and .cc file of FOLDER. INTERFACE names what the plugin exports besides `lifecycle`: event-handler, timer-handler, …
# Takes the newest of Debian's and Ubuntu's packages
#   clang-N lld-N libclang-rt-N-dev-wasm32 wasi-libc     and for C++ also: libc++-N-dev-wasm32
# Exit code 3: they are not installed.
set -eu
tools=$(CDPATH= cd "$(dirname "$0")" && pwd)
c=$(CDPATH= cd "$tools/../c" && pwd)
root=$(CDPATH= cd "$tools/../../../.." && pwd)

packaged() { dpkg -L "$1" 2>/dev/null | grep -m1 -- "$2"; }

version=
for candidate in $(dpkg-query --show --showformat '${Package}\n' 'libclang-rt-*-dev-wasm32' 2>/dev/null | sed 's/[^0-9]//g; s/32$//' | sort -rn); do
    if command -v "clang-$candidate" >/dev/null && command -v "wasm-ld-$candidate" >/dev/null && packaged "libclang-rt-$candidate-dev-wasm32" 'builtins' >/dev/null; then
        version=$candidate
        break
    fi
done
libc=$(packaged wasi-libc '/libc\.a$' || true)
if [ -z "$version" ] || [ -z "$libc" ]; then
    echo "no C for WebAssembly: install clang-22 lld-22 libclang-rt-22-dev-wasm32 wasi-libc libc++-22-dev-wasm32" >&2
    exit 3
fi
libraries=$(dirname "$libc")
headers=$(dirname "$(packaged wasi-libc '/stdlib\.h$')")
builtins=$(packaged "libclang-rt-$version-dev-wasm32" 'builtins-wasm32\.a$')
if [ "$1" = --find ]; then
    echo "$version"
    exit 0
fi

folder=$(CDPATH= cd "$1" && pwd)
out=$2
shift 2

[ -d "$tools/node_modules" ] || npm ci --prefix "$tools" --no-audit --no-fund
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node "$tools/component.mjs" c-bindings "$work"

exports=-DPHIRA_EXPORT_LIFECYCLE
for name in "$@"; do
    exports="$exports -DPHIRA_EXPORT_$(printf %s "$name" | tr a-z- A-Z_)"
done

# No path of this machine gets into the result.
flags="--target=wasm32-wasip1 -Os -Wall -Wextra -Werror -ffile-prefix-map=$root=/src -ffile-prefix-map=$work=/src -isystem $headers -I$work -I$c"
compile_c() { "clang-$version" -std=c17 $flags "$@"; }
compile_c $exports -c "$work/phira.c" -o "$work/phira.o"
for source in "$c"/*.c "$folder"/*.c; do
    [ -e "$source" ] || continue
    compile_c -c "$source" -o "$work/$(basename "$source").o"
done

cpp=
uses_cpp() { ls "$folder"/*.cc >/dev/null 2>&1; }
for source in $(uses_cpp && ls "$c"/*.cc "$folder"/*.cc); do
    library_headers=$(packaged "libc++-$version-dev-wasm32" '/v1/vector$') || {
        echo "no C++ for WebAssembly: install libc++-$version-dev-wasm32" >&2
        exit 3
    }
    cpp="-L$(dirname "$(packaged "libc++-$version-dev-wasm32" '/libc++\.a$')") -lc++"
    "clang++-$version" -std=c++20 -fno-exceptions -fno-rtti -nostdinc++ -isystem "$(dirname "$library_headers")" $flags \
        -c "$source" -o "$work/$(basename "$source").o"
done

# The reactor's start runs constructors once. Without it the linker would run them at every call.
"wasm-ld-$version" --gc-sections --strip-all -z stack-size=65536 --entry=_initialize "$libraries/crt1-reactor.o" "$work"/*.o $cpp -L"$libraries" -lc "$builtins" \
    -o "$work/core.wasm"
node "$tools/component.mjs" build "$work/core.wasm" "$out"
