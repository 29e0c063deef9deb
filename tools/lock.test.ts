import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from './lock';

const scratch = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'lock-')), 'lock');

test('a lock whose owner has died is taken over', async () => {
  const lock = scratch();
  mkdirSync(lock);
  writeFileSync(path.join(lock, 'owner'), '4194999');
  expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
});

test('work that fails leaves the lock free', async () => {
  const lock = scratch();
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
});
