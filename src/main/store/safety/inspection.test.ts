import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { createArticle, saveArticle } from '../articles/articles';
import { listBackups } from './backups';
import { inspectInWorker } from './inspection';
import { testStore } from '../testing/testStore';

const root = join(import.meta.dirname, '../../..');
const outDir = join(root, 'out/test-store');

async function builtWorker(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#shared': join(root, 'src/shared') } },
    build: {
      ssr: join(import.meta.dirname, 'inspectionWorker.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'inspectionWorker.js' } },
    },
  });
  return join(outDir, 'inspectionWorker.js');
}

test(
  'a worker looks at the store and backs it up while this thread goes on saving',
  { timeout: 60_000 },
  async () => {
    const workerPath = await builtWorker();
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
  },
);

test('a worker that cannot even start is told as an error', async () => {
  await expect(inspectInWorker(join(outDir, 'none.js'), { folder: root, now: 0 })).rejects.toThrow(/none/);
});
