import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError, type Failure, toFailure } from '#shared/domain/failure';
import { writeDurably } from './durableFile';
import { spendReserve } from './reserve';
import { isDiskFull, storeFailure, unnotedDamage } from './storeFailure';

/** Says that damage was found, so that the next start looks at every page; holds the name of a recovery begun. */
const suspicionFile = (folder: string): string => join(folder, 'check-at-start');

export const isSuspect = (folder: string): boolean => existsSync(suspicionFile(folder));

/** Makes the next start look at every page. False when the disk takes not even that: then a start mends nothing. */
export function suspect(folder: string): boolean {
  if (isSuspect(folder)) return true;
  try {
    return note(folder);
  } catch (thrown) {
    return isDiskFull(thrown) && spendReserve(folder) && noteAgain(folder);
  }
}

function note(folder: string): true {
  writeFileSync(suspicionFile(folder), '');
  return true;
}

function noteAgain(folder: string): boolean {
  try {
    return note(folder);
  } catch {
    return false;
  }
}

/**
 * What was thrown by anything that works with a store, as a DeskError where it came from SQLite or the file system:
 * for every place where an error ends. Damage is noted, so that the next start looks at every page; its words say so.
 */
export function notedFailure(folder: string, thrown: unknown): unknown {
  const failure = storeFailure(thrown);
  if (!(failure instanceof DeskError) || failure.code !== 'store_damaged') return failure;
  return suspect(folder) ? failure : unnotedDamage(failure.detail);
}

/** The same as data, for whom it is to be told. */
export const toldFailure = (folder: string, thrown: unknown): Failure =>
  toFailure(notedFailure(folder, thrown));

/** Notes under which name the damaged database is put aside, so that a recovery that was cut off is gone on with. */
export function beginRecovery(folder: string, asideName: string): void {
  writeDurably(suspicionFile(folder), Buffer.from(asideName));
}

/** The name that a recovery which was cut off had noted; null when there is none, or the note is no name. */
export function recoveryBegun(folder: string): string | null {
  try {
    if (!statSync(suspicionFile(folder)).isFile()) return null;
    const name = readFileSync(suspicionFile(folder), 'utf8');
    return /^nutgraf\.damaged-[\w-]+\.db$/.test(name) ? name : null;
  } catch {
    return null;
  }
}

export function clearSuspicion(folder: string): void {
  rmSync(suspicionFile(folder), { recursive: true, force: true });
}
