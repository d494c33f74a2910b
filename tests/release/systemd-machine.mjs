// A Linux with systemd as its first process, in namespaces of its own: this system's files, with everything that is written kept in memory.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isInstalled } from '../run/programs.mjs';
import { until } from './until.mjs';

const systemd = '/lib/systemd/systemd';

// They are for hardware, for the kernel, which is shared with this system, and for what happens every day.
const masked = ['systemd-binfmt', 'systemd-modules-load', 'systemd-networkd', 'systemd-random-seed', 'systemd-remount-fs', 'systemd-resolved',
  'systemd-sysctl', 'systemd-timesyncd', 'systemd-tmpfiles-setup', 'systemd-udev-trigger', 'systemd-udevd', 'systemd-update-utmp'];
const maskedUnits = [...masked.map((name) => `${name}.service`), 'dbus.socket', 'dev-hugepages.mount', 'proc-sys-fs-binfmt_misc.automount',
  'sys-kernel-debug.mount', 'sys-kernel-tracing.mount', 'timers.target'];

// Runs before systemd, with the overlay as $1. It becomes the root: below another one, the kernel refuses namespaces of users. The devices are those
// that every container has.
const prepare = `
set -e
root=$1
mount --make-rprivate /
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t cgroup2 none "$root/sys/fs/cgroup"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs -o mode=0755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
    touch "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
mkdir "$root/dev/shm" "$root/dev/pts" "$root/dev/mqueue" "$root/dev/hugepages"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
cd "$root"
mkdir .outside
pivot_root . .outside
umount --lazy /.outside
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin ${systemd} --system --unit=basic.target --log-target=journal
`;

/** Why no such machine can be had here; null when one can. */
export function missing() {
  if (process.platform !== 'linux') return 'systemd is for Linux';
  if (process.getuid() !== 0) return 'only root can make namespaces with a file system of their own';
  if (!existsSync(systemd)) return 'systemd is not installed';
  if (!isInstalled('dpkg-deb')) return 'dpkg-deb is not installed';
  const { status, stderr } = spawnSync('unshare', ['--mount', '--pid', '--cgroup', '--fork', 'true'], { encoding: 'utf8' });
  return status === 0 ? null : `namespaces cannot be made: ${stderr.trim()}`;
}

export class SystemdMachine {
  #folder;
  #init;
  #pid;

  /** Starts the machine. */
  static async start() {
    const machine = new SystemdMachine();
    await machine.#start();
    return machine;
  }

  /** A path on the machine as this system sees it. */
  path(...parts) {
    return path.join(this.#folder, 'root', ...parts);
  }

  /** Runs a command on the machine. */
  run(command, ...args) {
    const { status, stdout, stderr } = this.try(command, ...args);
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}\n${this.try('journalctl', '--no-pager').stdout}`);
    return stdout;
  }

  /** Runs a command that may fail. */
  try(command, ...args) {
    const inside = ['--target', `${this.#pid}`, '--mount', '--pid', '--ipc', '--uts', '--cgroup', '--wd=/', 'env', '-i',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin', command, ...args];
    return spawnSync('nsenter', inside, { encoding: 'utf8' });
  }

  /** Ends every process of the machine and forgets its files. */
  stop() {
    if (this.#pid) {
      try {
        process.kill(this.#pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }

    this.#init?.kill('SIGKILL');
    spawnSync('umount', ['--lazy', path.join(this.#folder, 'root')]);
    spawnSync('umount', ['--lazy', this.#folder]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #start() {
    // Not below the folder that is shared by all: the service's own temporary folder is hidden by its unit.
    this.#folder = mkdtempSync(path.join(tmpdir(), 'phira-systemd-'));
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', this.#folder]);
    for (const name of ['root', 'upper', 'work']) mkdirSync(path.join(this.#folder, name));
    const [upper, work] = ['upper', 'work'].map((name) => path.join(this.#folder, name));
    execFileSync('mount', ['-t', 'overlay', 'overlay', '-o', `lowerdir=/,upperdir=${upper},workdir=${work}`, this.path()]);
    mkdirSync(this.path('etc', 'systemd', 'system'), { recursive: true });
    for (const unit of maskedUnits) execFileSync('ln', ['--symbolic', '--force', '/dev/null', this.path('etc', 'systemd', 'system', unit)]);
    writeFileSync(this.path('etc', 'machine-id'), '');

    this.#init = spawn('unshare', ['--mount', '--pid', '--ipc', '--uts', '--cgroup', '--fork', '--kill-child', 'sh', '-c', prepare, 'sh', this.path()], {
      stdio: 'ignore',
    });
    const ended = new Promise((_, reject) => {
      this.#init.on('exit', (code, signal) => reject(new Error(`The machine ended: ${code ?? signal}`)));
    });
    ended.catch(() => {});
    await Promise.race([ended, this.#untilRunning()]);
  }

  #untilRunning() {
    return until(() => {
      this.#pid = this.#findInit();
      return this.#pid && ['running', 'degraded'].includes(this.try('systemctl', 'is-system-running').stdout.trim());
    });
  }

  // The only child of unshare becomes systemd when the files are in place.
  #findInit() {
    const children = readFileSync(`/proc/${this.#init.pid}/task/${this.#init.pid}/children`, 'utf8').trim();
    const pid = Number(children.split(' ')[0]);
    return pid > 0 && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'systemd' ? pid : null;
  }
}
