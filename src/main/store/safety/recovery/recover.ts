import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type StoreRecovery, storeRecovery } from '#shared/domain/storeNotice';
import { type StoreOptions, databaseFile } from '../../opening/database';
import { syncFile, syncFolder, writeDurably } from '../../disk/durableFile';
import { beginRecovery, clearRecoveryMark, recoveryBegun } from '../recoveryMark';
import type { Fault } from './preflight';
import { rebuild } from './rebuild';
import { asideFile, freeName, isThere, setAside, workshopOf } from './setAside';

/** What to report about the rebuilt store. */
const noteIn = (workshop: string): string => join(workshop, 'notice.json');

/**
 * Rebuilds a store beside the damaged one and then moves it into place, by renames alone. Nothing changes before the
 * first rename, and a recovery interrupted after it is resumed. The caller has the store to itself.
 */
export function recover(folder: string, fault: Fault, options: StoreOptions): StoreRecovery {
  const begun = recoveryBegun(folder);
  const built = begun === null ? null : readNote(folder);
  if (begun !== null && built !== null) return finish(folder, begun, built);
  const aside = freeName(folder, (options.now ?? Date.now)());
  // If an earlier Nutgraf's recovery was interrupted, a backup may be in the place of the damaged store.
  const begunFile = begun !== null && isThere(join(folder, begun)) ? join(folder, begun) : null;
  const wrecks = [...(begunFile === null ? [] : [begunFile]), databaseFile(folder)].filter(isThere);
  const rebuilt = rebuild(folder, workshopOf(folder), wrecks, {
    ...options,
    isLogShort: fault.isShort ?? false,
  });
  const notice: StoreRecovery = {
    kind: 'recovered',
    cause: fault.kind,
    ...rebuilt,
    damagedFile: begunFile ?? asideFile(folder, aside),
  };
  syncFile(databaseFile(workshopOf(folder)));
  writeDurably(noteIn(workshopOf(folder)), Buffer.from(JSON.stringify(notice)));
  beginRecovery(folder, aside);
  return finish(folder, aside, notice);
}

function readNote(folder: string): StoreRecovery | null {
  try {
    return storeRecovery.parse(JSON.parse(readFileSync(noteIn(workshopOf(folder)), 'utf8')));
  } catch {
    return null;
  }
}

/** The renames; those already done are not repeated. */
function finish(folder: string, aside: string, notice: StoreRecovery): StoreRecovery {
  const database = databaseFile(folder);
  const built = databaseFile(workshopOf(folder));
  if (existsSync(built)) {
    setAside(folder, aside);
    renameSync(built, database);
    syncFolder(folder);
  }
  clearRecoveryMark(folder);
  rmSync(workshopOf(folder), { recursive: true, force: true });
  return notice;
}
