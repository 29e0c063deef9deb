import { existsSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compareVersions, version } from '#shared/domain/version';
import { dropUnfinishedIn, isAlive, syncFolder, writeDurably } from '../store/disk/durableFile';
import { onPlainFiles } from './plainFiles';

/**
 * Where an unpacked Nutgraf stands. Its folder holds a launcher `nutgraf`, a folder `app-VERSION` for each version that
 * is there, and these files of one line:
 *
 * - `current` names the folder that the launcher starts. Writing it anew is one rename: before it the old version
 *   starts, after it the new one.
 * - `trial` stands while the version in `current` has not started well yet, and names the one before it. The launcher
 *   brings that back by renaming `trial` to `current`.
 * - `tried` holds the process id of a start of the version on trial; `failed` names one that was given up.
 */
export interface Place {
  /** What a person unpacked, absolute. */
  readonly folder: string;
  /** The name of the running version's folder in it. */
  readonly app: string;
}

const appFolder = (of: string): string => `app-${of}`;

/** The version in a folder of that name; null for any other name. */
function versionIn(name: string): string | null {
  const parsed = version.safeParse(/^app-(.+)$/.exec(name)?.[1]);
  return parsed.success ? parsed.data : null;
}

/** The place of a running program; null where it did not come as such a folder. */
export function placeOf(program: string): Place | null {
  const own = dirname(program);
  const folder = dirname(own);
  const isOurs = versionIn(basename(own)) !== null && existsSync(join(folder, 'current'));
  return isOurs ? { folder, app: basename(own) } : null;
}

export const launcherOf = ({ folder }: Place): string => join(folder, 'nutgraf');

/** The name in a file of one line; null where there is none, or it names no version. */
function named({ folder }: Place, file: 'current' | 'trial' | 'failed'): string | null {
  try {
    const name = readFileSync(join(folder, file), 'utf8').trim();
    return versionIn(name) === null ? null : name;
  } catch {
    return null;
  }
}

const name = (file: 'current' | 'trial', place: Place, app: string): void =>
  writeDurably(join(place.folder, file), Buffer.from(`${app}\n`));

/**
 * Puts a version that was unpacked in the place of the current one, where that is older. Cut off at any moment, either
 * starts.
 *
 * @param unpacked its folder, on the same disk
 */
export function takePlace(place: Place, unpacked: string, newVersion: string): void {
  const { folder } = place;
  const app = appFolder(newVersion);
  const before = named(place, 'current') ?? place.app;
  // Another Nutgraf of this folder, with another store, was faster, and may have found what is newer still.
  if (compareVersions(versionIn(before) ?? newVersion, newVersion) >= 0) return;
  remove(join(folder, app));
  renameSync(unpacked, join(folder, app));
  syncFolder(folder);
  rmSync(join(folder, 'tried'), { force: true });
  name('trial', place, before);
  name('current', place, app);
}

/** The running version has started well: the one before it is not needed any more. */
export function endTrial(place: Place): void {
  if (named(place, 'current') !== place.app) return;
  for (const file of ['trial', 'tried']) rmSync(join(place.folder, file), { force: true });
}

/**
 * A store has the form of the running version from now on, and the one before it may not open that: whatever comes of
 * the trial, there is no way back any more.
 */
export function cutTrialShort(program: string): void {
  const place = placeOf(program);
  if (place === null) return;
  try {
    endTrial(place);
    syncFolder(place.folder);
  } catch {
    // Where the files of a trial cannot be removed, the launcher cannot rename them either.
  }
}

/** A start that ended by itself before it opened windows is no trial: the next start is the first one again. */
export function forgetTry(program: string): void {
  const place = placeOf(program);
  if (place === null) return;
  const tried = join(place.folder, 'tried');
  try {
    if (readFileSync(tried, 'utf8').trim() === String(process.pid)) rmSync(tried);
  } catch {
    // There is no trial, or another Nutgraf has just ended it.
  }
}

/** The version that was given up since this was last asked; null when none was. */
export function takeFailed(place: Place): string | null {
  const failed = named(place, 'failed');
  rmSync(join(place.folder, 'failed'), { force: true });
  return failed === null || failed === place.app ? null : versionIn(failed);
}

/** The folder that this process downloads and unpacks in. */
export const scratchOf = ({ folder }: Place): string => join(folder, `update-${process.pid}`);

const remove = (folder: string): void => onPlainFiles(() => rmSync(folder, { recursive: true, force: true }));

/** Removes versions and downloads that nobody needs or uses. */
export function sweep(place: Place): void {
  const { folder, app } = place;
  const kept: ReadonlySet<string | null> = new Set([app, named(place, 'current'), named(place, 'trial')]);
  const inUse = runningFolders();
  dropUnfinishedIn(folder);
  for (const entry of readdirSync(folder)) {
    const downloader = Number(/^update-(\d+)$/.exec(entry)?.[1] ?? 0);
    const isOld = versionIn(entry) !== null && !kept.has(entry) && !inUse.has(join(folder, entry));
    const isLeft = downloader > 0 && downloader !== process.pid && !isAlive(downloader);
    if (isOld || isLeft) remove(join(folder, entry));
  }
}

/** The folders of all programs that this user runs (proc(5)). */
function runningFolders(): ReadonlySet<string> {
  if (statSync('/proc', { throwIfNoEntry: false }) === undefined) return new Set();
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return new Set(
    pids.map((pid) => {
      try {
        return dirname(readlinkSync(`/proc/${pid}/exe`));
      } catch {
        return '';
      }
    }),
  );
}
