// Makes a release: node build/release.mjs [--runtime linux-x64,win-x64] [--output FOLDER]
// Needs the .NET 10 SDK, Node, tar, zip for Windows archives, and dpkg-deb for Debian packages (none are made without it). For each system it makes an
// archive with the program, which brings its own .NET, and for Linux a Debian package; then SHA256SUMS and the bills of materials.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildDeb } from './deb/build-deb.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const project = path.join(root, 'src', 'Phira.PluginService');
const program = 'phira-plugin-service';
const runtimes = ['linux-x64', 'linux-arm64', 'osx-arm64', 'win-x64'];
const debArchitectures = { 'linux-x64': 'amd64', 'linux-arm64': 'arm64' };

const { values } = parseArgs({
  options: { runtime: { type: 'string' }, output: { type: 'string' } },
});
const chosen = values.runtime?.split(',') ?? runtimes;
const unknown = chosen.filter((runtime) => !runtimes.includes(runtime));
if (unknown.length > 0) {
  console.error(`There is no release for ${unknown.join(', ')}. The systems: ${runtimes.join(', ')}`);
  process.exit(2);
}

const output = path.resolve(values.output ?? path.join(root, 'artifacts', 'release'));
const version = /<Version>([^<]+)<\/Version>/.exec(readFileSync(path.join(root, 'Directory.Build.props'), 'utf8'))[1];

// Archives made twice from one commit are the same, byte by byte.
const date = execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8' }).trim();
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
const canMakeDeb = spawnSync('dpkg-deb', ['--version']).status === 0;
const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const work = mkdtempSync(path.join(tmpdir(), 'phira-release-'));
try {
  run('dotnet', ['tool', 'restore'], quiet);
  for (const runtime of chosen) makeRelease(runtime);
  writeBillOfMaterials();
  writeChecksums();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function makeRelease(runtime) {
  const name = `${program}-${version}-${runtime}`;
  const folder = path.join(work, name);
  run('dotnet', ['publish', project, '--configuration', 'Release', `-p:ReleaseRuntime=${runtime}`, '--output', folder, '--nologo', '--verbosity', 'quiet']);
  const extension = runtime.startsWith('win') ? '.exe' : '';
  renameSync(path.join(folder, `Phira.PluginService${extension}`), path.join(folder, `${program}${extension}`));
  for (const file of ['LICENSE', 'CHANGELOG.md']) cpSync(path.join(root, file), path.join(folder, file));
  cpSync(path.join(project, 'Configuration', 'phira.sample.toml'), path.join(folder, 'phira.sample.toml'));
  cpSync(path.join(root, 'build', 'archive'), folder, { recursive: true });
  if (runtime.startsWith('linux')) cpSync(path.join(root, 'build', 'systemd'), path.join(folder, 'systemd'), { recursive: true });
  if (runtime.startsWith('win')) cpSync(path.join(root, 'build', 'windows'), folder, { recursive: true });
  setModes(folder, `${program}${extension}`);
  pack(name, runtime);
  if (runtime in debArchitectures && canMakeDeb) {
    buildDeb({ root, program: folder, version, architecture: debArchitectures[runtime], date, output, work });
  }
}

// Packages bring files that only their owner may run or change.
function setModes(folder, executable) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() || entry.name === executable ? 0o755 : 0o644);
  }
}

function pack(name, runtime) {
  if (runtime.startsWith('win')) {
    run('zip', ['--quiet', '--recurse-paths', '-X', path.join(output, `${name}.zip`), name], { cwd: work });
    return;
  }

  run('tar', ['--create', '--gzip', '--sort=name', `--mtime=${date}`, '--owner=0', '--group=0', '--numeric-owner',
    `--file=${path.join(output, `${name}.tar.gz`)}`, name], { cwd: work });
}

/** What the program and its dashboard are made of, as CycloneDX. */
function writeBillOfMaterials() {
  run('dotnet', ['tool', 'run', 'dotnet-CycloneDX', path.join(project, 'Phira.PluginService.csproj'), '--output-format', 'Json', '--exclude-dev',
    '--set-name', program, '--set-version', version, '--output', output, '--filename', `${program}-${version}.cdx.json`, '--disable-package-restore'], quiet);
  const dashboard = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: path.join(root, 'src', 'Phira.PluginService.Dashboard'), encoding: 'utf8', shell: process.platform === 'win32',
  });
  writeFileSync(path.join(output, `${program}-${version}-dashboard.cdx.json`), dashboard);
}

function writeChecksums() {
  const files = readdirSync(output).sort();
  const lines = files.map((file) => `${createHash('sha256').update(readFileSync(path.join(output, file))).digest('hex')}  ${file}`);
  writeFileSync(path.join(output, 'SHA256SUMS'), `${lines.join('\n')}\n`);
  for (const file of files) console.log(`${file}  ${(statSync(path.join(output, file)).size / 1e6).toFixed(1)} MB`);
}
