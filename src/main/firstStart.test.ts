import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_POLICY } from '#shared/domain/policy';
import { isTourDue, mayOfferTour, SKIP_TOUR } from './firstStart';
import { countArticles, createArticle, trashArticle } from './store/articles/articles';
import { closeStore, databaseFile } from './store/opening/database';
import { openSafely } from './store/safety/openSafely';
import { changeSettings } from './store/settings';
import { noise, overwrite } from './store/testing/spoil';
import { testClock, testFolder, testStore } from './store/testing/testStore';

test('a start that opens a file or a link, the sample desk, and one that says so, offer no tour', () => {
  const plain = { argv: ['nutgraf'], opensSomething: false, isSample: false };
  expect(mayOfferTour(plain)).toBe(true);
  expect(mayOfferTour({ ...plain, opensSomething: true })).toBe(false);
  expect(mayOfferTour({ ...plain, isSample: true })).toBe(false);
  expect(mayOfferTour({ ...plain, argv: ['nutgraf', SKIP_TOUR] })).toBe(false);
});

test('the tour is due in a store without an article, in the trash too, until it is finished or skipped', () => {
  const store = testStore();
  expect(isTourDue(store, NO_POLICY)).toBe(true);
  expect(isTourDue(store, { defaults: { firstTour: false }, locked: {} })).toBe(false);
  changeSettings(store, NO_POLICY, { set: { firstTour: false } });
  expect(isTourDue(store, NO_POLICY)).toBe(false);
  changeSettings(store, NO_POLICY, { reset: ['firstTour'] });
  const { id } = createArticle(store, {});
  expect(isTourDue(store, NO_POLICY)).toBe(false);
  trashArticle(store, id);
  expect(isTourDue(store, NO_POLICY)).toBe(false);
});

test('the tour does not come again to somebody whose articles were lost with a damaged database', () => {
  const folder = testFolder();
  const store = testStore({ folder });
  createArticle(store, {});
  closeStore(store);
  overwrite(databaseFile(folder), 0, noise(statSync(databaseFile(folder)).size, 1));
  const { store: rebuilt } = openSafely(folder, testClock());
  expect(countArticles(rebuilt).views.all).toBe(0);
  expect(isTourDue(rebuilt, NO_POLICY)).toBe(false);
  closeStore(rebuilt);
  expect(isTourDue(testStore({ folder }), NO_POLICY)).toBe(false);
});
