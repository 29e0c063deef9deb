import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createArticle, restoreArticle, saveArticle, trashArticle } from '../articles/articles';
import { backUp, listBackups } from './backups';
import { ensureAccount, removeAccount } from '../cms/accounts';
import { closeStore, openStore } from '../opening/database';
import type { Store } from '../store';
import { queue, claim } from '../cms/outbox';
import { listRevisions } from '../articles/revisions';
import { createSection, removeSection, updateSection } from '../articles/sections';
import { story, testClock, testFolder, testStore } from '../testing/testStore';
import { startMaintenance } from './maintenance';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** Whether the store is checked and backed up within the next minutes. */
function isLookedAt(store: Store): boolean {
  let looked = false;
  const maintenance = startMaintenance({
    store,
    inspect: async () => {
      looked = true;
      return {
        health: { kind: 'sound', searchDamaged: false },
        pictures: [],
        rowsBroken: false,
        backupFailure: null,
      };
    },
    onTrouble: () => undefined,
  });
  vi.advanceTimersByTime(2 * 60_000);
  maintenance.close();
  return looked;
}

describe('a backup is due', () => {
  const site = { kind: 'wordpress', url: 'https://news.example', fields: { user: 'desk' } } as const;
  const colour = '#112233';

  test.each<readonly [string, (store: Store) => void]>([
    ['an article', (store) => void createArticle(store, { headline: 'New' })],
    ['a new section', (store) => void createSection(store, { name: 'New', colour, parentId: null })],
    ['a new account', (store) => void ensureAccount(store, site)],
  ])('for the first time after %s, and not before', (_what, change) => {
    const store = testStore();
    expect(isLookedAt(store)).toBe(false);
    change(store);
    expect(isLookedAt(store)).toBe(true);
  });

  test('after any change once two hours are over, and after none at all', () => {
    const clock = testClock();
    const store = testStore(clock);
    const { id } = createArticle(store, { headline: 'Kept' });
    const section = createSection(store, { name: 'Old', colour, parentId: null });
    const account = ensureAccount(store, site);
    const changes: Readonly<Record<string, () => void>> = {
      trash: () => void trashArticle(store, id),
      'put back': () => void restoreArticle(store, id),
      'a section renamed': () => void updateSection(store, section.id, { name: 'Newer' }),
      'a section removed': () => removeSection(store, section.id),
      'an account removed': () => removeAccount(store, account.id),
    };
    for (const [what, change] of Object.entries(changes)) {
      backUp(store);
      clock.pass(3 * HOUR);
      expect(isLookedAt(store), `before ${what}`).toBe(false);
      change();
      expect(isLookedAt(store), `after ${what}`).toBe(true);
    }
  });
});

describe('a clock that was set back by a year', () => {
  /** A store with a backup and a version, reopened while the clock is a year earlier. */
  function scene() {
    const folder = testFolder();
    const before = openStore(folder, testClock(2 * YEAR));
    const { id } = createArticle(before, { headline: 'Kept', body: story('One') });
    backUp(before);
    closeStore(before);
    const clock = testClock(YEAR);
    let elapsed = 1;
    const spied = vi.spyOn(performance, 'now').mockImplementation(() => elapsed);
    const store = testStore({ folder, now: clock.now });
    const pass = (ms: number): void => {
      clock.pass(ms);
      elapsed += ms;
    };
    return { store, id, pass, end: () => spied.mockRestore() };
  }

  test('stops no version, no backup and no lease', () => {
    const { store, id, pass, end } = scene();
    pass(11 * 60_000);
    saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Changed' } });
    expect(listRevisions(store, id)).toHaveLength(1);
    pass(3 * HOUR);
    expect(isLookedAt(store)).toBe(true);
    const [last] = listBackups(store.folder);
    const { file } = backUp(store);
    expect(listBackups(store.folder).map((backup) => backup.file)).toEqual([file, last?.file]);
    const account = ensureAccount(store, {
      kind: 'wordpress',
      url: 'https://news.example',
      fields: { user: 'desk' },
    });
    queue(store, id, account.id);
    expect(claim(store, id, account.id, store.now() + 1000)).not.toBe(null);
    pass(2000);
    expect(claim(store, id, account.id, store.now() + 1000)).not.toBe(null);
    end();
  });
});
