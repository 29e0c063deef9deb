import { expect, onTestFinished, test, vi } from 'vitest';
import { watchStore } from './storeWatch';

test('another process’s writes are reported, and a temporary disk failure ends nothing', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let version = 1;
  let isBroken = false;
  let told = 0;
  const watch = watchStore(
    () => {
      if (isBroken) throw new Error('disk I/O error');
      return version;
    },
    1,
    () => (told += 1),
  );
  vi.advanceTimersByTime(3000);
  expect(told).toBe(0);
  isBroken = true;
  vi.advanceTimersByTime(3000);
  isBroken = false;
  version = 2;
  vi.advanceTimersByTime(3000);
  expect(told).toBe(1);
  watch.close();
});

test('a store that cannot be asked when the watch begins is asked again, and keeps nothing from starting', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let isBroken = true;
  let told = 0;
  const watch = watchStore(
    () => {
      if (isBroken) throw new Error('disk I/O error');
      return 1;
    },
    null,
    () => (told += 1),
  );
  vi.advanceTimersByTime(3000);
  expect(told).toBe(0);
  isBroken = false;
  vi.advanceTimersByTime(3000);
  expect(told).toBe(1);
  watch.close();
});

test('what another process wrote before the watch began, but after a window read the store, is reported', () => {
  let told = 0;
  const watch = watchStore(
    () => 2,
    1,
    () => (told += 1),
  );
  expect(told).toBe(1);
  watch.close();
});

test('while no window is open it looks once a minute, and at once when one opens', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let version = 1;
  let looks = 0;
  let told = 0;
  const watch = watchStore(
    () => {
      looks += 1;
      return version;
    },
    1,
    () => (told += 1),
  );
  watch.rest(true);
  looks = 0;
  vi.advanceTimersByTime(60_000);
  expect(looks).toBe(1);
  version = 2;
  watch.rest(false);
  expect(told).toBe(1);
  version = 3;
  vi.advanceTimersByTime(1000);
  expect(told).toBe(2);
  watch.close();
  watch.rest(true);
  looks = 0;
  vi.advanceTimersByTime(120_000);
  expect(looks).toBe(0);
});
