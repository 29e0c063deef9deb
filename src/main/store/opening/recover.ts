import { existsSync, lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type StoreRecovery, storeRecovery } from '#shared/domain/storeNotice';
import { stamp } from '../copyDatabase';
import { type StoreOptions, databaseFile } from '../database';
import { syncFile, syncFolder, writeDurably } from '../durableFile';
import { beginRecovery, clearSuspicion, recoveryBegun } from '../suspicion';
import { type Fault, companions } from './preflight';
import { rebuild } from './rebuild';

/** What belongs together, the database last: while it is in its place, nothing else is. */
const parts = [...companions, ''] as const;

/** Where a store is put together; nothing in it is anybody's only copy. */
const workshopOf = (folder: string): string => join(folder, 'recovering');

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
  const wrecks = [...(begun === null ? [] : [join(folder, begun)]), databaseFile(folder)].filter(isThere);
  const rebuilt = rebuild(folder, workshopOf(folder), wrecks, {
    ...options,
    isLogGone: fault.kind === 'log_gone',
  });
  const notice: StoreRecovery = {
    kind: 'recovered',
    cause: fault.kind,
    ...rebuilt,
    backupFrom: rebuilt.origin.kind === 'backup' ? rebuilt.origin.madeAt : null,
    damagedFile: begun === null ? asideFile(folder, aside) : join(folder, begun),
  };
  syncFile(databaseFile(workshopOf(folder)));
  writeDurably(noteIn(workshopOf(folder)), Buffer.from(JSON.stringify(notice)));
  beginRecovery(folder, aside);
  return finish(folder, aside, notice);
}

/** Whether anything of a database is there. */
const isThere = (database: string): boolean => parts.some((suffix) => exists(database + suffix));

/** Something with that name is there, be it a link that leads nowhere. */
const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** A name that nothing bears yet: the clock may stand still, or have been set back. */
function freeName(folder: string, now: number): string {
  for (let count = 1; ; count += 1) {
    const name = `nutgraf.damaged-${stamp(now)}${count === 1 ? '' : `-${count}`}.db`;
    if (!isThere(join(folder, name))) return name;
  }
}

/** The file for a specialist: the database, or its log. */
function asideFile(folder: string, aside: string): string | null {
  const found = ['', '-wal'].find((suffix) => exists(databaseFile(folder) + suffix));
  return found === undefined ? null : join(folder, aside + found);
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
    for (const suffix of parts)
      if (exists(database + suffix)) renameSync(database + suffix, join(folder, aside + suffix));
    syncFolder(folder);
    renameSync(built, database);
    syncFolder(folder);
  }
  clearSuspicion(folder);
  rmSync(workshopOf(folder), { recursive: true, force: true });
  return notice;
}
