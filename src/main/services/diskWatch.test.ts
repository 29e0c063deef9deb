import type { StoreNotice } from '#shared/domain/storeNotice';
import { expect, test } from 'vitest';
import { createDiskWatch } from './diskWatch';

test('a full disk is reported once, and once that it is free again', () => {
  const told: StoreNotice[] = [];
  const disk = createDiskWatch(
    (notice) => told.push(notice),
    () => false,
  );
  disk.failed('disk_full');
  disk.failed('disk_full');
  expect(disk.notices()).toEqual([{ kind: 'disk_full' }]);
  disk.written();
  expect(told).toEqual([{ kind: 'disk_full' }, { kind: 'disk_free' }]);
  expect(disk.notices()).toEqual([]);
});

test('free space is noticed without a save, and not reported while there is none', () => {
  const told: StoreNotice[] = [];
  const space = { isShort: true };
  const disk = createDiskWatch(
    (notice) => told.push(notice),
    () => space.isShort,
  );
  disk.look();
  disk.failed('disk_full');
  disk.look();
  expect(told).toEqual([{ kind: 'disk_full' }]);
  space.isShort = false;
  disk.look();
  disk.look();
  expect(told).toEqual([{ kind: 'disk_full' }, { kind: 'disk_free' }]);
});

test('any other failure says nothing of the disk', () => {
  const told: StoreNotice[] = [];
  const disk = createDiskWatch(
    (notice) => told.push(notice),
    () => false,
  );
  disk.failed('article_not_found');
  expect(told).toEqual([]);
});

test('a write that took the last of the space is kept, and the full disk reported', () => {
  const told: StoreNotice[] = [];
  const space = { isShort: true };
  const disk = createDiskWatch(
    (notice) => told.push(notice),
    () => space.isShort,
  );
  disk.written();
  space.isShort = false;
  disk.written();
  expect(told).toEqual([{ kind: 'disk_full' }, { kind: 'disk_free' }]);
});
