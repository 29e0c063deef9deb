import { expect, test } from 'vitest';
import { NO_POLICY } from '#shared/domain/policy';
import { isTourDue, mayOfferTour, SKIP_TOUR } from './firstStart';
import { createArticle, trashArticle } from './store/articles/articles';
import { changeSettings } from './store/settings';
import { testStore } from './store/testing/testStore';

test('a start that opens a file or a link, the sample desk, and one that says so, offer no tour', () => {
  const plain = { argv: ['nutgraf'], opensSomething: false, isSample: false };
  expect(mayOfferTour(plain)).toBe(true);
  expect(mayOfferTour({ ...plain, opensSomething: true })).toBe(false);
  expect(mayOfferTour({ ...plain, isSample: true })).toBe(false);
  expect(mayOfferTour({ ...plain, argv: ['nutgraf', SKIP_TOUR] })).toBe(false);
});

test('the tour is due in a store that never had an article, until it is finished or skipped', () => {
  const store = testStore();
  expect(isTourDue(store, NO_POLICY, [])).toBe(true);
  expect(isTourDue(store, { defaults: { firstTour: false }, locked: {} }, [])).toBe(false);
  changeSettings(store, NO_POLICY, { set: { firstTour: false } });
  expect(isTourDue(store, NO_POLICY, [])).toBe(false);
  changeSettings(store, NO_POLICY, { reset: ['firstTour'] });
  const { id } = createArticle(store, {});
  expect(isTourDue(store, NO_POLICY, [])).toBe(false);
  trashArticle(store, id);
  expect(isTourDue(store, NO_POLICY, [])).toBe(false);
});
