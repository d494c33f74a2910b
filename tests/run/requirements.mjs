// What the tests need besides the .NET SDK, Node, and what NuGet and npm restore. Each says which parts need it, whether it is there, and which
// packages bring it. `services` are those that a package starts by itself, and that no test needs.
import { findBrowser } from '../dashboard/support/find-browser.mjs';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ask, isInstalled, root } from './programs.mjs';

const rustPackages = ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-22'];
const isPackageInstalled = (name) => ask('dpkg-query', ['--show', '--showformat=${Status}', name]) === 'install ok installed';

/** The same choice as build-rust.sh makes: a Rust on the PATH that has the target, or else Debian's packages. */
function hasRust() {
  const library = ask('rustc', ['--print', 'target-libdir', '--target', 'wasm32-unknown-unknown']);
  return (library !== null && existsSync(library)) || rustPackages.every(isPackageInstalled);
}

function hasServerOfDebian() {
  const versions = '/usr/lib/postgresql';
  return existsSync(versions) && readdirSync(versions).some((version) => existsSync(path.join(versions, version, 'bin', 'initdb')));
}

export const requirements = [
  {
    name: 'Chromium or Chrome',
    parts: ['dashboard-browser'],
    isMet: () => findBrowser() !== null,
    packages: { apt: ['chromium', 'fonts-noto-cjk'], dnf: ['chromium', 'google-noto-sans-cjk-fonts'], brew: ['--cask', 'chromium'] },
    otherwise: 'install Chrome, or name a browser with PHIRA_CHROMIUM',
  },
  {
    name: 'nginx',
    parts: ['dashboard-browser'],
    isMet: () => isInstalled('nginx'),
    packages: { apt: ['nginx-light'], dnf: ['nginx'], brew: ['nginx'] },
    services: ['nginx'],
    otherwise: 'put nginx on the PATH',
  },
  {
    name: 'Prometheus',
    parts: ['dotnet'],
    isMet: () => isInstalled('prometheus') && isInstalled('promtool'),
    packages: { apt: ['prometheus'], dnf: ['golang-github-prometheus'], brew: ['prometheus'] },
    services: ['prometheus', 'prometheus-node-exporter'],
    otherwise: 'put prometheus and promtool on the PATH',
  },
  {
    name: 'PostgreSQL',
    parts: ['dotnet'],
    // Debian puts the server into a folder of its version and not on the path.
    isMet: () => process.platform === 'win32' || isInstalled('initdb') || hasServerOfDebian(),
    packages: { apt: ['postgresql'], dnf: ['postgresql-server'], brew: ['postgresql'] },
    services: ['postgresql'],
    otherwise: 'put initdb and postgres of PostgreSQL on the PATH',
  },
  {
    name: 'bindfs',
    parts: ['dotnet'],
    // It makes file systems that refuse what others allow; the tests with them are for Linux.
    isMet: () => process.platform !== 'linux' || isInstalled('bindfs'),
    packages: { apt: ['bindfs'], dnf: ['bindfs'] },
    otherwise: 'put bindfs on the PATH',
  },
  {
    name: 'systemd',
    parts: ['release'],
    // It runs in namespaces of its own; the tests with it are for Linux.
    isMet: () => process.platform !== 'linux' || ['systemctl', 'systemd-analyze', 'nsenter', 'unshare'].every(isInstalled),
    packages: { apt: ['systemd', 'util-linux'], dnf: ['systemd', 'util-linux'] },
    otherwise: 'put the programs of systemd on the PATH',
  },
  {
    name: 'Rust for wasm32-unknown-unknown',
    parts: ['plugins', 'conformance'],
    isMet: hasRust,
    packages: { apt: rustPackages, dnf: ['rust', 'cargo', 'rust-std-static-wasm32-unknown-unknown'] },
    otherwise: 'install Rust with rustup (https://rustup.rs), then run: rustup target add wasm32-unknown-unknown',
  },
  {
    name: 'C and C++ for WebAssembly',
    parts: ['plugins', 'conformance', 'guest-tests'],
    // Any version will do that build-c.sh finds.
    isMet: () => ask('sh', [path.join(root, 'src/Phira.PluginService.Sdk/guests/tools/build-c.sh'), '--find']) !== null,
    packages: { apt: ['clang-22', 'lld-22', 'libclang-rt-22-dev-wasm32', 'wasi-libc', 'libc++-22-dev-wasm32'] },
    otherwise: 'only Debian and Ubuntu package it; elsewhere the committed plugins are tested',
  },
];
