import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { closeStore, databaseFile, openStore } from '../store/opening/database';
import { migrate } from '../store/opening/migrate';
import { migrations } from '../store/opening/migrations';
import { startProgram } from '../store/testing/program';
import { testFolder } from '../store/testing/testStore';
import { takePlace } from '../updates/place';
import { placeProgram, testPlace } from '../updates/testing/testPlace';

/** A store as the Nutgraf before this one left it. */
function olderStore(): string {
  const folder = testFolder();
  const db = new Database(databaseFile(folder));
  migrate({ db, folder, now: Date.now }, migrations.slice(0, -1));
  db.close();
  return folder;
}

/** A store of this Nutgraf's form. */
function storeOfNow(): string {
  const folder = testFolder();
  closeStore(openStore(folder));
  return folder;
}

test.each([
  ['changed a store to its own form, which the one before cannot open, is over', olderStore, false],
  ['found a store in its own form goes on', storeOfNow, true],
])('the trial of a version whose command line %s', async (_what, store, goesOn) => {
  const place = testPlace();
  const unpacked = join(place.folder, 'update-1', 'app-0.2.0');
  placeProgram(unpacked, 'echo 0.2.0');
  takePlace(place, unpacked, '0.2.0');
  const words = [join(place.folder, 'app-0.2.0', 'nutgraf'), 'list', `--store=${store()}`];
  expect(await startProgram('../../cli/testing/commandOnTrial', words).finished).toMatchObject({
    code: 0,
    errors: '',
  });
  expect(existsSync(join(place.folder, 'trial'))).toBe(goesOn);
});
