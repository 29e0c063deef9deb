import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasProgram } from '../child';
import { withLock } from '../lock';
import { cacheFolder, Problem, say } from '../project';

/** Packages that Debian and Ubuntu renamed when their `time_t` grew to 64 bits. */
const renamed: ReadonlySet<string> = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']);

/** The last releases before that. */
const before64BitTime: ReadonlySet<string> = new Set([
  'buster',
  'bullseye',
  'bookworm',
  'bionic',
  'focal',
  'jammy',
]);

/** A Debian 12 package's name on the system described by this os-release file (freedesktop.org, os-release(5)). */
export function packageName(bookwormName: string, osRelease: string): string {
  const base =
    /^UBUNTU_CODENAME="?(\w+)/m.exec(osRelease)?.[1] ??
    /^(?:DEBIAN|VERSION)_CODENAME="?(\w+)/m.exec(osRelease)?.[1];
  const isOld = base !== undefined && before64BitTime.has(base);
  return renamed.has(bookwormName) && !isOld ? `${bookwormName}t64` : bookwormName;
}

/** Those of the packages that dpkg does not have installed. */
export function missingOf(packages: readonly string[], dpkgStatus: string): readonly string[] {
  const installed = new Set(
    dpkgStatus.split('\n').flatMap((line) => {
      const [name, status] = line.split('\t');
      return name && status === 'installed' ? [name] : [];
    }),
  );
  return packages.filter((name) => !installed.has(name));
}

/** The one command that installs packages, for a user who may run it. */
export const installCommand = (packages: readonly string[]): string =>
  `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;

/** Something that the system lacks, and the Debian 12 packages that bring it. */
export interface Need {
  /** Follows the words `missing here:`. */
  readonly what: string;
  readonly packages: readonly string[];
}

/**
 * Installs what is needed if we are root on a system with apt; else says how, all at once.
 *
 * @throws Problem with the one command to run
 */
export async function ensurePackages(needs: readonly (Need | null)[]): Promise<void> {
  const real = needs.filter((need) => need !== null);
  if (real.length === 0) return;
  const why = `missing here: ${real.map(({ what }) => what).join('; ')}`;
  const bookwormNames = real.flatMap(({ packages }) => packages);
  if (!hasProgram('apt-get')) {
    const list = bookwormNames.join(', ');
    throw new Problem(`${why}. Install with your system's package manager what Debian calls ${list}.`);
  }
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const names = bookwormNames.map((name) => packageName(name, system));
  const missing = missingOf(names, dpkgStatus(names));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new Problem(`${why}. Run:\n  ${installCommand(missing)}`);
  say(`${why}; installing ${missing.join(' ')} …`);
  await withLock(path.join(cacheFolder(), 'apt.lock'), async () => aptInstall(missing));
}

/**
 * Installs what is useful but not required, if we are root on a system with apt; otherwise, and if that fails,
 * continues without it.
 */
export async function wishPackages(names: readonly string[]): Promise<void> {
  if (!hasProgram('apt-get') || process.getuid?.() !== 0) return;
  const missing = missingOf(names, dpkgStatus(names));
  if (missing.length === 0) return;
  say(`installing ${missing.join(' ')} …`);
  try {
    await withLock(path.join(cacheFolder(), 'apt.lock'), async () => aptInstall(missing));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    say(`going on without: ${thrown.message}`);
  }
}

function dpkgStatus(names: readonly string[]): string {
  const format = '${binary:Package}\t${db:Status-Status}\n';
  const run = spawnSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' });
  return run.stdout.replaceAll(/:\w+\t/g, '\t');
}

function aptInstall(names: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...options, 'update'], { env, stdio: 'ignore' });
  const install = [...options, 'install', '-y', '--no-install-recommends', ...names];
  const run = spawnSync('apt-get', install, { env, encoding: 'utf8' });
  if (run.status !== 0)
    throw new Problem(`apt-get could not install ${names.join(' ')}:\n${run.stderr.trim()}`);
}
