import { listBackups } from './backups';
import type { Store } from '../store';
import { readDatabase } from '../opening/readDatabase';
import { type BrokenRow, brokenRows, isIntact, putBack, readSealed } from '../sql/seals';
import { write } from '../sql/write';

type Row = Readonly<Record<string, unknown>>;

/** What became of rows that were damaged on disk. */
export interface MendedRows {
  /** They are as the newest backup has them. */
  readonly mended: readonly BrokenRow[];
  /** No backup has a good copy. */
  readonly lost: readonly BrokenRow[];
}

/** Repairs sections, accounts and links that were damaged on disk, from the newest backup that has them. */
export function mendRows(store: Store): MendedRows {
  const broken = brokenRows(store.db);
  const found = broken.map((row) => [row, soundCopy(store.folder, row)] as const);
  const mended = found.filter(([, copy]) => copy !== null);
  if (mended.length > 0) {
    write(store, () => {
      for (const [row, copy] of mended) putBack(store.db, row, copy ?? {});
    });
  }
  return {
    mended: mended.map(([row]) => row),
    lost: found.filter(([, copy]) => copy === null).map(([row]) => row),
  };
}

function soundCopy(folder: string, { table, key }: BrokenRow): Row | null {
  for (const { file } of listBackups(folder)) {
    // A backup that cannot be read, or predates row hashes, is of no use here.
    const copy = readDatabase(file, (db) =>
      isIntact(db, table, ...key) ? (readSealed(db, table, key) ?? null) : null,
    );
    if (copy !== null) return copy;
  }
  return null;
}
