import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atRest } from './atRest';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 1));
  vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

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
