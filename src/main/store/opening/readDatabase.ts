import Database from 'better-sqlite3';
import type { Db } from '../store';

/** What is read from a database file that may be missing, damaged or from another version: null when it cannot be. */
export function readDatabase<T>(file: string, read: (db: Db) => T): T | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
