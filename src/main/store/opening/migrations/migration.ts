import type { Db } from '../../store';

/** One step of the store's shape. It runs once, inside a transaction with every other pending step. */
export interface Migration {
  /** One more than the migration before it; the store's `user_version` once it ran. */
  readonly number: number;
  readonly what: string;
  readonly up: (db: Db) => void;
}
