import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Skipped } from './skipped.mjs';

const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/local/bin'];

/** The full path of an installed program; a test that needs one which is missing is skipped. `debianPackage` is null where there is none. */
export function findProgram(name, debianPackage, { isRequired = false } = {}) {
  const file = folders.map((folder) => path.join(folder, name)).find((candidate) => existsSync(candidate));
  if (file !== undefined) return file;
  const remedy = debianPackage === null ? 'put it on the PATH; Debian has no package of it' : `Debian, Ubuntu: apt-get install ${debianPackage}`;
  throw new Skipped(`${name} is not installed (${remedy})`, { isRequired });
}

/** A TCP port that was free a moment ago; for programs that cannot choose one themselves. */
export async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Another program that a test runs beside the service. */
export class Program {
  #process;
  #output = '';
  #ended;

  /** Starts a program on a free port and waits until it listens there. Where somebody else was faster, it tries the next port. */
  static async listening(command, prepare) {
    for (;;) {
      const port = await freePort();
      const { args, ...options } = await prepare(port);
      const program = Program.start(command, args, options);
      if (await program.#listens(port)) return { program, port };
      if (!/address already in use/i.test(program.#output)) throw new Error(`${command} ended:\n${program.#output}`);
    }
  }

  static start(command, args, options = {}) {
    const program = new Program();
    program.#process = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [program.#process.stdout, program.#process.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => { program.#output += text; });
    }
    program.#ended = new Promise((resolve) => {
      program.#process.once('error', resolve);
      program.#process.once('close', resolve);
    });
    return program;
  }

  get output() {
    return this.#output;
  }

  /** Waits until somebody listens; false when this program has ended instead. */
  async #listens(port) {
    let hasEnded = false;
    void this.#ended.then(() => { hasEnded = true; });
    while (!hasEnded) {
      if (await canConnect(port)) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  async untilListening(port) {
    if (!(await this.#listens(port))) throw new Error(`the program ended:\n${this.#output}`);
  }

  async stop() {
    this.#process.kill('SIGTERM');
    await this.#ended;
  }
}

function canConnect(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}
