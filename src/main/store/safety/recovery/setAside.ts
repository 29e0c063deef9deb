import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { stamp } from '../../disk/copyDatabase';
import { databaseFile } from '../../opening/database';
import { syncFolder } from '../../disk/durableFile';
import { companions } from './preflight';

/** Files that belong together, the database last: while it is in place, nothing else counts. */
const parts = [...companions, ''] as const;

/** Where a store is rebuilt; nothing in it is the only copy of anything. */
export const workshopOf = (folder: string): string => join(folder, 'recovering');

/** Whether there is any part of a database. */
export const isThere = (database: string): boolean => parts.some((suffix) => exists(database + suffix));

/** Something with that name exists, even if it is a broken link. */
const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** A name that is not taken: the clock may stand still, or have been set back. */
export function freeName(folder: string, now: number): string {
  for (let count = 1; ; count += 1) {
    const name = `nutgraf.damaged-${stamp(now)}${count === 1 ? '' : `-${count}`}.db`;
    if (!isThere(join(folder, name))) return name;
  }
}

/** Where the database, or what there is of it, is kept for a specialist; null when there is none. */
export function asideFile(folder: string, aside: string): string | null {
  const found = ['', '-wal'].find((suffix) => exists(databaseFile(folder) + suffix));
  return found === undefined ? null : join(folder, aside + found);
}

/** Renames everything in the place of a store; what was renamed before stays so. */
export function setAside(folder: string, aside: string): void {
  const database = databaseFile(folder);
  for (const suffix of parts)
    if (exists(database + suffix)) renameSync(database + suffix, join(folder, aside + suffix));
  syncFolder(folder);
}
