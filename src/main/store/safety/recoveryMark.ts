import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NutgrafError, type Failure, toFailure } from '#shared/domain/failure';
import { writeDurably } from '../disk/durableFile';
import { spendReserve } from '../disk/reserve';
import { isDiskFull, storeFailure, unnotedDamage } from '../disk/storeFailure';

/** Says that damage was found, so that the next start looks at every page; holds the name of a recovery begun. */
const recoveryMarkFile = (folder: string): string => join(folder, 'check-at-start');

export const hasRecoveryMark = (folder: string): boolean => existsSync(recoveryMarkFile(folder));

/** Makes the next start look at every page. False when the disk takes not even that: then a start mends nothing. */
export function markForRecovery(folder: string): boolean {
  if (hasRecoveryMark(folder)) return true;
  try {
    return note(folder);
  } catch (thrown) {
    return isDiskFull(thrown) && spendReserve(folder) && noteAgain(folder);
  }
}

function note(folder: string): true {
  writeFileSync(recoveryMarkFile(folder), '');
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
 * What was thrown by anything that works with a store, as a NutgrafError where it came from SQLite or the file system:
 * for every place where an error ends. Damage is noted, so that the next start looks at every page; its words say so.
 */
export function notedFailure(folder: string, thrown: unknown): unknown {
  const failure = storeFailure(thrown);
  if (!(failure instanceof NutgrafError) || failure.code !== 'store_damaged') return failure;
  return markForRecovery(folder) ? failure : unnotedDamage(failure.detail);
}

/** The same as data, for whom it is to be told. */
export const toldFailure = (folder: string, thrown: unknown): Failure =>
  toFailure(notedFailure(folder, thrown));

/** Notes under which name the damaged database is put aside, so that a recovery that was cut off is gone on with. */
export function beginRecovery(folder: string, asideName: string): void {
  writeDurably(recoveryMarkFile(folder), Buffer.from(asideName));
}

/** The name that a recovery which was cut off had noted; null when there is none, or the note is no name. */
export function recoveryBegun(folder: string): string | null {
  try {
    if (!statSync(recoveryMarkFile(folder)).isFile()) return null;
    const name = readFileSync(recoveryMarkFile(folder), 'utf8');
    return /^nutgraf\.damaged-[\w-]+\.db$/.test(name) ? name : null;
  } catch {
    return null;
  }
}

export function clearRecoveryMark(folder: string): void {
  rmSync(recoveryMarkFile(folder), { recursive: true, force: true });
}
