import type Database from 'better-sqlite3';
import type { Id, Time } from '#shared/domain/id';

export type Db = Database.Database;

/** What a query needs: a connection, and the folder beside whose database the assets lie. */
export interface Reader {
  readonly db: Db;
  readonly folder: string;
}

/** What a command needs besides. */
export interface Store extends Reader {
  /** ms UTC; it only goes on, whatever the system's clock is set to. */
  readonly now: () => Time;
  readonly newId: () => Id;
}
