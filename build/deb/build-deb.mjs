import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const name = 'phira-plugin-service';
const here = path.dirname(fileURLToPath(import.meta.url));

/** Makes a Debian package of a published program: the service of systemd, its user, and a configuration file that upgrades leave alone. */
export function buildDeb({ root, program, version, architecture, date, output, work }) {
  const folder = path.join(work, `deb-${architecture}`);
  const at = (...parts) => path.join(folder, ...parts);
  cpSync(program, at('usr', 'lib', name), { recursive: true });
  for (const file of ['systemd', 'README.md', 'CHANGELOG.md', 'LICENSE', 'phira.sample.toml']) rmSync(at('usr', 'lib', name, file), { recursive: true });

  mkdirSync(at('usr', 'bin'), { recursive: true });
  symlinkSync(`../lib/${name}/${name}`, at('usr', 'bin', name));
  copy(path.join(root, 'build', 'systemd', `${name}.service`), at('usr', 'lib', 'systemd', 'system', `${name}.service`));
  copy(path.join(here, 'sysusers.conf'), at('usr', 'lib', 'sysusers.d', `${name}.conf`));
  copy(path.join(root, 'src', 'Phira.PluginService', 'Configuration', 'phira.sample.toml'), at('etc', name, 'phira.toml'));
  copy(path.join(root, 'LICENSE'), at('usr', 'share', 'doc', name, 'copyright'));
  copy(path.join(root, 'CHANGELOG.md'), at('usr', 'share', 'doc', name, 'CHANGELOG.md'));
  const size = Math.ceil(sizeOf(folder) / 1024);

  mkdirSync(at('DEBIAN'));
  const control = readFileSync(path.join(here, 'control'), 'utf8')
    .replace('@VERSION@', version).replace('@ARCHITECTURE@', architecture).replace('@SIZE@', `${size}`);
  writeFileSync(at('DEBIAN', 'control'), control);
  writeFileSync(at('DEBIAN', 'conffiles'), `/etc/${name}/phira.toml\n`);
  for (const script of ['postinst', 'prerm', 'postrm']) {
    copy(path.join(here, script), at('DEBIAN', script));
    chmodSync(at('DEBIAN', script), 0o755);
  }

  const seconds = Math.floor(Date.parse(date) / 1000);
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', folder, path.join(output, `${name}_${version}_${architecture}.deb`)], {
    stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, SOURCE_DATE_EPOCH: `${seconds}` },
  });
}

function copy(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to);
  chmodSync(to, 0o644);
}

const sizeOf = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
