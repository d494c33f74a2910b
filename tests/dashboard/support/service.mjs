import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { patienceMilliseconds } from './patience.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

// No test may fail because a machine is slow: none of these limits is what is tested. The pause before a restart is one that a slow browser sees, and short
// enough for a test that waits until a plugin has crashed as often as it may.
const settings = {
  PHIRA_HOT_RELOAD__RESTART_COOLDOWN_SECS: '2',
  PHIRA_LIMITS__MAX_CPU_TIME_MS: '10000',
  PHIRA_LIMITS__MAX_EXECUTION_TIME_MS: '30000',
  PHIRA_PLUGINS__COMMAND_TIMEOUT_MS: '300000',
  PHIRA_PLUGINS__RECOVERED_AFTER_MS: '86400000',
  PHIRA_PLUGINS__ROUTE_TIMEOUT_MS: '300000',
  PHIRA_PLUGINS__STOP_DEADLINE_MS: '4000',
};

let built;

function build() {
  // Also builds the dashboard; does nothing when everything is up to date.
  const result = spawnSync('dotnet', ['build', 'src/Phira.PluginService', '--nologo', '--verbosity', 'quiet'], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`dotnet build failed:\n${result.stdout}${result.stderr}`);
  // One test installs a plugin that crashes.
  const guests = spawnSync('node', ['tests/guests/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (guests.status !== 0) throw new Error(`the test guests cannot be built:\n${guests.stdout}${guests.stderr}`);
  const program = path.join(root, 'artifacts/bin/Phira.PluginService/debug/Phira.PluginService.dll');
  if (!existsSync(program)) throw new Error(`${program} was not built`);
  return program;
}

/** The real service with simulated players, on free ports and with its own data directory. */
export class Service {
  #process;
  #data;
  #plugins;
  #output = '';

  /** The line of the setup link. */
  link = '';

  /** The port of the web server, and the one for players. */
  httpPort = 0;
  gamePort = 0;

  /** Starts the service; `toml` is its configuration file. */
  static async start({ toml = '' } = {}) {
    const service = new Service();
    const program = (built ??= build());
    service.#data = await mkdtemp(path.join(os.tmpdir(), 'phira-dashboard-'));
    // The tests install, roll back and remove plugins.
    service.#plugins = path.join(service.#data, 'plugins');
    await cp(path.join(root, 'plugins'), service.#plugins,
      { recursive: true, filter: (file) => !['node_modules', 'target', 'src', 'assembly'].includes(path.basename(file)) });
    await writeFile(path.join(service.#data, 'phira.toml'), toml);
    const args = [program, '--demo', '--game-port', '0', '--http-port', '0', '--data', service.#data, '--plugins', service.#plugins];
    // PHIRA_ variables configure the service: whatever the developer has set there must not change the tests.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('PHIRA_')));
    service.#process = spawn('dotnet', args, { cwd: service.#data, env: { ...env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
    await service.#untilListening();
    // The service is ready before plugins that take long to compile.
    await service.untilPrinted('that the plugins are loaded', /The plugins are loaded/);
    return service;
  }

  /** Puts a plugin into the plugins directory, as somebody with a file manager does. */
  async putPlugin(name, files) {
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(this.#plugins, name, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }

  /** Puts a file into the plugins directory itself. */
  async putFile(name, content) {
    await writeFile(path.join(this.#plugins, name), content);
  }

  async takePluginAway(name) {
    await rm(path.join(this.#plugins, name), { recursive: true, force: true });
  }

  /** The last lines that the service printed, for the report of a failure. */
  get log() {
    return this.#output.split('\n').slice(-40).join('\n');
  }

  /** Waits until the service has printed something. */
  untilPrinted(what, pattern) {
    return new Promise((resolve, reject) => {
      const stdout = this.#process.stdout;
      const timer = setTimeout(() => finish(() => reject(new Error(`never printed: ${what}`))), patienceMilliseconds);
      const finish = (end) => {
        clearTimeout(timer);
        stdout.off('data', look);
        end();
      };
      const look = () => {
        if (pattern.test(this.#output)) finish(resolve);
      };
      stdout.on('data', look);
      look();
    });
  }

  #untilListening() {
    return new Promise((resolve, reject) => {
      const fail = (reason) => reject(new Error(`The service ${reason}. Its output:\n${this.#output}`));
      const timer = setTimeout(() => fail('did not print its setup link in time'), patienceMilliseconds);
      const read = (text) => {
        this.#output += text;
        const link = /https?:\/\/\S+\/#token=\S+/.exec(this.#output)?.[0];
        const ports = /listening game=(\d+) http=(\d+)/.exec(this.#output);
        if (link === undefined || ports === null) return;
        clearTimeout(timer);
        [this.gamePort, this.httpPort] = ports.slice(1).map(Number);
        this.link = link;
        resolve();
      };
      for (const stream of [this.#process.stdout, this.#process.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', read);
      }
      this.#process.once('error', (error) => fail(`could not be started (${error.message})`));
      this.#process.once('exit', (code) => fail(`ended with code ${code}`));
    });
  }

  async stop() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      const timer = setTimeout(() => this.#process.kill('SIGKILL'), patienceMilliseconds);
      this.#process.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    }
    await rm(this.#data, { recursive: true, force: true });
  }
}
