import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type NetworkWatch, createNetworkWatch } from './networkWatch';
import { type SyncScheduler, createScheduler } from './syncScheduler';

let online = true;
let network: NetworkWatch;
let due: (number | null)[] = [];
let runs: number[] = [];
let wakes = 0;
let isBusy = false;
let told: number[] = [];
let rests: number[] = [];
let reported: unknown[] = [];
let scheduler: SyncScheduler;

/** An outbox whose rounds take no time; `due` gives the due time each one reports for the next post. */
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
  close: () => Promise.resolve(),
};

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  online = true;
  isBusy = false;
  [due, runs, told, rests, reported, wakes] = [[], [], [], [], [], 0];
  network = createNetworkWatch(() => online);
  scheduler = createScheduler({
    outbox,
    network,
    tell: () => told.push(Date.now()),
    rested: () => rests.push(Date.now()),
    now: Date.now,
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

test('whoever waits for the outbox hears when a round has left nothing to try, and not before', async () => {
  due = [20_000, null];
  scheduler.send();
  scheduler.send();
  expect(rests).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect([runs, rests]).toEqual([[0, 0], [0]]);
  scheduler.send();
  await scheduler.close();
  expect(rests).toEqual([0]);
});

test('what is put in as a round ends is sent, whichever of the two is heard of first', async () => {
  const after = async (turns: number): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    scheduler.send();
  };
  for (let turns = 0; turns < 10; turns += 1) {
    runs = [];
    scheduler.send();
    await after(turns);
    await vi.advanceTimersByTimeAsync(0);
    expect(runs, `${turns} turns later`).toHaveLength(2);
  }
});

test('when the network comes back, what waited goes at once and the windows hear of it', async () => {
  online = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect([wakes, told]).toEqual([0, [5000]]);
  online = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect([wakes, runs, told]).toEqual([1, [10_000], [5000, 10_000]]);
});

test('a network that is found away between two glances is heard of when it is back', async () => {
  await vi.advanceTimersByTimeAsync(1000);
  online = false;
  expect(network.isOnline()).toBe(false);
  online = true;
  await vi.advanceTimersByTimeAsync(4000);
  expect([wakes, runs]).toEqual([1, [5000]]);
  expect(told).toEqual([5000]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(wakes).toBe(1);
});

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
