import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { assetPath, readAsset } from './assetFiles';
import { addAsset } from './assets';
import { backUpAssets } from '../safety/backups';
import { inspectStore } from '../safety/inspection';
import { gif } from '../testing/testImages';
import { testStore } from '../testing/testStore';

/** A store with one image, backed up or not. */
function withPicture({ isBackedUp }: { readonly isBackedUp: boolean }) {
  const store = testStore();
  const bytes = gif(2000);
  const asset = addAsset(store, { name: 'quay.gif', bytes });
  if (isBackedUp) backUpAssets(store);
  return { store, asset, bytes, file: assetPath(store.folder, asset) };
}

test.each([
  ['changed', (file: string) => writeFileSync(file, gif(1999))],
  ['gone', (file: string) => rmSync(file)],
])(
  'a picture whose file is %s comes back from the backup, and the wrong one is kept aside',
  (how, damage) => {
    const { store, asset, bytes, file } = withPicture({ isBackedUp: true });
    damage(file);
    expect(readAsset(store.folder, asset)).toEqual(Buffer.from(bytes));
    expect(readFileSync(file)).toEqual(Buffer.from(bytes));
    expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toHaveLength(
      how === 'changed' ? 1 : 0,
    );
  },
);

test('one that no backup has is refused by name, reported by the inspection, and repaired by adding it again', () => {
  const { store, asset, bytes, file } = withPicture({ isBackedUp: false });
  writeFileSync(file, gif(1999));
  expect(() => readAsset(store.folder, asset)).toThrow(expect.objectContaining({ code: 'picture_damaged' }));
  expect(() => readAsset(store.folder, asset)).toThrow(/“quay\.gif”/);
  expect(inspectStore(store.folder, store.now)).toMatchObject({
    pictures: ['quay.gif'],
    backupFailure: null,
  });
  addAsset(store, { name: 'again.gif', bytes });
  expect(readAsset(store.folder, asset)).toEqual(Buffer.from(bytes));
  expect(inspectStore(store.folder, store.now)).toMatchObject({ pictures: [] });
  rmSync(file);
  expect(readAsset(store.folder, asset)).toEqual(Buffer.from(bytes));
  expect(existsSync(file)).toBe(true);
});
