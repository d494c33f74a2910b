#!/bin/sh
# Prints the GOROOT of a Go that can build plugins (1.24 or later). Exit code 3: there is none.
#
# Takes the Go on the PATH, or else unpacks Debian's packages of the suite trixie into artifacts/go, without installing them: 50 MB.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
root=$(CDPATH= cd "$here/../../../.." && pwd)
folder=${PHIRA_GO_FOLDER:-$root/artifacts/go}

if command -v go >/dev/null && go version | grep -Eq ' go(1\.(2[4-9]|[3-9][0-9])|[2-9])'; then
    go env GOROOT
    exit 0
fi

unpacked=$folder/usr/lib/go-1.24
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
fetch() {
    command -v apt-get >/dev/null && [ -e "$keyring" ] || return 1
    work=$folder.part.$$
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/root"
    mirror=$(apt-cache policy | sed -n 's|^ *[0-9]* \(https\{0,1\}://[^ ]*debian\) [^ ]*/main .*|\1|p' | head -n 1)
    printf 'Types: deb\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' "${mirror:-http://deb.debian.org/debian}" "$keyring" > "$work/trixie.sources"
    # Lists and cache of their own: the system's packages stay those of its suite.
    set -- -q -o "Dir::Etc::sourcelist=$work/trixie.sources" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists" \
        -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root
    (cd "$work" && apt-get "$@" update && apt-get "$@" download golang-1.24-go golang-1.24-src) || return 1
    for package in "$work"/golang-*.deb; do dpkg -x "$package" "$work/root"; done
    # When several builds run at once, the first one to finish wins.
    mv -T "$work/root" "$folder" 2>/dev/null || [ -e "$unpacked" ]
}
if [ ! -e "$unpacked" ]; then
    done=0
    fetch >&2 && done=1
    rm -rf "$folder.part.$$"
    if [ "$done" -eq 0 ]; then
        echo "no Go 1.24 or later: install it from https://go.dev/dl and put it on the PATH" >&2
        exit 3
    fi
fi
echo "$unpacked"
