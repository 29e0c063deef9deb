import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Secrets } from '../cms/credentials';
import type { Outbox } from '../cms/deliver/outbox';
import { type SyncScheduler, createScheduler } from './syncScheduler';

let online = true;
let looked: () => boolean = () => true;
let due: (number | null)[] = [];
let runs: number[] = [];
let wakes = 0;
let isBusy = false;
let published: unknown[] = [];
let reported: unknown[] = [];
let scheduler: SyncScheduler;

/** An outbox whose rounds take no time; `due` tells when each says that the next post is due. */
const outbox = {
  run: () => {
    runs.push(Date.now());
    const next = due.shift() ?? null;
    return next === -1 ? Promise.reject(new Error('disk full')) : Promise.resolve(next);
  },
  wake: () => {
    wakes += 1;
    if (isBusy) throw new Error('store busy');
  },
  waiting: () => 2,
  close: () => Promise.resolve(),
} as unknown as Outbox;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  online = true;
  isBusy = false;
  [due, runs, published, reported, wakes] = [[], [], [], [], 0];
  scheduler = createScheduler({
    outbox: (isOnline) => {
      looked = isOnline;
      return outbox;
    },
    secrets: {} as Secrets,
    online: () => online,
    now: Date.now,
    publish: (name, payload) => published.push([name, payload]),
    changes: { tell: () => undefined, tellOfAny: () => undefined },
    report: (where, thrown) => reported.push([where, String(thrown)]),
  });
});

afterEach(async () => {
  await scheduler.close();
  vi.useRealTimers();
});

test('a post that is due later is sent then, and nothing runs in between', async () => {
  due = [20_000, null];
  scheduler.send();
  await vi.advanceTimersByTimeAsync(19_999);
  expect(runs).toEqual([0]);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toEqual([0, 20_000]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(runs).toHaveLength(2);
});

test('what is put in while a round is under way is sent by another round', async () => {
  scheduler.send();
  scheduler.send();
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toHaveLength(2);
});

test('when the network comes back, what waited goes at once and the windows hear of it', async () => {
  online = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect([wakes, published]).toEqual([0, [['cms.changed', { online: false, waiting: 2 }]]]);
  online = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect([wakes, runs]).toEqual([1, [10_000]]);
});

test.each([
  ['by the outbox', () => looked()],
  ['by a window', () => scheduler.state().online],
])(
  'a network that is away between two glances, found so %s, is heard of when it is back',
  async (_, look) => {
    await vi.advanceTimersByTimeAsync(1000);
    online = false;
    expect(look()).toBe(false);
    online = true;
    await vi.advanceTimersByTimeAsync(4000);
    expect([wakes, runs]).toEqual([1, [5000]]);
    expect(published).toEqual([['cms.changed', { online: true, waiting: 2 }]]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(wakes).toBe(1);
  },
);

test('a round that fails is reported, and tried again a minute later', async () => {
  due = [-1];
  scheduler.send();
  await vi.advanceTimersByTimeAsync(0);
  expect(reported).toEqual([['outbox', 'Error: disk full']]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toEqual([0, 60_000]);
});

test('what is due is sent though the store was too busy to make all of it due', async () => {
  isBusy = true;
  scheduler.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(reported).toEqual([['outbox', 'Error: store busy']]);
  expect(runs).toEqual([0]);
});

test('after it is closed nothing is sent any more', async () => {
  due = [1000];
  scheduler.send();
  await vi.advanceTimersByTimeAsync(0);
  await scheduler.close();
  scheduler.hurry();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(runs).toEqual([0]);
});
