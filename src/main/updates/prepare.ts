import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { download } from './download';
import type { OfferedFile } from './manifest';
import { type Place, scratchOf } from './place';
import { onPlainFiles } from './plainFiles';
import { refusals } from './refusals';
import { unpack } from './tar';

/** ms that a new version may take to say which one it is. */
const PATIENCE = 60_000;

interface Preparing {
  readonly place: Place;
  readonly version: string;
  readonly offered: OfferedFile;
  readonly address: string;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly onProgress: (received: number) => void;
  /** Everything has arrived. */
  readonly onArrived: () => void;
}

/**
 * Downloads a version, checks and unpacks it beside the running one, and has it say which version it is. Returns its
 * folder; where that throws, nothing of it is left.
 *
 * @throws NutgrafError with one of the codes of {@link refusals}; an AbortError when it was cancelled
 */
export async function prepare(preparing: Preparing): Promise<string> {
  const scratch = scratchOf(preparing.place);
  try {
    discard(preparing.place);
    await mkdir(scratch);
    return await prepareIn(scratch, preparing);
  } catch (thrown) {
    discard(preparing.place);
    throw inWords(thrown, preparing);
  }
}

/** What was prepared is not wanted any more. */
export const discard = (place: Place): void =>
  onPlainFiles(() => rmSync(scratchOf(place), { recursive: true, force: true }));

async function prepareIn(scratch: string, preparing: Preparing): Promise<string> {
  const archive = join(scratch, 'package');
  await download({ ...preparing, to: archive });
  preparing.onArrived();
  const unpacked = join(scratch, 'unpacked');
  await mkdir(unpacked);
  await unpack(archive, unpacked, preparing.signal);
  rmSync(archive);
  const app = await appIn(unpacked, preparing.version);
  await startsAs(app, preparing);
  preparing.signal.throwIfAborted();
  return app;
}

/** The folder of that version in what was unpacked. */
async function appIn(unpacked: string, version: string): Promise<string> {
  const [top = '', ...others] = await readdir(unpacked);
  const app = join(unpacked, top, `app-${version}`);
  const program = await stat(join(app, 'nutgraf')).catch(() => null);
  if (others.length > 0 || program?.isFile() !== true)
    throw refusals.badPackage(`Nutgraf ${version} is not in it`);
  return app;
}

const run = promisify(execFile);

/** Its bytes are those that were signed, so it may be run; a system may lack what it needs. */
async function startsAs(app: string, { version, signal }: Preparing): Promise<void> {
  const said = await run(join(app, 'nutgraf'), ['--version'], { timeout: PATIENCE, signal }).catch(
    (thrown: unknown) => {
      signal.throwIfAborted();
      throw refusals.doesNotStart(version, thrown instanceof Error ? thrown.message : String(thrown));
    },
  );
  const found = said.stdout.trim();
  if (found !== version) throw refusals.badPackage(`it says that it is ${found.slice(0, 100)}`);
}

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const closed: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

function inWords(thrown: unknown, { offered, place }: Preparing): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (full.has(code)) return refusals.diskFull(offered.bytes);
  return closed.has(code) ? refusals.notWritable(place.folder) : thrown;
}
