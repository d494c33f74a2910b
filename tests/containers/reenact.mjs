// Carries out what the Dockerfile says in a clean folder, without a container engine, and starts the service as the image would: restore and build with
// nothing but the files that were copied by then, then an empty data volume, an empty plugins volume and no configuration. The program is also started with
// --demo in an empty folder, by an account that owns nothing but that.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const root = mkdtempSync(path.join(os.tmpdir(), 'phira-image-'));
const token = 'container-checks-admin-token-0123456789';

/** What a build context holds: everything but what Git or the .dockerignore leaves out. */
function contextFiles() {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: repository, encoding: 'utf8' }).stdout.split('\n');
  return listed.filter((file) => file !== '' && existsSync(path.join(repository, file)) && !/^(tests|data|config|\.git|\.github|\.ci)\//.test(file));
}

/** The instructions of the Dockerfile, in order, comments and continued lines resolved. */
function instructions() {
  const text = readFileSync(path.join(repository, 'Dockerfile'), 'utf8').replaceAll(/^#.*\n/gm, '').replaceAll('\\\n', ' ');
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [, name, rest] = /^(\w+)\s+(.*)$/.exec(line);
    return { name, rest: rest.trim() };
  });
}

const files = contextFiles();
const image = { stage: '', restored: false, directory: '/', environment: {}, volumes: [], entry: [], health: [], fetched: [] };
const inside = (stage, place) => path.join(root, stage, path.posix.resolve(image.directory, place));

function copy(words) {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const [target, ...sources] = words.filter((word) => !word.startsWith('--')).reverse();
  for (const source of sources) {
    if (from === 'node') continue; // The machine has Node already.
    if (from !== undefined) {
      cpSync(path.join(root, from, source), inside(image.stage, target), { recursive: true });
      continue;
    }
    const taken = files.filter((file) => file === source || file.startsWith(`${source}/`));
    assert.notEqual(taken.length, 0, `COPY ${source}: nothing of that name is in the build context`);
    for (const file of taken) {
      const name = file === source ? (target.endsWith('/') ? path.posix.join(target, path.basename(file)) : target)
        : path.posix.join(target, path.relative(source, file));
      cpSync(path.join(repository, file), inside(image.stage, name), { preserveTimestamps: true });
      if (image.stage === 'build' && !image.restored) image.fetched.push(file);
    }
  }
}

function run(command) {
  const program = command.split(' ')[0];
  if (program !== 'npm' && program !== 'dotnet') return; // Prepares the image itself.
  const mapped = command.replaceAll(/(?<= )\/[\w/]+/g, (place) => path.join(root, image.stage, place));
  console.log(`> ${mapped}`);
  mkdirSync(inside(image.stage, '.'), { recursive: true });
  const [name, ...words] = mapped.split(' ');
  const { status } = spawnSync(name, words, { cwd: inside(image.stage, '.'), stdio: 'inherit' });
  assert.equal(status, 0, `${command} failed`);
  if (command.startsWith('dotnet restore')) image.restored = true;
}

function build() {
  for (const { name, rest } of instructions()) {
    const words = rest.split(/\s+/);
    if (name === 'FROM') Object.assign(image, { stage: words.at(-1), directory: '/' });
    else if (name === 'WORKDIR') image.directory = rest;
    else if (name === 'COPY') copy(words);
    else if (name === 'RUN') run(rest);
    else if (name === 'ENV') for (const word of words) image.environment[word.split('=')[0]] = word.split('=')[1];
    else if (name === 'VOLUME') image.volumes = JSON.parse(rest);
    else if (name === 'ENTRYPOINT') image.entry = JSON.parse(rest);
    else if (name === 'HEALTHCHECK') image.health = JSON.parse(rest.slice(rest.indexOf('[')));
  }
  const sources = image.fetched.filter((file) => !/\.(csproj|props|targets|json)$/.test(file));
  assert.deepEqual(sources, [], 'a change of these would fetch all packages again');
}

const outside = (place) => (place.startsWith('/') ? path.join(root, 'run', place) : place);

async function start() {
  for (const volume of [...image.volumes, image.directory]) mkdirSync(outside(volume), { recursive: true });
  const environment = Object.fromEntries(Object.entries(image.environment).map(([name, value]) => [name, outside(value)]));
  return launch([], { cwd: outside(image.directory), env: { ...environment, PHIRA_PLUGINS__APPROVAL: 'trust' } });
}

/** Starts the program; answers with the port of the web server, once the plugins are loaded. */
async function launch(words, { env, ...options }) {
  const others = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PHIRA_')));
  const service = spawn(image.entry[0], [...image.entry.slice(1).map(outside), ...words, '--game-port', '0', '--http-port', '0'], {
    ...options,
    env: { ...others, ...env, PHIRA_AUTH__ADMIN_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  const port = await new Promise((resolve, reject) => {
    service.stdout.setEncoding('utf8').on('data', (text) => {
      log += text;
      const found = /listening game=\d+ http=(\d+)/.exec(log);
      if (found !== null && log.includes('The plugins are loaded')) resolve(Number(found[1]));
    });
    service.on('exit', (code) => reject(new Error(`The service ended with ${code}.\n${log}`)));
  });
  return { service, port };
}

async function stop(service) {
  service.removeAllListeners('exit');
  const ended = new Promise((resolve) => { service.on('exit', resolve); });
  service.kill('SIGTERM');
  await ended;
}

const caller = (port) => (address, method = 'GET') =>
  fetch(`http://127.0.0.1:${port}${address}`, { method, headers: { authorization: `Bearer ${token}` } });

async function use(port) {
  const call = caller(port);
  while ((await call('/healthz/ready')).status !== 200) await new Promise((resolve) => { setTimeout(resolve, 100); });

  const [program, ...words] = image.health.map((word) => word.replaceAll('12347', `${port}`));
  assert.equal(spawnSync(program, words).status, 0, 'the health check of the image fails');

  const plugins = await (await call('/api/v1/plugins')).json();
  assert.deepEqual(plugins.map((plugin) => [plugin.name, plugin.state]), [['dice', 'running'], ['welcome', 'running']]);
  assert.equal((await call('/api/v1/plugins/dice', 'DELETE')).status, 204, 'the dashboard cannot change the plugins');
  assert.deepEqual(readdirSync(path.join(root, 'run/plugins')).filter((name) => !name.startsWith('.')), ['welcome']);
  assert.equal((await call('/')).status, 200, 'the image has no dashboard');
  const gallery = readdirSync(path.join(repository, 'plugins/gallery'));
  assert.deepEqual((await (await call('/api/v1/gallery')).json()).map(({ name }) => name).filter((name) => gallery.includes(name)).sort(), gallery.sort());
}

/** What somebody does who has unpacked the program and wants to see it. */
async function tryOut() {
  const folder = path.join(root, 'trial');
  mkdirSync(folder);
  chmodSync(root, 0o755);
  const account = process.getuid() === 0 ? { uid: 1654, gid: 1654 } : {};
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const { service, port } = await launch(['--demo'], { ...account, cwd: folder, env: { HOME: folder } });
  try {
    const plugins = await (await caller(port)('/api/v1/plugins')).json();
    assert.ok(plugins.length > 0 && plugins.every(({ state }) => state === 'running'), JSON.stringify(plugins));
    while ((await (await caller(port)('/api/v1/rooms')).json()).length === 0) await new Promise((resolve) => { setTimeout(resolve, 100); });
  } finally {
    await stop(service);
  }
}

try {
  build();
  const before = readdirSync(path.join(root, 'run/app'), { recursive: true }).sort();
  const { service, port } = await start();
  try {
    await use(port);
  } finally {
    await stop(service);
  }
  await tryOut();
  assert.deepEqual(readdirSync(path.join(root, 'run/app'), { recursive: true }).sort(), before, 'the service wrote outside its volumes');
  console.log('The image can be built and starts.');
} finally {
  rmSync(root, { recursive: true, force: true });
}
