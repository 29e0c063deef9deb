import { createHash } from 'node:crypto';
import type { Db } from '../store';
import { statement } from './statement';

/** Tables whose rows carry a hash, as articles and revisions do, with the columns that identify a row. */
const sealed = {
  sections: ['id'],
  cms_accounts: ['id'],
  cms_links: ['article_id', 'account_id'],
} as const satisfies Record<string, readonly string[]>;

export type SealedTable = keyof typeof sealed;
const sealedTables = Object.keys(sealed) as readonly SealedTable[];

type Row = Readonly<Record<string, unknown>>;

/** A row that is not as it was written. */
export interface BrokenRow {
  readonly table: SealedTable;
  readonly key: readonly string[];
  readonly row: Row;
}

const whereKey = (table: SealedTable): string => sealed[table].map((column) => `${column} = ?`).join(' AND ');
const keyText = (key: readonly string[]): string => key.join(' ');

/** SHA-256, hex, of a row: nulls do not count, so that a column added by a later version changes no older hash. */
function hashOf(row: Row): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null);
  return createHash('sha256')
    .update(JSON.stringify(filled.toSorted(([one], [other]) => (one < other ? -1 : 1))))
    .digest('hex');
}

export function readSealed(db: Db, table: SealedTable, key: readonly string[]): Row | undefined {
  return statement<string[], Row>(db, `SELECT * FROM ${table} WHERE ${whereKey(table)}`).get(...key);
}

/** Records a row's hash, inside the write that wrote it. */
export function seal(db: Db, table: SealedTable, ...key: readonly string[]): void {
  const row = readSealed(db, table, key);
  if (row === undefined) return;
  statement<[string, string, string]>(
    db,
    `INSERT INTO row_seals (table_name, key, hash) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET hash = excluded.hash`,
  ).run(table, keyText(key), hashOf(row));
}

/** Whether a row is as it was written; one that is missing, or was never hashed, is not broken. */
export function isIntact(db: Db, table: SealedTable, ...key: readonly string[]): boolean {
  const row = readSealed(db, table, key);
  return row === undefined || isAsSealed(db, table, key, row);
}

function isAsSealed(db: Db, table: SealedTable, key: readonly string[], row: Row): boolean {
  const find = statement<[string, string], string>(
    db,
    'SELECT hash FROM row_seals WHERE table_name = ? AND key = ?',
  );
  const hash = find.pluck().get(table, keyText(key));
  return hash === undefined || hash === hashOf(row);
}

/** Every row that was damaged on disk. */
export function brokenRows(db: Db): readonly BrokenRow[] {
  return sealedTables.flatMap((table) =>
    statement<[], Row>(db, `SELECT * FROM ${table}`)
      .all()
      .map((row) => ({ table, row, key: sealed[table].map((column) => String(row[column])) }))
      .filter(({ key, row }) => !isAsSealed(db, table, key, row)),
  );
}

/** Restores a row; inside the caller's write. */
export function putBack(db: Db, { table, key }: BrokenRow, row: Row): void {
  const columns = Object.keys(row);
  const set = columns.map((column) => `${column} = ?`).join(', ');
  statement<unknown[]>(db, `UPDATE ${table} SET ${set} WHERE ${whereKey(table)}`).run(
    ...Object.values(row),
    ...key,
  );
  seal(db, table, ...key);
}
