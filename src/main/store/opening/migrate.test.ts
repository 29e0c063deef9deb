import { cpSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type Failure, toFailure } from '#shared/domain/failure';
import { createArticle, getArticle } from '../articles/articles';
import { listBackups } from '../safety/backups';
import { closeStore, databaseFile, openStore } from './database';
import type { Db, Store } from '../store';
import { migrate, storeVersion } from './migrate';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import { story, testClock, testFolder } from '../testing/testStore';

const newest = migrations.at(-1)?.number ?? 0;
const ran = new Set<number>();

/** The migrations, recording which ran. */
const noted: readonly Migration[] = migrations.map((step) => ({
  ...step,
  up: (db) => {
    step.up(db);
    ran.add(step.number);
  },
}));

/** A store as version `number` left it, with rows in it, still open. */
function storeAt(number: number): Pick<Store, 'db' | 'folder' | 'now'> {
  const folder = testFolder();
  const db = new Database(databaseFile(folder));
  const { now } = testClock();
  migrate({ db, folder, now }, noted.slice(0, number));
  fill(db);
  return { db, folder, now };
}

/** One row in every table without generated content, made from its own columns. */
function fill(db: Db): void {
  db.pragma('foreign_keys = OFF');
  for (const table of plainTables(db)) {
    const columns = db.pragma(`table_info("${table}")`) as readonly {
      readonly name: string;
      readonly type: string;
    }[];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map(({ name, type }) => valueOf(name, type));
    db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${values.map(() => '?').join(', ')})`).run(
      ...values,
    );
  }
}

const allowed: Readonly<Record<string, string>> = {
  status: 'draft',
  sync: 'none',
  direction: 'auto',
  state: 'waiting',
};

function valueOf(name: string, type: string): unknown {
  if (type === 'INTEGER') return 1;
  return type === 'BLOB' ? Buffer.from('x') : (allowed[name] ?? '{}');
}

/** Why something is refused; null where it is not. */
function failureOf(work: () => void): Failure | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return toFailure(thrown);
  }
}

const plainTables = (db: Db): readonly string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'`,
    )
    .pluck()
    .all();

const rowsOf = (db: Db): Readonly<Record<string, unknown>> =>
  Object.fromEntries(plainTables(db).map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]));

describe('the migrations', () => {
  test('are numbered from one without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  test.each(migrations.map(({ number, what }) => [number, what] as const))(
    'number %i (%s) keeps every row of the version before it, and a copy',
    (number) => {
      const store = storeAt(number - 1);
      const before = rowsOf(store.db);
      migrate(store, noted.slice(0, number));
      expect(storeVersion(store.db)).toBe(number);
      expect(rowsOf(store.db)).toMatchObject(before);
      expect(listBackups(store.folder)).toHaveLength(number === 1 ? 0 : 1);
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
      store.db.close();
    },
  );

  test('all at once leave what each alone leaves', () => {
    const shape = (db: Db): unknown => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
    const [slow, fast] = [storeAt(0), storeAt(0)];
    for (let number = 1; number <= newest; number += 1) migrate(slow, noted.slice(0, number));
    migrate(fast, noted);
    expect(shape(fast.db)).toEqual(shape(slow.db));
    slow.db.close();
    fast.db.close();
  });

  test('leave nothing behind when one of them fails', () => {
    const store = storeAt(newest);
    const before = rowsOf(store.db);
    const half: Migration = {
      number: newest + 1,
      what: 'half',
      up: (db) => db.exec('CREATE TABLE half (x)'),
    };
    const broken: Migration = { number: newest + 2, what: 'broken', up: (db) => db.exec('nonsense') };
    expect(() => migrate(store, [...migrations, half, broken])).toThrow(
      expect.objectContaining({
        code: 'migration_failed',
        detail: expect.stringMatching(/syntax/) as string,
      }),
    );
    expect(storeVersion(store.db)).toBe(newest);
    expect(rowsOf(store.db)).toEqual(before);
    store.db.close();
  });

  test('that fails leaves a store that the version before opens, a verified copy, and says where that is', () => {
    const folder = testFolder();
    const { now } = testClock();
    const before = openStore(folder, { now });
    const { id } = createArticle(before, { headline: 'Kept', body: story('every word') });
    const broken: Migration = {
      number: newest + 1,
      what: 'broken',
      up: (db) => {
        db.exec('DELETE FROM articles; ALTER TABLE sections RENAME TO parts');
        throw new Error('a migration that was never tried on this');
      },
    };
    const refused = failureOf(() => migrate(before, [...migrations, broken]));
    expect(refused).toMatchObject({
      code: 'migration_failed',
      detail: 'a migration that was never tried on this',
    });
    closeStore(before);

    const after = openStore(folder, { now });
    expect(getArticle(after, id).headline).toBe('Kept');
    closeStore(after);
    const [copy] = listBackups(folder);
    expect(refused?.message).toContain(copy?.file);
    const copied = new Database(copy?.file, { readonly: true });
    expect(getArticle({ db: copied, folder }, id).headline).toBe('Kept');
    expect(storeVersion(copied)).toBe(newest);
    copied.close();
  });

  test('have every one of them run in a test above', () => {
    expect([...ran].toSorted((a, b) => a - b)).toEqual(migrations.map(({ number }) => number));
  });
});

describe('a file', () => {
  test('from a newer Nutgraf is refused by name and stays as it is', () => {
    const folder = testFolder();
    const store = openStore(folder);
    const { id } = createArticle(store, { body: story('kept') });
    store.db.pragma(`user_version = ${newest + 1}`);
    closeStore(store);
    expect(() => openStore(folder)).toThrow(
      expect.objectContaining({ code: 'store_from_future', detail: { found: newest + 1, newest } }),
    );
    const db = new Database(databaseFile(folder));
    expect(getArticle({ db, folder }, id).version).toBe(1);
    db.close();
  });

  const further = { what: 'further ahead', up: (db: Db) => void db.exec('CREATE TABLE further (x)') };

  test('from a newer Nutgraf says where its copy is, and that opens in a copy of the folder', () => {
    const folder = testFolder();
    const store = openStore(folder);
    const { id } = createArticle(store, { headline: 'From before' });
    const ahead: Migration = {
      number: newest + 1,
      what: 'ahead',
      up: (db) => db.exec('CREATE TABLE ahead (x)'),
    };
    migrate(store, [...migrations, ahead]);
    const copy = listBackups(folder)[0]?.file ?? '';
    // A still newer one's copy would be no way back for us.
    migrate(store, [...migrations, ahead, { ...further, number: newest + 2 }]);
    closeStore(store);
    expect(failureOf(() => openStore(folder))).toMatchObject({
      code: 'store_from_future',
      message: expect.stringContaining(copy) as string,
    });
    const back = testFolder();
    cpSync(folder, back, { recursive: true });
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${databaseFile(back)}${suffix}`, { force: true });
    cpSync(copy, databaseFile(back));
    const again = openStore(back);
    expect(getArticle(again, id).headline).toBe('From before');
    closeStore(again);
  });

  test('of another program is refused and stays as it is', () => {
    const folder = testFolder();
    const db = new Database(databaseFile(folder));
    db.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
    db.close();
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'not_a_store' }));
    const again = new Database(databaseFile(folder));
    expect(again.prepare('SELECT count(*) FROM theirs').pluck().get()).toBe(1);
    expect(again.pragma('journal_mode', { simple: true })).toBe('delete');
    again.close();
  });
});
