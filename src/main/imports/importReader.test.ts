import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtWorker } from '../../../tools/builtWorker';
import type { ImportReader } from './importReader';
import { createImportReader } from './importReader';
import { readArticle } from './readArticle';

let workerPath = '';
beforeAll(async () => {
  workerPath = await builtWorker('imports/importWorker.ts');
});

let folder = '';
let readers: ImportReader[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-reader-'));
  readers = [];
});
afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  rmSync(folder, { recursive: true, force: true });
});

function readerWith(options: Parameters<typeof createImportReader>[0]): ImportReader {
  const reader = createImportReader(options);
  readers.push(reader);
  return reader;
}

const knowledge = { sections: ['City'] };
const file = (name: string, text: string) => ({ name, bytes: new Uint8Array(Buffer.from(text)) });
const page = file('page.html', '<h1>The bridge closes</h1><p>It will be closed for a year.</p>');

describe('a file that is read in a thread of its own', () => {
  test('is read as it would be here', async () => {
    const withoutIds = (article: unknown): string =>
      JSON.stringify(article).replace(/\\?"id\\?":\\?"\w+\\?"/g, '');
    const read = await readerWith({ workerPath }).read(page, knowledge);
    expect(withoutIds(read)).toBe(withoutIds(readArticle(page, knowledge)));
  });

  test('holds up nothing else, however hard it is to read', async () => {
    const hard = file('hard.html', `<nav>Menu</nav>${'<p>It will be closed for a year.</p>'.repeat(2000)}`);
    const state = { isRead: false };
    let turns = 0;
    const read = readerWith({ workerPath })
      .read(hard, knowledge)
      .finally(() => (state.isRead = true));
    for (; !state.isRead; turns += 1) await nextTurn();
    expect((await read).content.body?.wordCount).toBe(14_001);
    expect(turns).toBeGreaterThan(50);
  });

  test('is refused in the words of its reading', async () => {
    const reading = readerWith({ workerPath }).read(file('paper.txt', '%PDF-1.7'), knowledge);
    await expect(reading).rejects.toMatchObject({ code: 'binary_file' });
  });
});

/** A worker that answers with the name of a file, except for three names. */
function oddWorker(): string {
  const path = join(folder, 'odd.mjs');
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ file }) => {
       if (file.name === 'endless.html') for (;;);
       if (file.name === 'greedy.html') for (const held = []; ; ) held.push(new Array(10000).fill(held.length));
       if (file.name === 'broken.html') process.exit(1);
       parentPort.postMessage({ kind: 'read', article: file.name });
     });`,
  );
  return path;
}

describe('a file that its thread is given up at', () => {
  test.each([
    ['endless.html', 'import_too_long'],
    ['greedy.html', 'import_too_much'],
    ['broken.html', 'import_stopped'],
  ])('is named, and the others are read: %s', async (name, code) => {
    const reader = readerWith({ workerPath: oddWorker(), patience: 4000, memory: 32 });
    const [first, bad, last] = await Promise.allSettled(
      ['first.html', name, 'last.html'].map((one) => reader.read(file(one, ''), knowledge)),
    );
    expect(first).toMatchObject({ status: 'fulfilled', value: 'first.html' });
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { code, message: expect.stringContaining(`“${name}”`) as unknown },
    });
    expect(last).toMatchObject({ status: 'fulfilled', value: 'last.html' });
  });

  test('is so at the app’s end too, with all that wait behind it', async () => {
    const reader = readerWith({ workerPath: oddWorker() });
    await reader.read(file('first.html', ''), knowledge);
    const reading = ['endless.html', 'last.html'].map((name) => reader.read(file(name, ''), knowledge));
    const outcomes = Promise.allSettled(reading);
    await reader.close();
    const stopped = { status: 'rejected', reason: { code: 'import_stopped' } };
    expect(await outcomes).toMatchObject([stopped, stopped]);
  });
});
