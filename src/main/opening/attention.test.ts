import type { AnyJob } from '#shared/domain/anyJob';
import type { SyncState } from '#shared/domain/cmsAccount';
import { makeId } from '#shared/domain/id';
import { expect, test } from 'vitest';
import { type Need, createAttention } from './attention';

const article = makeId(1_800_000_000_000, new Uint8Array(10));
const failedWith = (code: string): SyncState => ({
  kind: 'failed',
  failure: { code, message: 'The site said no.' },
});
const conflict: SyncState = { kind: 'conflict', at: 1, differences: [] };
const synced: SyncState = { kind: 'synced', at: 1, changedSince: false };

const job = (change: Partial<AnyJob>): AnyJob =>
  ({
    id: article,
    kind: 'import',
    state: 'done',
    total: 3,
    done: 3,
    failed: 0,
    createdAt: 1,
    finishedAt: 2,
    failure: null,
    current: null,
    ...change,
  }) as AnyJob;

function desk() {
  const shown: { title: string; body: string; click: () => void; isThere: boolean }[] = [];
  const followed: Need['lead'][] = [];
  const state: { focus: boolean; sync: SyncState } = { focus: false, sync: synced };
  const attention = createAttention({
    hasFocus: () => state.focus,
    sentOf: () => ({ headline: 'The ferry', links: [{ site: 'Morning', state: state.sync }] }),
    notify: (words, click) => {
      const one = { ...words, click, isThere: true };
      shown.push(one);
      return () => {
        one.isThere = false;
      };
    },
    follow: (lead) => followed.push(lead),
  });
  const isNow = (sync: SyncState): void => {
    state.sync = sync;
    attention.sent([article]);
  };
  return { attention, shown, followed, state, isNow };
}

test('each kind of need is told once for its article, as long as it lasts, and leads there', () => {
  const { shown, followed, isNow } = desk();
  isNow(conflict);
  isNow(conflict);
  expect(shown).toMatchObject([{ title: 'Morning has changed an article too', isThere: true }]);
  shown[0]?.click();
  expect(followed).toEqual([{ kind: 'publish', articleId: article }]);
  isNow(failedWith('cms_secret_missing'));
  isNow(failedWith('cms_gone'));
  expect(shown.map(({ title, isThere }) => [title, isThere])).toEqual([
    ['Morning has changed an article too', false],
    ['Morning asks you to sign in', false],
    ['“The ferry” was not sent to Morning', true],
  ]);
  isNow({ kind: 'waiting', attempts: 1, nextAttemptAt: 2, failure: null });
  expect(shown.at(-1)?.isThere).toBe(false);
  isNow(conflict);
  expect(shown).toHaveLength(4);
});

test('nothing is told while a window has the focus, nor later what arose then', () => {
  const { shown, state, isNow, attention } = desk();
  state.focus = true;
  isNow(conflict);
  attention.job(job({ failed: 1, done: 2 }));
  state.focus = false;
  isNow(conflict);
  expect(shown).toEqual([]);
  isNow(synced);
  isNow(conflict);
  expect(shown).toHaveLength(1);
});

test('a job is told of when it ended with failures, not while it runs, went well or was cancelled', () => {
  const { shown, attention } = desk();
  attention.job(job({ state: 'running', done: 1, failed: 1 }));
  attention.job(job({}));
  attention.job(job({ state: 'cancelled', failed: 1 }));
  expect(shown).toEqual([]);
  attention.job(job({ done: 2, failed: 1 }));
  expect(shown).toMatchObject([
    {
      title: 'An import ended with failures',
      body: '1 of 3 files could not be imported. The rest is done, and nothing is lost.',
    },
  ]);
});
