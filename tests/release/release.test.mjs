// The release as a server owner has it: an archive on a machine without .NET, and a Debian package under systemd.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isInstalled, root } from '../run/programs.mjs';
import { missing, SystemdMachine } from './systemd-machine.mjs';
import { until } from './until.mjs';

const name = 'phira-plugin-service';
const unit = `${name}.service`;
const isLinux = process.platform === 'linux' && process.arch === 'x64';
const skip = isLinux ? false : 'the release that is tested is the one for Linux on x64';
const folder = mkdtempSync(path.join(tmpdir(), 'phira-release-test-'));
const output = path.join(folder, 'release');

before(() => {
  if (skip) return;
  execFileSync('node', ['build/release.mjs', '--runtime', 'linux-x64', '--output', output], { cwd: root, stdio: 'inherit' });
  chmodSync(folder, 0o755);
});

after(() => rmSync(folder, { recursive: true, force: true }));

const find = (ending) => path.join(output, readdirSync(output).find((file) => file.endsWith(ending)));

async function get(port, token, address) {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/${address}`, { headers: { Authorization: `Bearer ${token}` } });
  return response.ok ? response.json() : null;
}

const isRunning = async (port, token, plugin) => (await get(port, token, `plugins/${plugin}`))?.state === 'running';

describe('the files of a release', { skip }, () => {
  test('SHA256SUMS has the checksum of each', () => {
    const lines = readFileSync(path.join(output, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.split('  '));
    const sums = readdirSync(output).filter((file) => file !== 'SHA256SUMS').sort()
      .map((file) => [createHash('sha256').update(readFileSync(path.join(output, file))).digest('hex'), file]);
    assert.deepEqual(lines, sums);
  });

  test('the bills of materials name what the program and the dashboard are made of', () => {
    const names = (file) => JSON.parse(readFileSync(file, 'utf8')).components.map((component) => component.name);
    assert.ok(names(find('-dashboard.cdx.json')).includes('vue'));
    const packages = names(path.join(output, readdirSync(output).find((file) => /\d\.cdx\.json$/.test(file))));
    for (const used of ['Wasmtime', 'Tomlyn', 'Microsoft.EntityFrameworkCore.Sqlite']) assert.ok(packages.includes(used), used);
  });

  test('an archive has less than 100 MB, and neither symbols nor documentation of code', () => {
    assert.ok(readFileSync(find('.tar.gz')).length < 100_000_000);
    const files = execFileSync('tar', ['--list', '--file', find('.tar.gz')], { encoding: 'utf8' }).split('\n');
    assert.deepEqual(files.filter((file) => /\.(pdb|xml|dbg)$/.test(file)), []);
    for (const file of [name, 'libwasmtime.so', 'wwwroot/index.html', 'gallery/dice/plugin.toml', 'phira.sample.toml', 'LICENSE', 'README.md']) {
      assert.ok(files.some((entry) => entry.endsWith(`/${file}`)), file);
    }
  });
});

test('the demo runs from the archive in an empty folder of an account that has no .NET', { skip }, async () => {
  const home = mkdtempSync(path.join(folder, 'home-'));
  execFileSync('tar', ['--extract', '--file', find('.tar.gz'), '--directory', home, '--strip-components=1']);
  const asNobody = process.getuid() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  if (asNobody.length > 0) execFileSync('chown', ['--recursive', '65534:65534', home]);
  const command = [...asNobody, 'env', '-i', 'PATH=/usr/bin:/bin', `./${name}`, '--demo', '--game-port', '0', '--http-port', '0'];
  const service = spawn(command[0], command.slice(1), { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let text = '';
    service.stdout.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
    const link = await until(() => {
      assert.equal(service.exitCode, null, text);
      return /http:\/\/127\.0\.0\.1:(\d+)\/#token=\S+/.exec(text);
    });
    const token = readFileSync(path.join(home, 'data', 'demo', 'admin-token'), 'utf8').trim();
    await until(() => isRunning(link[1], token, 'dice'));
    await until(async () => (await get(link[1], token, 'users'))?.length > 0);

    const page = await fetch(`http://127.0.0.1:${link[1]}/`);
    assert.match(await page.text(), /<div id="app">/);
    const ended = new Promise((resolve) => { service.on('exit', resolve); });
    service.kill('SIGTERM');
    assert.equal(await ended, 0);
  } finally {
    service.kill('SIGKILL');
  }
});

test('the unit of systemd leaves little to attack', { skip: skip || (isInstalled('systemd-analyze') ? false : 'systemd is not installed') }, () => {
  const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', path.join(root, 'build', 'systemd', unit)], {
    encoding: 'utf8',
  });
  assert.ok(Number(/exposure level for \S+: ([\d.]+)/.exec(stdout)[1]) < 3, stdout);
});

describe('the Debian package under systemd', { skip: skip || missing() || false }, () => {
  let machine;
  before(async () => { machine = await SystemdMachine.start(); });
  after(() => machine?.stop());

  const show = (property) => machine.run('systemctl', 'show', '--value', '--property', property, unit).trim();
  const at = (...parts) => machine.path('var', 'lib', name, ...parts);

  async function connect() {
    const pattern = /listening game=\d+ http=(\d+)/g;
    const found = await until(() => [...machine.run('journalctl', '--no-pager', '--unit', unit).matchAll(pattern)].at(-1));
    return { port: found[1], token: readFileSync(at('admin-token'), 'utf8').trim() };
  }

  test('it is installed, starts, and runs plugins with all that the unit takes away', async () => {
    cpSync(find('.deb'), machine.path('package.deb'));
    // The ports of the package may be taken on this system.
    machine.run('mkdir', '--parents', `/etc/systemd/system/${unit}.d`);
    writeFileSync(machine.path('etc', 'systemd', 'system', `${unit}.d`, 'test.conf'), `
      [Service]
      Environment=PHIRA_GAME__PORT=0 PHIRA_HTTP__PORT=0 PHIRA_PLUGINS__APPROVAL=trust
      WatchdogSec=5`);
    machine.run('dpkg', '--force-depends', '--install', '/package.deb');

    assert.equal(show('ActiveState'), 'active');
    assert.equal(show('SubState'), 'running');
    const { port, token } = await connect();
    cpSync(path.join(root, 'plugins', 'dice'), at('plugins', 'dice'), { recursive: true });
    machine.run('chown', '--recursive', `${name}:${name}`, `/var/lib/${name}/plugins`);
    await until(() => isRunning(port, token, 'dice'));
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz/ready`)).status, 200);
  });

  test('it is started again when it hangs', async () => {
    const process = show('MainPID');
    machine.run('kill', '-STOP', process);
    await until(() => show('MainPID') !== process && show('ActiveState') === 'active');
    assert.equal(show('NRestarts'), '1');
    const { port, token } = await connect();
    await until(() => isRunning(port, token, 'dice'));
  });

  test('it stops in order', () => {
    machine.run('systemctl', 'stop', unit);
    assert.equal(show('Result'), 'success');
    assert.equal(show('ExecMainStatus'), '0');
  });

  test('it is removed, and its data only when it is purged', () => {
    machine.run('dpkg', '--remove', name);
    assert.ok(!existsSync(machine.path('usr', 'lib', name)));
    assert.ok(existsSync(at('phira.db')));
    machine.run('dpkg', '--purge', name);
    assert.ok(!existsSync(at()));
  });
});
