import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NutgrafError } from '#shared/domain/failure';
import { builtWorker } from '../../../tools/builtWorker';
import { campaignSize } from '../../../tools/campaignSize';
import type { Store } from '../store/store';
import { closeStore, openStore } from '../store/opening/database';
import { importFile } from './importFile';
import type { ImportReader } from './importReader';
import { createImportReader } from './importReader';
import { hostileFiles } from './testing/hostileFiles';

const step = campaignSize(8, 1);

let folder = '';
let store: Store;
let reader: ImportReader;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-hostile-'));
  store = openStore(folder);
  reader = createImportReader({ workerPath: await builtWorker('imports/importWorker.ts') });
});
afterAll(async () => {
  await reader.close();
  closeStore(store);
  rmSync(folder, { recursive: true, force: true });
});

/** The outcome of a file, and the longest time, ms, for which this thread was blocked. */
async function importing(name: string, bytes: Uint8Array): Promise<{ outcome: string; held: number }> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  try {
    const { summary } = await importFile({ store, reader }, { name, bytes });
    return { outcome: `${summary.words} words`, held: delay.max / 1e6 };
  } catch (thrown) {
    if (!(thrown instanceof NutgrafError)) throw thrown;
    return { outcome: thrown.code, held: delay.max / 1e6 };
  } finally {
    delay.disable();
  }
}

test(
  'whatever a file holds, it is imported or refused by name, and the next one is read',
  { timeout: 3_600_000 },
  async () => {
    const outcomes = new Map<string, string>();
    const files = hostileFiles.filter((_file, index) => index % step === 0);
    for (const { name, bytes } of files) {
      const { outcome, held } = await importing(name, bytes());
      outcomes.set(name, outcome);
      process.stdout.write(`${name}: ${outcome}, this thread held for ${Math.round(held)} ms\n`);
    }
    const unexpected = [...outcomes].filter(([, outcome]) => /unreadable_source|internal/.test(outcome));
    expect(unexpected).toEqual([]);
    expect((await importing('good.txt', Buffer.from('A story\n\nWith its text.'))).outcome).toBe('3 words');
  },
);
