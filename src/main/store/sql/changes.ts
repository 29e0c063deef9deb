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

/** How often the store was written to since it was created; a copy has the count from when it was made. */
export function writesOf(db: Db): number {
  return Number(statement(db, 'SELECT count FROM writes').pluck().get() ?? 0);
}

/** The seeds of a new store are no change that a backup would have to keep. */
export function forgetWrites(db: Db): void {
  statement(db, 'DELETE FROM writes').run();
}
