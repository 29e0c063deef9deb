import type { Time } from '#shared/domain/id';
import type { Db, Reader } from '../store';
import { statement } from './statement';

/** A number that changes when another process, or another connection, wrote to the store. */
export function dataVersion({ db }: Reader): number {
  return Number(db.pragma('data_version', { simple: true }));
}

/** Counts a write, inside it. */
export function countWrite(db: Db): void {
  statement(
    db,
    'INSERT INTO writes (only, count) VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1',
  ).run();
}

/**
 * A mark that is another one after every write: how often the store was written to since it was created, and when an
 * article was last saved, since a save with a later time is not counted. A copy has the mark of when it was made.
 */
export const stateOf = (db: Db): string => `${countOf(db)} ${lastSave(db)}`;

/** When an article was last saved, ms UTC; 0 in a store without any. */
export function lastSave(db: Db): Time {
  const last = statement<[], number | null>(
    db,
    `SELECT max(updated_at) FROM articles WHERE trashed_at IS NULL
     UNION ALL SELECT max(updated_at) FROM articles WHERE trashed_at IS NOT NULL`,
  );
  return Math.max(...last.pluck().all().map(Number));
}

/** Whether nobody has written to the store: what was created in it was counted. */
export const isUntouched = (db: Db): boolean => countOf(db) === 0;

const countOf = (db: Db): number => Number(statement(db, 'SELECT count FROM writes').pluck().get() ?? 0);

/** The seeds of a new store are no change that a backup would have to keep. */
export function forgetWrites(db: Db): void {
  statement(db, 'DELETE FROM writes').run();
}
