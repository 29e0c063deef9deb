import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { builtWorker } from '../../../../../tools/builtWorker';
import type { Failure } from '#shared/domain/failure';
import type { ImportJob } from '#shared/domain/importJob';
import { countArticles } from '../../../store/articles/articles';
import { importOutcomes } from '../../../store/jobs/importItems';
import { type JobOwner, claimJob, finishJob } from '../../../store/jobs/jobs';
import { closeStore, openStore } from '../../../store/opening/database';
import { testFolder, testStore } from '../../../store/testing/testStore';
import type { Store } from '../../../store/store';
import { ownerGone } from '../../ownerGone';
import { type JobQueue, createJobQueue } from '../../queue';
import { type ImportRequest, importKind } from './importKind';

let workerPath = '';
beforeAll(async () => {
  workerPath = await builtWorker('imports/importWorker.ts');
});

/** The pid of another process. */
const OTHER = 999_999;

type ImportQueue = JobQueue<ImportRequest, ImportJob>;

interface QueueOptions {
  readonly onChange?: (job: ImportJob) => void;
  readonly worker?: string;
  readonly isGone?: (owner: JobOwner) => boolean;
  readonly onTrouble?: (failure: Failure) => void;
}

function makeQueue(
  store: Store,
  {
    onChange = () => undefined,
    worker = workerPath,
    isGone = ({ pid }) => pid !== process.pid,
    onTrouble = ({ message }) => {
      throw new Error(message);
    },
  }: QueueOptions = {},
): ImportQueue {
  const queue = createJobQueue(importKind, {
    store,
    workerPath: worker,
    pid: process.pid,
    isGone,
    failed: (failure) => failure,
    onArticle: () => undefined,
    onChange,
    onTrouble,
  });
  onTestFinished(() => queue.close());
  return queue;
}

const folder = (): string => testFolder();
const file = (path: string, text: string) => {
  writeFileSync(path, text);
  return path;
};
const sourcesIn = (place: string, names: readonly string[]) =>
  names.map((name) => ({ name, path: file(join(place, name), `# About ${name}\n\nA paragraph of it.\n`) }));

const kindsOf = (store: Store, id: string): readonly string[] =>
  importOutcomes(store, id).map(({ kind }) => kind);

test('files become articles one after another, reported by name, and one that fails stops no other', async () => {
  const [store, place] = [testStore(), folder()];
  const seen: (readonly [number, string | null])[] = [];
  const queue = makeQueue(store, {
    onChange: ({ done, failed, current }) => seen.push([done + failed, current]),
  });
  mkdirSync(join(place, 'folder.md'));
  const [first, last] = sourcesIn(place, ['first.md', 'last.md']);
  const job = queue.start({
    sources: [first, { name: 'folder.md', path: join(place, 'folder.md') }, last].filter(
      (one) => one !== undefined,
    ),
  });
  expect(job).toMatchObject({ state: 'waiting', total: 3 });
  await queue.idle();
  expect(queue.list()[0]).toMatchObject({ state: 'done', done: 2, failed: 1, current: null });
  expect(importOutcomes(store, job.id)).toMatchObject([
    { kind: 'imported', file: 'first.md', summary: { headline: 'About first.md' } },
    { kind: 'failed', file: 'folder.md', failure: { code: 'not_a_file' } },
    { kind: 'imported', file: 'last.md' },
  ]);
  expect(seen).toEqual(
    expect.arrayContaining([
      [0, 'first.md'],
      [1, 'folder.md'],
      [2, 'last.md'],
    ]),
  );
});

test('an import that is cancelled keeps what it made, names what it did not reach, and reads that when asked', async () => {
  const [store, place] = [testStore(), folder()];
  const sources = sourcesIn(place, ['a.md', 'b.md', 'c.md', 'd.md']);
  let isCancelled = false;
  const queue: ImportQueue = makeQueue(store, {
    onChange: ({ id, done, state }) => {
      if (isCancelled || done !== 2 || state !== 'running') return;
      isCancelled = true;
      queue.cancel(id);
    },
  });
  const { id } = queue.start({ sources });
  await queue.idle();
  expect(queue.list()[0]).toMatchObject({ state: 'cancelled', done: 2, failed: 0, total: 4 });
  expect(kindsOf(store, id)).toEqual(['imported', 'imported', 'notRead', 'notRead']);
  expect(countArticles(store).views.all).toBe(2);
  queue.retry(id);
  await queue.idle();
  expect(queue.list()[0]).toMatchObject({ state: 'done', done: 4 });
  expect(countArticles(store).views.all).toBe(4);
});

test('an import that another process on the store cancels stops at its next file', async () => {
  const [store, place] = [testStore(), folder()];
  const other = openStore(store.folder);
  onTestFinished(() => closeStore(other));
  const queue: ImportQueue = makeQueue(store, {
    onChange: ({ id, done, state }) => {
      if (done === 1 && state === 'running') finishJob(other, id, 'cancelled', null);
    },
  });
  const { id } = queue.start({ sources: sourcesIn(place, ['a.md', 'b.md', 'c.md', 'd.md']) });
  await queue.idle();
  expect(kindsOf(store, id)).toEqual(['imported', 'imported', 'notRead', 'notRead']);
  expect(queue.list()[0]).toMatchObject({ state: 'cancelled', done: 2 });
});

test('the file at hand is given up at once by a cancel, and by the end of the app', async () => {
  const [store, place] = [testStore(), folder()];
  const endless = file(
    join(place, 'endless.mjs'),
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });`,
  );
  const queue = makeQueue(store, { worker: endless });
  const sources = sourcesIn(place, ['a.md', 'b.md']);
  const cancelled = queue.start({ sources });
  queue.cancel(cancelled.id);
  await queue.idle();
  expect(kindsOf(store, cancelled.id)).toEqual(['notRead', 'notRead']);
  const closed = queue.start({ sources });
  await queue.close();
  expect(kindsOf(store, closed.id)).toEqual(['notRead', 'notRead']);
  expect(countArticles(store).views.all).toBe(0);
});

/** An import that is running in another process. */
function importOfOther(store: Store, sources: ImportRequest['sources']): string {
  const other = importKind.open({
    store,
    workerPath,
    pid: OTHER,
    failed: (failure) => failure,
    onArticle: () => undefined,
    onTrouble: () => undefined,
  });
  const { id } = other.make({ sources });
  claimJob(store, 'import', OTHER, () => false);
  return id;
}

test('an import cut short by a crash or the end of the app ends at the next start, and is reported once', async () => {
  const [store, place] = [testStore(), folder()];
  const id = importOfOther(store, sourcesIn(place, ['a.md', 'b.md']));
  const queue = makeQueue(store);
  queue.resume();
  expect(queue.takeCutShort()).toMatchObject([
    { id, state: 'cancelled', done: 0, total: 2, failure: { code: 'job_cut_short' } },
  ]);
  expect(queue.takeCutShort()).toEqual([]);
  expect(countArticles(store).views.all).toBe(0);
  queue.retry(id);
  await queue.idle();
  expect(queue.list()[0]).toMatchObject({ state: 'done', done: 2, failure: null });
});

test('what came from another program cannot be read after a restart, and says so', async () => {
  const store = testStore();
  const bytes = new Uint8Array(Buffer.from('# Dropped\n\nText.'));
  const first = makeQueue(store);
  const { id } = first.start({ sources: [{ name: 'dropped.md', bytes }] });
  first.cancel(id);
  await first.close();
  const queue = makeQueue(store);
  queue.retry(id);
  await queue.idle();
  expect(importOutcomes(store, id)).toMatchObject([{ kind: 'failed', failure: { code: 'source_gone' } }]);
});

test('a store that takes no write at the start keeps nothing from starting: the import ends when it can', async () => {
  const [store, place] = [testStore(), folder()];
  const troubles: string[] = [];
  const id = importOfOther(store, sourcesIn(place, ['a.md']));
  const queue = makeQueue(store, { onTrouble: ({ code }) => troubles.push(code) });
  store.db.pragma('query_only = 1');
  queue.resume();
  await queue.idle();
  expect(troubles).toHaveLength(1);
  store.db.pragma('query_only = 0');
  queue.start({ sources: sourcesIn(place, ['b.md']) });
  await queue.idle();
  expect(queue.takeCutShort()).toMatchObject([{ id, state: 'cancelled' }]);
  expect(countArticles(store).views.all).toBe(1);
});

test('an import of this process is read, though its owner’s number alone may be one of a process before it', async () => {
  const [store, place] = [testStore(), folder()];
  const queue = makeQueue(store, { isGone: ownerGone(store.now) });
  const { id } = queue.start({ sources: sourcesIn(place, ['a.md']) });
  await queue.idle();
  expect(queue.list()).toMatchObject([{ id, state: 'done', done: 1 }]);
  expect(queue.takeCutShort()).toEqual([]);
});

test('an import whose process is found to be gone only later ends then, and is never continued', async () => {
  const [store, place] = [testStore(), folder()];
  let isGone = false;
  const id = importOfOther(store, sourcesIn(place, ['a.md', 'b.md']));
  const queue = makeQueue(store, { isGone: ({ pid }) => isGone && pid === OTHER });
  queue.resume();
  await queue.idle();
  expect(queue.takeCutShort()).toEqual([]);
  isGone = true;
  queue.start({ sources: sourcesIn(place, ['c.md']) });
  await queue.idle();
  expect(queue.takeCutShort()).toMatchObject([{ id, done: 0 }]);
  expect(countArticles(store).views.all).toBe(1);
});

test('what came from another program is still there for the rest of a cancelled import', async () => {
  const store = testStore();
  const sources = ['one', 'two', 'three'].map((name) => ({
    name: `${name}.md`,
    bytes: new Uint8Array(Buffer.from(`# ${name}\n\nText.`)),
  }));
  let isCancelled = false;
  const queue: ImportQueue = makeQueue(store, {
    onChange: ({ id, done, state }) => {
      if (isCancelled || done !== 1 || state !== 'running') return;
      isCancelled = true;
      queue.cancel(id);
    },
  });
  const { id } = queue.start({ sources });
  await queue.idle();
  expect(kindsOf(store, id)).toEqual(['imported', 'notRead', 'notRead']);
  queue.retry(id);
  await queue.idle();
  expect(kindsOf(store, id)).toEqual(['imported', 'imported', 'imported']);
});
