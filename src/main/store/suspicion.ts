import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '#shared/domain/failure';
import { writeDurably } from './durableFile';
import { storeFailure } from './storeFailure';

/** Says that damage was found, so that the next start looks at every page; holds the name of a recovery begun. */
const suspicionFile = (folder: string): string => join(folder, 'check-at-start');

export const isSuspect = (folder: string): boolean => existsSync(suspicionFile(folder));

/** Makes the next start look at every page. A disk that cannot take even that hides no other error. */
export function suspect(folder: string): void {
  try {
    if (!isSuspect(folder)) writeFileSync(suspicionFile(folder), '');
  } catch {
    return;
  }
}

/** Makes the next start look at every page where damage is what was thrown. */
export function suspectAfter(folder: string, thrown: unknown): void {
  const failure = storeFailure(thrown);
  if (failure instanceof DeskError && failure.code === 'store_damaged') suspect(folder);
}

/** Notes under which name the damaged database is put aside, so that a recovery that was cut off is gone on with. */
export function beginRecovery(folder: string, asideName: string): void {
  writeDurably(suspicionFile(folder), Buffer.from(asideName));
}

/** The name that a recovery which was cut off had noted; null when there is none, or the note is no name. */
export function recoveryBegun(folder: string): string | null {
  try {
    const name = readFileSync(suspicionFile(folder), 'utf8');
    return /^nutgraf\.damaged-[\w-]+\.db$/.test(name) ? name : null;
  } catch {
    return null;
  }
}

export function clearSuspicion(folder: string): void {
  rmSync(suspicionFile(folder), { recursive: true, force: true });
}
