import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getArticle } from '../articles/articles';
import { closeStore, openReader, openStore } from '../opening/database';
import { startProgram } from '../testing/program';
import { testFolder, testStore } from '../testing/testStore';

/** A store that already exists, so that only the saves are counted. */
function existingStore(): string {
  const folder = join(testFolder(), 'store');
  mkdirSync(folder);
  closeStore(openStore(folder));
  return folder;
}

/** Every article that the printed lines called saved is in the store, in that version or a later one. */
function expectSaved(folder: string, lines: readonly string[]): void {
  const reader = openReader(folder);
  for (const [id = '', version] of lines.map((line) => line.split(' '))) {
    if (id === 'refused') continue;
    const found = getArticle(reader, id);
    expect(found.version).toBeGreaterThanOrEqual(Number(version));
    expect(found.headline).toBe(`save ${found.version}`);
  }
  closeStore(reader);
}

test('the connection syncs fully, before and after its first write', () => {
  const folder = existingStore();
  const { db } = testStore({ folder });
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.exec('CREATE TABLE first_write (x)');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

describe('what is called saved', () => {
  test('has reached the disk: at least one sync a save', async () => {
    const folder = existingStore();
    const trace = join(testFolder(), 'trace');
    const strace = ['strace', '-f', '-o', trace, '-e', 'trace=fsync,fdatasync'];
    const { code, lines } = await startProgram('writer', [folder, '100'], strace).finished;
    expect([code, lines.length]).toEqual([0, 101]);
    const synced = readFileSync(trace, 'utf8').match(/f(?:data)?sync\(\d+\)\s+= 0/gu) ?? [];
    expect(synced.length).toBeGreaterThanOrEqual(100);
    expectSaved(folder, lines);
  });

  test.each([8, 20, 33])(
    'ends where the disk fails, at sync %i: the save is refused, the earlier are there',
    async (when) => {
      const folder = existingStore();
      const inject = `inject=fsync,fdatasync:error=EIO:when=${when}+`;
      const strace = ['strace', '-f', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', inject];
      const { code, lines } = await startProgram('writer', [folder, '100'], strace).finished;
      expect([code, lines.at(-1)]).toEqual([0, 'refused disk_failed']);
      expect(lines.length).toBeLessThanOrEqual(when + 1);
      expectSaved(folder, lines);
    },
  );

  test('lies in folders that have reached the disk too', async () => {
    const above = testFolder();
    const trace = join(testFolder(), 'trace');
    const strace = ['strace', '-f', '-y', '-o', trace, '-e', 'trace=fsync,fdatasync'];
    await startProgram('writer', [join(above, 'desk', 'store'), '1'], strace).finished;
    const text = readFileSync(trace, 'utf8');
    for (const folder of [above, join(above, 'desk')]) expect(text).toContain(`<${folder}>) = 0`);
  });

  test('outlives a process that is killed in the middle of it', async () => {
    const folder = existingStore();
    const { child, printed, finished } = startProgram('writer', [folder, '1000000']);
    await printed(200);
    child.kill('SIGKILL');
    const { lines, signal } = await finished;
    expect(signal).toBe('SIGKILL');
    expectSaved(folder, lines.slice(0, -1));
  });

  test('is kept when two processes open a new store and write at once', async () => {
    const folder = join(testFolder(), 'new');
    const runs = await Promise.all([1, 2].map(() => startProgram('writer', [folder, '150']).finished));
    for (const { code, lines, errors } of runs) {
      expect(errors).toBe('');
      expect([code, lines.length]).toEqual([0, 151]);
      expectSaved(folder, lines);
    }
  });
});
