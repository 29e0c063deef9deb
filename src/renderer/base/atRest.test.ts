import { expect, test, vi } from 'vitest';
import { atRest } from './atRest';
import { withIdleClock } from './testing/idleClock';

withIdleClock();

test('work is done at once, not while it is asked for again and again, and once when that rests', () => {
  const done: number[] = [];
  const { ask } = atRest(() => done.push(performance.now()));
  vi.advanceTimersByTime(10);
  expect(done).toHaveLength(1);
  for (let key = 0; key < 10; key += 1) {
    ask();
    vi.advanceTimersByTime(100);
  }
  expect(done).toHaveLength(1);
  vi.advanceTimersByTime(5000);
  expect(done).toHaveLength(2);
});

test('work is not put off for good by typing that never rests', () => {
  let done = 0;
  const { ask } = atRest(() => {
    done += 1;
  });
  for (let key = 0; key < 100; key += 1) {
    ask();
    vi.advanceTimersByTime(100);
  }
  expect(done).toBeGreaterThanOrEqual(4);
  expect(done).toBeLessThanOrEqual(6);
});

test('what is stopped does nothing any more', () => {
  let done = 0;
  const { ask, stop } = atRest(() => {
    done += 1;
  });
  ask();
  stop();
  vi.advanceTimersByTime(5000);
  expect(done).toBe(0);
});

test('all that waits for a rest waits by one timer, and none is left when all of it is stopped', () => {
  const done: string[] = [];
  const works = ['count', 'script', 'state'].map((name) => atRest(() => done.push(name)));
  vi.advanceTimersByTime(10);
  done.length = 0;
  for (let key = 0; key < 10; key += 1) {
    for (const { ask } of works) ask();
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(100);
  }
  works[0]?.stop();
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['script', 'state']);
  for (const { ask, stop } of works) {
    ask();
    stop();
  }
  expect(vi.getTimerCount()).toBe(0);
});
