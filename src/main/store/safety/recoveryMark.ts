import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NutgrafError, type Failure, toFailure } from '#shared/domain/failure';
import { writeDurably } from '../disk/durableFile';
import { withReserve } from '../disk/reserve';
import { storeFailure, unnotedDamage } from '../disk/storeFailure';

/**
 * Records that damage was found, so that the next start checks every page; holds the name of a recovery under way.
 */
const recoveryMarkFile = (folder: string): string => join(folder, 'check-at-start');

export const hasRecoveryMark = (folder: string): boolean => existsSync(recoveryMarkFile(folder));

/**
 * Makes the next start check every page. False when the disk does not even take that: then a restart repairs nothing.
 */
export function markForRecovery(folder: string): boolean {
  if (hasRecoveryMark(folder)) return true;
  try {
    withReserve(folder, () => writeFileSync(recoveryMarkFile(folder), ''));
    return true;
  } catch {
    return false;
  }
}

/**
 * What was thrown by anything that works with a store, as a NutgrafError if it came from SQLite or the file system:
 * used wherever an error ends. Damage is recorded, so that the next start checks every page, and the message says so.
 */
export function notedFailure(folder: string, thrown: unknown): unknown {
  const failure = storeFailure(thrown);
  if (!(failure instanceof NutgrafError) || failure.code !== 'store_damaged') return failure;
  return markForRecovery(folder) ? failure : unnotedDamage(failure.detail);
}

/** The same as data, for display. */
export const toldFailure = (folder: string, thrown: unknown): Failure =>
  toFailure(notedFailure(folder, thrown));

/** Records the name under which the damaged database is set aside, so that an interrupted recovery can be resumed. */
export function beginRecovery(folder: string, asideName: string): void {
  writeDurably(recoveryMarkFile(folder), Buffer.from(asideName));
}

/** The name recorded by an interrupted recovery; null when there is none, or the record is not a valid name. */
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
