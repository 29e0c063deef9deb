import { expect, onTestFinished, test, vi } from 'vitest';
import { watchStore } from './storeWatch';

test('writes of another process are told of, and a disk that fails for a while ends nothing', () => {
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
