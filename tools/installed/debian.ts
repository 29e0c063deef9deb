import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { hasProgram, outputOf } from '../child';
import { withLock } from '../lock';
import { cacheFolder, say } from '../project';
import { NotHere } from '../notHere';

/** A clean Debian, which others copy, and a folder in which apt keeps what it downloaded for one. */
export interface Debian {
  readonly folder: string;
  readonly archives: string;
}

/** The releases on whose package names the .deb was tried. */
const known: ReadonlySet<string> = new Set(['bookworm']);

/** Why this machine cannot have a clean Debian, or null. */
export function obstacleHere(): string | null {
  if (process.platform !== 'linux') return 'they need Linux';
  if (process.arch !== 'x64') return 'they need a 64-bit processor of Intel or AMD';
  if (process.getuid?.() !== 0) return 'only root can make a clean Debian';
  if (!hasProgram('apt-get')) return 'they need a system with apt';
  if (!known.has(codename())) return `they were made for Debian ${[...known].join(', ')}`;
  if (outputOf('unshare', ['--mount', '--pid', '--fork', 'true']) === null)
    return 'this system does not let root make namespaces, as in a container';
  const options = outputOf('findmnt', ['--noheadings', '--output', 'OPTIONS', '--target', tmpdir()]) ?? '';
  if (/\bno(?:suid|exec|dev)\b/u.test(options)) return `${tmpdir()} is mounted ${options.trim()}`;
  return null;
}

const codename = (): string =>
  /^VERSION_CODENAME="?(\w+)/mu.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'unknown';

/**
 * Debian's smallest system, made once and kept with the runtimes.
 *
 * @throws NotHere where no Debian archive can be reached
 */
export async function ensureDebian(): Promise<Debian> {
  const release = codename();
  const folder = path.join(cacheFolder(), `debian-${release}-amd64`);
  const archives = path.join(cacheFolder(), `debian-${release}-archives`);
  await mkdir(path.join(archives, 'partial'), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await bootstrap(release, folder);
  });
  return { folder, archives };
}

async function bootstrap(release: string, folder: string): Promise<void> {
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  say('making a clean Debian, once; this takes some minutes …');
  // It mounts things in what it makes, which a run that is cut short would leave there.
  const alone = ['--mount', '--propagation', 'private', 'debootstrap'];
  const words = [...alone, '--variant=minbase', '--arch=amd64', release, making, ...mirrorOf(release)];
  try {
    await promisify(execFile)('unshare', words);
  } catch (thrown) {
    await rm(making, { recursive: true, force: true });
    const { stdout } = thrown as { readonly stdout?: string };
    throw new NotHere(`debootstrap ended with: ${stdout?.trim().split('\n').at(-1) ?? String(thrown)}`);
  }
  await takeAptSettings(making);
  await rename(making, folder);
}

/** The archive that this machine's apt takes the release from; none where it takes it from nowhere. */
function mirrorOf(release: string): readonly string[] {
  const format = '$(REPO_URI) $(CODENAME) $(COMPONENT)';
  const targets = outputOf('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']) ?? '';
  const line = targets.split('\n').find((target) => target.endsWith(` ${release} main`));
  return line === undefined ? [] : [line.slice(0, line.indexOf(' '))];
}

/** How this machine reaches an archive, and what it takes of one, holds in there as well. */
async function takeAptSettings(root: string): Promise<void> {
  const from = '/etc/apt/apt.conf.d';
  for (const name of await readdir(from)) {
    const text = await readFile(path.join(from, name), 'utf8');
    if (/^\s*Acquire::/mu.test(text)) await cp(path.join(from, name), path.join(root, from, name));
  }
}
