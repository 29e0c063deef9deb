import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Time } from '#shared/domain/id';
import { closeStore, openStore } from '../opening/database';
import type { Store } from '../store';

/** A folder of the test's own, removed when it ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still until it is moved, ms. */
export interface TestClock {
  readonly now: () => Time;
  readonly pass: (ms: number) => void;
}

export function testClock(start = Date.UTC(2026, 0, 15, 12)): TestClock {
  let time = start;
  return {
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
  };
}

/** A new store on disk, closed when the test ends. */
export function testStore({ folder = testFolder(), now = testClock().now } = {}): Store {
  const store = openStore(folder, { now });
  onTestFinished(() => closeStore(store));
  return store;
}

export { story } from './testStory';
