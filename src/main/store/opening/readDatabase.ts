import Database from 'better-sqlite3';
import type { Db } from '../store';

/** Reads something from a database file that may be missing, damaged or of another version: null when that fails. */
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
