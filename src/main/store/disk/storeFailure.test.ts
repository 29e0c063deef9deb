import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { NutgrafError } from '#shared/domain/failure';
import { storeFailure } from './storeFailure';

const detailOf = (act: () => void): unknown => {
  try {
    act();
  } catch (thrown) {
    return (storeFailure(thrown) as NutgrafError).detail;
  }
  return null;
};

it('gives the words of the system and of SQLite with their code, once', () => {
  expect(detailOf(() => mkdirSync(import.meta.filename))).toMatch(/^EEXIST: file already exists/);
  expect(detailOf(() => new Database(import.meta.dirname))).toMatch(/^SQLITE_CANTOPEN: unable to open/);
});
