import type { Reader } from './database';

/** A number that changes when another process, or another connection, wrote to the store. */
export function dataVersion({ db }: Reader): number {
  return Number(db.pragma('data_version', { simple: true }));
}
