import { expect, onTestFinished, test, vi } from 'vitest';
import { watchStore } from './storeWatch';

test('another process’s writes are reported, and a temporary disk failure ends nothing', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let version = 1;
  let isBroken = false;
  let told = 0;
  const stop = watchStore(
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
  stop();
});

test('a store that cannot be asked when the watch begins is asked again, and keeps nothing from starting', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let isBroken = true;
  let told = 0;
  const stop = watchStore(
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
  stop();
});

test('what another process wrote before the watch began, but after a window read the store, is reported', () => {
  let told = 0;
  const stop = watchStore(
    () => 2,
    1,
    () => (told += 1),
  );
  expect(told).toBe(1);
  stop();
});
