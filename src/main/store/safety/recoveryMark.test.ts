import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeNoticeWords } from '#shared/domain/storeNoticeWords';
import { hasRecoveryMark, notedFailure, toldFailure } from './recoveryMark';
import { testFolder } from '../testing/testStore';

const damage = new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT');

test('damage is noted for the next start, and the message says that starting again repairs it', () => {
  const folder = testFolder();
  expect(toldFailure(folder, damage)).toMatchObject({
    code: 'store_damaged',
    message: expect.stringContaining('Close Nutgraf and start it again') as string,
  });
  expect(hasRecoveryMark(folder)).toBe(true);
});

test('where the disk takes no note of damage, no start is said to mend it', () => {
  const folder = join(testFolder(), 'gone');
  const { code, message } = toldFailure(folder, damage);
  expect(code).toBe('store_damaged');
  expect(message).not.toContain('start it again');
  expect(message).toContain('starting again will not repair it');
  expect(storeNoticeWords({ kind: 'damaged', isNoted: false })).not.toContain(
    'Otherwise this happens at the next start',
  );
});

test('what is not damage makes no start slower', () => {
  const folder = testFolder();
  const other = new Error('something else');
  expect(notedFailure(folder, other)).toBe(other);
  expect(toldFailure(folder, Object.assign(new Error('no space'), { code: 'ENOSPC' })).code).toBe(
    'disk_full',
  );
  expect(hasRecoveryMark(folder)).toBe(false);
});
