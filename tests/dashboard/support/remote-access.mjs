import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findProgram, Program } from './programs.mjs';
import { Service } from './service.mjs';

const page = (name) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const codeBlocks = (text) => [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map((block) => block[1]);

export const documented = codeBlocks(page('remote-access.md'));
export const documentedInChinese = codeBlocks(page('remote-access.zh-CN.md'));

/** The configuration of the documentation whose first line says what it is. */
export function configuration(firstLine) {
  const block = documented.find((text) => text.startsWith(`${firstLine}\n`));
  if (block === undefined) throw new Error(`docs/remote-access.md has no block that begins with "${firstLine}"`);
  return block;
}

/** Replaces what is different on this machine; something to replace that is not there is a mistake. */
export function adapted(text, ...replacements) {
  return replacements.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`there is no "${from}" in:\n${result}`);
    return result.replaceAll(from, to);
  }, text);
}

/** What a test of the documentation starts; everything is stopped when the test ends. */
export class RemoteAccess {
  #folder;
  #started = [];

  static async prepare(stage) {
    const remote = new RemoteAccess();
    remote.#folder = await mkdtemp(path.join(os.tmpdir(), 'phira-remote-'));
    stage.atTheEnd(() => remote.#stop());
    return remote;
  }

  file(name) {
    return path.join(this.#folder, name);
  }

  async write(name, content, mode = 0o644) {
    await mkdir(path.dirname(this.file(name)), { recursive: true });
    await writeFile(this.file(name), content, { mode });
    return this.file(name);
  }

  /** A certificate where certificate clients put it, for the paths of the documentation. */
  async certificate(host) {
    const folder = this.file(host);
    await mkdir(folder);
    const [key, chain] = ['privkey.pem', 'fullchain.pem'].map((name) => path.join(folder, name));
    execFileSync(
      findProgram('openssl', 'openssl', { isRequired: true }),
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '30',
        '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', chain],
      { stdio: 'pipe' },
    );
    return folder;
  }

  async service(toml) {
    const service = await Service.start({ toml });
    this.#started.push(service);
    return service;
  }

  start(command, args, options) {
    const program = Program.start(command, args, options);
    this.#started.push(program);
    return program;
  }

  async listening(command, prepare) {
    const { program, port } = await Program.listening(command, prepare);
    this.#started.push(program);
    return port;
  }

  /** Runs the real nginx with a file of `conf.d`; answers the port that it listens on. */
  async nginx(site) {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ');
    return this.listening(findProgram('nginx', 'nginx-light', { isRequired: true }), async (port) => {
      await this.write('site.conf', adapted(site, ['listen 443 ', `listen 127.0.0.1:${port} `]));
      await this.write(
        'nginx.conf',
        `${process.getuid() === 0 ? 'user root;' : ''} daemon off; pid nginx.pid; error_log stderr;
        events {}
        http { access_log off; ${temporary} include site.conf; }`,
      );
      return { args: ['-p', `${this.#folder}/`, '-c', 'nginx.conf', '-e', 'stderr'] };
    });
  }

  /** Runs the real SSH server for the account of this process, which gets a key of its own. */
  async sshd(program, keygen) {
    for (const name of ['host-key', 'key']) execFileSync(keygen, ['-q', '-t', 'ed25519', '-N', '', '-f', this.file(name)]);
    await this.write('authorized_keys', readFileSync(this.file('key.pub')), 0o600);
    // Started as root, the server insists on this folder; its package leaves it to the system's start.
    if (process.getuid() === 0) await mkdir('/run/sshd', { recursive: true });
    return this.listening(program, async (port) => {
      const settings = [
        `Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${this.file('host-key')}`, `AuthorizedKeysFile ${this.file('authorized_keys')}`,
        'StrictModes no', 'PermitRootLogin yes', 'UsePAM no', 'PidFile none',
      ];
      return { args: ['-D', '-e', '-f', await this.write('sshd_config', settings.join('\n') + '\n')] };
    });
  }

  async #stop() {
    for (const one of this.#started.reverse()) await one.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
