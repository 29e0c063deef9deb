import Database from 'better-sqlite3';
import type { Hashtag } from '#shared/domain/hashtag';
import type { Id } from '#shared/domain/id';
import { readHashtags } from '../articles/articleRecord';
import type { Db, Store } from '../store';
import { putRow } from './recovery/putRow';
import type { ArticleSource, Taker } from './recovery/takeArticles';
import type { Row } from './recovery/tableShape';
import { statement } from '../sql/statement';

/** Tables whose rows are copied as they are; those of articles are checked one by one, and search is rebuilt. */
const plainTables = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND name NOT LIKE 'search%' AND name NOT IN ('articles', 'article_hashtags', 'article_texts', 'hashtags')`;

/**
 * Copies what SQLite can still read of a damaged database into a store: every sound article in a later version than
 * the store's, and the rows of the other tables. What cannot be read stays where it is.
 */
export function salvage(store: Store, taker: Taker, damagedFile: string): void {
  withSource(damagedFile, (source) => {
    const tables = source.prepare<[], string>(plainTables).pluck().all();
    // A section may be inside one that comes later, and is copied in the second pass.
    for (const table of [...tables, ...tables].filter(isParent)) copyTable(store.db, source, table);
    taker.take(articlesIn(source));
    followTrash(store.db, source);
    for (const table of tables.filter((name) => !isParent(name))) copyTable(store.db, source, table);
  });
}

/**
 * Copies only articles: from a backup older than the store, which may have what nothing else has. `damaged` are those
 * whose text in the store is damaged.
 */
export function salvageArticles(store: Store, taker: Taker, file: string, damaged: ReadonlySet<Id>): void {
  const known = statement<[Id], number>(store.db, 'SELECT version FROM articles WHERE id = ?').pluck();
  withSource(file, (source) => {
    const row = source.prepare<[number], Row>('SELECT * FROM articles WHERE number = ?');
    const wanted = function* (): Iterable<Row> {
      for (const { number, id, version } of readable(
        source,
        'SELECT number, id, version FROM articles',
        'number',
      )) {
        const isWanted = damaged.has(String(id)) || (known.get(String(id)) ?? 0) < Number(version);
        const found = isWanted ? attempt(() => row.get(Number(number))) : null;
        if (found) yield found;
      }
    };
    taker.take({ ...articlesIn(source), articles: wanted });
  });
}

/** A file that SQLite cannot read at all gives nothing. */
function withSource(file: string, action: (source: Db) => void): void {
  try {
    const source = new Database(file, { readonly: true, fileMustExist: true });
    try {
      action(source);
    } finally {
      source.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError) && !(thrown instanceof TypeError)) throw thrown;
  }
}

/** Tables that articles or others refer to. */
const isParent = (table: string): boolean => table === 'sections' || table === 'cms_accounts';

const everyArticle = 'SELECT * FROM articles';

function articlesIn(source: Db): ArticleSource {
  return {
    articles: () => readable(source, everyArticle, 'number'),
    hashtags: (number) =>
      attempt<readonly (readonly Hashtag[])[]>(() => [readHashtags(source, number)]) ?? [],
    section: (id) =>
      attempt(() => source.prepare<[string], Row>('SELECT * FROM sections WHERE id = ?').get(id)) ??
      undefined,
  };
}

/** Going to the trash and back makes no new version of an article, and must not be undone by an older backup. */
function followTrash(db: Db, source: Db): void {
  const follow = db.prepare('UPDATE articles SET trashed_at = ?, sync = ? WHERE id = ? AND version = ?');
  for (const { trashed_at, sync, id, version } of readable(source, everyArticle, 'number'))
    attempt(() => follow.run(trashed_at, sync, id, version));
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return null;
    throw thrown;
  }
}

/** Rows as far as they can be read from the front, and from the back if that stops at a damaged page. */
function* readable(source: Db, select: string, key: string): Iterable<Row> {
  const ordered = `${select} ORDER BY "${key}"`;
  if (!(yield* readUntilDamage(source, ordered))) yield* readUntilDamage(source, `${ordered} DESC`);
}

/** Returns whether that was all. */
function* readUntilDamage(source: Db, sql: string): Generator<Row, boolean> {
  try {
    yield* source.prepare<[], Row>(sql).iterate();
    return true;
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return false;
    throw thrown;
  }
}

function copyTable(db: Db, source: Db, table: string): void {
  const find = 'SELECT name FROM pragma_table_info(?) LIMIT 1';
  const key = attempt(() => source.prepare<[string], string>(find).pluck().get(table));
  if (typeof key !== 'string') return;
  for (const row of readable(source, `SELECT * FROM "${table}"`, key)) putRow(db, table, row);
}
