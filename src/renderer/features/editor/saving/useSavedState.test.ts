import { expect, test, vi } from 'vitest';
import { NutgrafError } from '#shared/domain/failure';
import { withIdleClock } from '#renderer/base/testing/idleClock';
import { article, memoryStore } from '../autosave/fixtures';
import { runAutosave } from '../autosave/runAutosave';
import { followSaving } from './useSavedState';
import type { SavedState } from './useSavedState';

withIdleClock();

/** An article that saves itself, and all that was told of it. */
function followed() {
  const store = memoryStore(article());
  const disk = { full: false };
  const autosave = runAutosave(article(), {
    now: () => performance.now(),
    after: (delay, run) => {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
    save: async ({ baseVersion, patch }) => {
      if (disk.full) throw new NutgrafError('disk_full', 'The disk is full.');
      return store.save(baseVersion, patch, performance.now());
    },
  });
  const told: SavedState['kind'][] = [];
  const stop = followSaving({ autosave }, ({ kind }) => told.push(kind));
  const type = async (keys: number): Promise<void> => {
    for (let key = 0; key < keys; key += 1) {
      autosave.edit({ headline: `${autosave.state().story.headline}x` });
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  return { store, disk, told, type, stop };
}

test('while somebody types it is told once that not all is saved, and when they rest that all is', async () => {
  const { store, told, type, stop } = followed();
  await vi.advanceTimersByTimeAsync(10);
  await type(15);
  expect(store.versions.length).toBeGreaterThan(2);
  expect(told).toEqual(['settled', 'saving']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['settled', 'saving', 'settled']);
  stop();
});

test('that the store takes no words is told at once, in the middle of the typing', async () => {
  const { disk, told, type, stop } = followed();
  disk.full = true;
  await type(6);
  expect(told).toEqual(['settled', 'saving', 'failing']);
  stop();
});
