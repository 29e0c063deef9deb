import type Database from 'better-sqlite3';
import type { Id, Time } from '#shared/domain/id';

export type Db = Database.Database;

/** What a query needs: a connection, and the folder with the database and the assets. */
export interface Reader {
  readonly db: Db;
  readonly folder: string;
}

/** What a command needs in addition. */
export interface Store extends Reader {
  /** ms UTC; never goes back, whatever the system's clock is set to. */
  readonly now: () => Time;
  readonly newId: () => Id;
}
