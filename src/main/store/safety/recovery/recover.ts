import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type StoreRecovery, storeRecovery } from '#shared/domain/storeNotice';
import { type StoreOptions, databaseFile } from '../../opening/database';
import { syncFile, syncFolder, writeDurably } from '../../disk/durableFile';
import { beginRecovery, clearRecoveryMark, recoveryBegun } from '../recoveryMark';
import type { Fault } from './preflight';
import { rebuild } from './rebuild';
import { asideFile, freeName, isThere, setAside, workshopOf } from './setAside';

/** What is to be told, beside the store that was put together. */
const noteIn = (workshop: string): string => join(workshop, 'notice.json');

/**
 * Puts a store together beside the damaged one and then, by renames alone, in its place. Until the first rename
 * nothing has changed, and from there on a recovery that is cut off is gone on with. The caller is alone in the store.
 */
export function recover(folder: string, fault: Fault, options: StoreOptions): StoreRecovery {
  const begun = recoveryBegun(folder);
  const built = begun === null ? null : readNote(folder);
  if (begun !== null && built !== null) return finish(folder, begun, built);
  const aside = freeName(folder, (options.now ?? Date.now)());
  // Where an earlier Nutgraf's recovery was cut off, a backup may lie in the place of the damaged store.
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
    backupFrom: rebuilt.origin.kind === 'backup' ? rebuilt.origin.madeAt : null,
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

/** The renames; those that were done before are not done again. */
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
