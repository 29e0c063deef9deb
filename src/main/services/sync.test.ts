import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Id } from '#shared/domain/id';
import { createArticle } from '../store/articles/articles';
import { ensureAccount } from '../store/cms/accounts';
import { testStore } from '../store/testing/testStore';
import { type Sync, startSync } from './sync';

let online: boolean;
let published: unknown[];
let rows: Id[];
let sent: Id[];
let sync: Sync;

const away: typeof fetch = async () => {
  throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
};

const noKeyring = async (): Promise<never> => {
  throw new Error('this system has no keyring');
};

/** Two articles waiting for a site that does not answer. */
beforeEach(async () => {
  vi.useFakeTimers({ now: 0 });
  online = true;
  [published, rows, sent] = [[], [], []];
  const store = testStore();
  sync = startSync({
    store,
    keyring: { state: async () => 'none', encrypt: noKeyring, decrypt: noKeyring },
    online: () => online,
    fetch: away,
    publish: (name, payload) => published.push([name, payload]),
    changes: { tell: (ids) => rows.push(...ids) },
    report: () => undefined,
    onSent: (ids) => sent.push(...ids),
    outboxRested: () => undefined,
  });
  const { id } = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.org',
    fields: { user: 'desk' },
  });
  const keepFor = await sync.secrets.toKeep('secret', false);
  keepFor(id);
  for (const headline of ['Harbour plan approved', 'Ferry strike ends']) {
    sync.outbox.enqueue(createArticle(store, { headline }).id, id);
  }
  [published, rows, sent] = [[], [], []];
});

afterEach(async () => {
  await sync.close();
  vi.useRealTimers();
});

test.each([
  ['by the outbox', () => sync.send()],
  ['by a window', () => void sync.state()],
])(
  'a network that is away between two glances, found so %s, is heard of by the windows when it is back',
  async (_, look) => {
    await vi.advanceTimersByTimeAsync(1000);
    online = false;
    look();
    await vi.advanceTimersByTimeAsync(0);
    expect(published).toEqual([]);
    online = true;
    await vi.advanceTimersByTimeAsync(4000);
    expect(published[0]).toEqual(['cms.changed', { online: true, waiting: 2 }]);
  },
);

test('an article that is on its way is reported with its row, and how many wait', async () => {
  sync.send();
  await vi.advanceTimersByTimeAsync(0);
  expect(published).toContainEqual(['cms.changed', { online: true, waiting: 2 }]);
  expect(new Set(rows).size).toBe(1);
  expect(sent).toEqual(rows);
});
