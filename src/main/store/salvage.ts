import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type ArticleRecord, isSound, readHashtags, recordColumns } from './articleRecord';
import type { Db, Store } from './database';
import { writeHashtags } from './hashtags';
import { storeVersion } from './migrate';
import { queueForSearch } from './searchQueue';
import { statement } from './statement';
import { write } from './write';

type Row = Readonly<Record<string, unknown>>;

/** Tables whose rows are taken over as they are; those of articles are checked one by one, and search is rebuilt. */
const plainTables = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND name NOT LIKE 'search%' AND name NOT IN ('articles', 'article_hashtags', 'hashtags')`;

/**
 * Takes over what can be read of a damaged database into the store that was restored from a backup: every sound
 * article in a later version than the store's, and the rows of the other tables. Answers how many articles came.
 * What cannot be read stays in the damaged file for a specialist.
 */
export function salvage(store: Store, damagedFile: string): number {
  if (!existsSync(damagedFile)) return 0;
  try {
    const source = new Database(damagedFile, { readonly: true, fileMustExist: true });
    try {
      return storeVersion(source) === storeVersion(store.db) ? takeOver(store, source) : 0;
    } finally {
      source.close();
    }
  } catch {
    return 0;
  }
}

function takeOver(store: Store, source: Db): number {
  return write(store, () => {
    const tables = source.prepare<[], string>(plainTables).pluck().all();
    const [first, rest] = [tables.filter(isParent), tables.filter((table) => !isParent(table))];
    for (const table of first) copyTable(store.db, source, table);
    const taken = readable(source, `SELECT * FROM articles ORDER BY number`).filter((row) =>
      takeArticle(store, source, row),
    );
    for (const table of rest) copyTable(store.db, source, table);
    return taken.length;
  });
}

/** Tables that articles or others refer to. */
const isParent = (table: string): boolean => table === 'sections' || table === 'cms_accounts';

/** Rows as far as they can be read from the front, and from the back where that stops at a damaged page. */
function readable(source: Db, ordered: string): readonly Row[] {
  const front = readUntilDamage(source, ordered);
  if (front.whole) return front.rows;
  return [...front.rows, ...readUntilDamage(source, `${ordered} DESC`).rows];
}

function readUntilDamage(
  source: Db,
  sql: string,
): { readonly rows: readonly Row[]; readonly whole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of source.prepare<[], Row>(sql).iterate()) rows.push(row);
    return { rows, whole: true };
  } catch {
    return { rows, whole: false };
  }
}

function copyTable(db: Db, source: Db, table: string): void {
  const [key] = source.pragma(`table_info("${table}")`) as readonly { readonly name: string }[];
  if (key === undefined) return;
  for (const row of readable(source, `SELECT * FROM "${table}" ORDER BY "${key.name}"`))
    putRow(db, table, row);
}

/** A row that refers to one which could not be read is left in the damaged file. */
function putRow(db: Db, table: string, row: Row): boolean {
  const columns = Object.keys(row);
  const set = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map(() => '?').join(', ');
  try {
    statement<unknown[]>(
      db,
      `INSERT INTO "${table}" (${names}) VALUES (${values}) ON CONFLICT DO UPDATE SET ${set}`,
    ).run(...Object.values(row));
    return true;
  } catch {
    return false;
  }
}

function takeArticle(store: Store, source: Db, row: Row): boolean {
  const record = source
    .prepare<[unknown], ArticleRecord>(`SELECT ${recordColumns} FROM articles WHERE number = ?`)
    .get(row['number']);
  if (record === undefined || !isSound({ db: source }, record)) return false;
  const known = statement<[number], number>(
    store.db,
    'SELECT version FROM articles WHERE number = ?',
  ).pluck();
  if ((known.get(record.number) ?? 0) >= record.version) return false;
  if (!putRow(store.db, 'articles', row)) return false;
  writeHashtags(store.db, record.number, readHashtags(source, record.number));
  queueForSearch(store.db, record.number);
  return true;
}
