import { expect, test } from 'vitest';
import { builtWorker } from '../../../../tools/builtWorker';
import { inProject } from '../../../../tools/project';
import { createArticle, saveArticle } from '../articles/articles';
import { listBackups } from './backups';
import { inspectInWorker } from './inspection';
import { testStore } from '../testing/testStore';

test('a worker looks at the store and backs it up while this thread goes on saving', async () => {
  const workerPath = await builtWorker('store/safety/inspectionWorker.ts');
  const store = testStore();
  const { id } = createArticle(store, { headline: 'save 1' });
  const inspection = inspectInWorker(workerPath, { folder: store.folder, now: store.now() });
  const over = inspection.then(() => true);
  let version = 1;
  do {
    saveArticle(store, { id, baseVersion: version, patch: { headline: `save ${version + 1}` } });
    version += 1;
  } while (!(await Promise.race([over, new Promise<boolean>((go) => setImmediate(go, false))])));
  expect(await inspection).toEqual({
    health: { kind: 'sound', searchDamaged: false },
    pictures: [],
    rowsBroken: false,
    backupFailure: null,
  });
  expect(listBackups(store.folder, 'rolling')).toHaveLength(1);
  expect(version).toBeGreaterThan(1);
});

test('a worker that cannot even start is reported as an error', async () => {
  await expect(
    inspectInWorker(inProject('out', 'test', 'none.js'), { folder: inProject(), now: 0 }),
  ).rejects.toThrow(/none/);
});
