import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { stamp } from '../../disk/copyDatabase';
import { databaseFile } from '../../opening/database';
import { syncFolder } from '../../disk/durableFile';
import { companions } from './preflight';

/** What belongs together, the database last: while it is in its place, nothing else is. */
const parts = [...companions, ''] as const;

/** Where a store is put together; nothing in it is anybody's only copy. */
export const workshopOf = (folder: string): string => join(folder, 'recovering');

/** Whether anything of a database is there. */
export const isThere = (database: string): boolean => parts.some((suffix) => exists(database + suffix));

/** Something with that name is there, be it a link that leads nowhere. */
const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** A name that nothing bears yet: the clock may stand still, or have been set back. */
export function freeName(folder: string, now: number): string {
  for (let count = 1; ; count += 1) {
    const name = `nutgraf.damaged-${stamp(now)}${count === 1 ? '' : `-${count}`}.db`;
    if (!isThere(join(folder, name))) return name;
  }
}

/** Where the database, or what there is of it, will lie for a specialist; null when there is none. */
export function asideFile(folder: string, aside: string): string | null {
  const found = ['', '-wal'].find((suffix) => exists(databaseFile(folder) + suffix));
  return found === undefined ? null : join(folder, aside + found);
}

/** Renames all that lies in the place of a store; what was renamed before stays so. */
export function setAside(folder: string, aside: string): void {
  const database = databaseFile(folder);
  for (const suffix of parts)
    if (exists(database + suffix)) renameSync(database + suffix, join(folder, aside + suffix));
  syncFolder(folder);
}
