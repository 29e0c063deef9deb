import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtWorker } from '../../../tools/builtWorker';
import type { ExportJob, ExportRequest } from '#shared/domain/exportJob';
import { createArticle, saveArticle } from '../store/articles/articles';
import { listRevisions } from '../store/articles/revisions';
import type { Store } from '../store/store';
import { closeStore, openStore } from '../store/opening/database';
import { createExport, getExport, openItems, recordItems, writtenFiles } from '../store/jobs/exportItems';
import { claimJob } from '../store/jobs/jobs';
import { exportKind } from './kinds/export/exportKind';
import { type JobQueue, createJobQueue } from './queue';

let workerPath = '';

beforeAll(async () => {
  workerPath = await builtWorker('jobs/kinds/export/worker.ts');
});

type ExportQueue = JobQueue<ExportRequest, ExportJob>;

let folder = '';
let store: Store;
let seen: ExportJob[] = [];
let queues: ExportQueue[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-jobs-'));
  store = openStore(join(folder, 'store'));
  seen = [];
  queues = [];
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  closeStore(store);
  rmSync(folder, { recursive: true, force: true });
});

function makeQueue(onChange: (job: ExportJob) => void = () => undefined): ExportQueue {
  const queue = createJobQueue(exportKind, {
    store,
    workerPath,
    pid: process.pid,
    isGone: ({ pid }) => pid !== process.pid,
    onChange: (job) => {
      seen.push(job);
      onChange(job);
    },
    onTrouble: (failure) => {
      throw new Error(failure.message);
    },
  });
  queues.push(queue);
  return queue;
}

const addArticles = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => createArticle(store, { headline: `Story number ${index}` }).id);

const out = (): string => join(folder, 'out');
const everything = (): ExportRequest => ({ format: 'markdown', selection: { kind: 'all' }, folder: out() });

describe('an export', () => {
  test('never gives main more to take in one turn than a batch, however long main takes for each', async () => {
    addArticles(400);
    const state = { turn: 0, isDone: false };
    const turns: number[] = [];
    const queue = makeQueue((job) => {
      if (job.state !== 'running' || job.done === 0) return;
      turns.push(state.turn);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    });
    const { id } = queue.start(everything());
    void queue.idle().then(() => (state.isDone = true));
    for (; !state.isDone; state.turn += 1) await nextTurn();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 400 });
    expect(turns.length).toBeGreaterThan(2);
    expect(new Set(turns).size).toBe(turns.length);
  });

  test('writes every article, tells how far it is, and lists each file with its hash', async () => {
    addArticles(150);
    const queue = makeQueue();
    const { id, state } = queue.start(everything());
    expect(state).toBe('waiting');
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({
      state: 'done',
      total: 150,
      done: 150,
      failed: 0,
      failure: null,
    });
    const files = readdirSync(out()).filter((name) => name.endsWith('.md'));
    expect(files).toHaveLength(150);
    expect(seen.some(({ done }) => done > 0 && done < 150)).toBe(true);
    const manifest = JSON.parse(readFileSync(join(out(), 'nutgraf-manifest.json'), 'utf8')) as {
      files: { file: string }[];
    };
    expect(manifest.files.map(({ file }) => file)).toEqual(files.toSorted());
  });

  test('gives the same bytes again, under the same names', async () => {
    addArticles(5);
    const queue = makeQueue();
    const read = (): readonly (readonly [string, string])[] =>
      readdirSync(out()).map((name) => [name, readFileSync(join(out(), name), 'utf8')] as const);
    queue.start(everything());
    await queue.idle();
    const first = read();
    queue.start(everything());
    await queue.idle();
    expect(read()).toEqual(first);
  });

  test('never writes over a file that is not its own', async () => {
    const [id = ''] = addArticles(1);
    const queue = makeQueue();
    const first = queue.start(everything());
    await queue.idle();
    const [file] = writtenFiles(store, first.id);
    writeFileSync(file?.path ?? '', 'notes that somebody added by hand');
    const second = queue.start({ ...everything(), selection: { kind: 'articles', ids: [id] } });
    await queue.idle();
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('notes that somebody added by hand');
    expect(writtenFiles(store, second.id)[0]?.path).not.toBe(file?.path);
  });

  test('that is cancelled keeps what it wrote, whole, and can be taken up again', async () => {
    addArticles(400);
    let queue: ExportQueue | null = null;
    queue = makeQueue((job) => {
      if (job.state === 'running' && job.done > 0) queue?.cancel(job.id);
    });
    const { id } = queue.start(everything());
    await queue.idle();
    const half = getExport(store, id);
    expect(half.state).toBe('cancelled');
    expect(half.done).toBeLessThan(400);
    for (const { path, bytes } of writtenFiles(store, id)) expect(readFileSync(path).length).toBe(bytes);
    const again = makeQueue();
    again.retry(id);
    await again.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 400 });
    expect(readdirSync(out()).filter((name) => name.endsWith('.md'))).toHaveLength(400);
  });

  test('that is taken up again before it has quite stopped is written to its end', async () => {
    addArticles(400);
    let queue: ExportQueue | null = null;
    let isCancelled = false;
    queue = makeQueue((job) => {
      if (isCancelled || job.state !== 'running' || job.done === 0) return;
      isCancelled = true;
      queue?.cancel(job.id);
      queue?.retry(job.id);
    });
    const { id } = queue.start(everything());
    await vi.waitFor(() => expect(isCancelled).toBe(true), 30_000);
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 400 });
    expect(readdirSync(out()).filter((name) => name.endsWith('.md'))).toHaveLength(400);
  });

  test('goes on after a crash where it was, and writes nothing twice', async () => {
    const ids = addArticles(20);
    const job = createExport(store, everything(), ids, 999_999);
    claimJob(store, 'export', 999_999, () => false);
    const queue = makeQueue();
    queue.resume();
    await queue.idle();
    const [first] = writtenFiles(store, job.id);
    expect(getExport(store, job.id)).toMatchObject({ state: 'done', done: 20 });
    expect(first?.id).toBe(ids[0]);
    expect(openItems(store, job.id)).toEqual([]);
    expect(readdirSync(out()).filter((name) => name.endsWith('.md'))).toHaveLength(20);
  });

  test('whose file was renamed into place before a crash could record it keeps that one file', async () => {
    addArticles(1);
    const queue = makeQueue();
    queue.start(everything());
    await queue.idle();
    rmSync(join(out(), 'nutgraf-manifest.json'));
    queue.start(everything());
    await queue.idle();
    expect(readdirSync(out()).filter((name) => name.endsWith('.md'))).toHaveLength(1);
  });

  test('into a place that is not a folder fails with what to do, and works once the place is right', async () => {
    addArticles(2);
    writeFileSync(out(), 'a file');
    const queue = makeQueue();
    const { id } = queue.start(everything());
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'failed', failure: { code: 'export_folder' } });
    rmSync(out());
    mkdirSync(out());
    queue.retry(id);
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 2, failure: null });
  });

  test('of nothing is refused', () => {
    expect(() => makeQueue().start(everything())).toThrow('There is no article to export here.');
  });

  test('with one article that cannot be read writes all the others and says which failed', async () => {
    const [, broken = ''] = addArticles(3);
    store.db.prepare(`UPDATE articles SET headline = 'altered by a bad disk' WHERE id = ?`).run(broken);
    const queue = makeQueue();
    const { id } = queue.start(everything());
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 2, failed: 1 });
  });
});

describe('an export with articles that are held back', () => {
  const held = (): string =>
    createArticle(store, {
      headline: 'The verdict',
      embargo: Date.now() + 3_600_000,
      legalHold: { reason: 'Court order' },
    }).id;

  test('writes the others, and names each that stays with what holds it', async () => {
    addArticles(2);
    held();
    const queue = makeQueue();
    const { id } = queue.start(everything());
    await queue.idle();
    const job = getExport(store, id);
    expect(job).toMatchObject({ state: 'done', done: 2, failed: 1 });
    expect(job.notes).toEqual([
      expect.stringMatching(/“The verdict” is under embargo until .* and under legal hold \(Court order\)/u),
    ]);
  });

  test('keeps back what is held only after the reason was given, when it is taken up again', async () => {
    const [articleId = ''] = addArticles(1);
    const queue = makeQueue();
    writeFileSync(out(), 'a file');
    const { id } = queue.start({ ...everything(), override: 'The editor in chief said so' });
    await queue.idle();
    saveArticle(store, { id: articleId, baseVersion: 1, patch: { legalHold: { reason: 'Court order' } } });
    rmSync(out());
    queue.retry(id);
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ done: 0, failed: 1 });
  });

  test('goes on past one that is damaged too', async () => {
    addArticles(1);
    const broken = held();
    store.db.prepare(`UPDATE articles SET headline = 'altered by a bad disk' WHERE id = ?`).run(broken);
    const queue = makeQueue();
    const { id } = queue.start({ ...everything(), override: 'The editor in chief said so' });
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 1, failed: 1 });
  });

  test('writes them too for a reason, which their history keeps', async () => {
    addArticles(1);
    const articleId = held();
    const queue = makeQueue();
    const { id } = queue.start({ ...everything(), override: 'The editor in chief said so' });
    await queue.idle();
    expect(getExport(store, id)).toMatchObject({ state: 'done', done: 2, failed: 0, notes: [] });
    const [kept, ...others] = listRevisions(store, articleId);
    expect(others).toEqual([]);
    expect(kept?.note).toMatch(/^Exported as markdown while .*: The editor in chief said so$/u);
  });
});

test('a job that another process runs is left to it', () => {
  const job = createExport(store, everything(), addArticles(1), 1);
  expect(claimJob(store, 'export', 1, () => false)).toBe(job.id);
  expect(claimJob(store, 'export', 2, () => false)).toBeNull();
  recordItems(store, job.id, []);
  expect(claimJob(store, 'export', 2, ({ pid }) => pid === 1)).toBe(job.id);
});

test('a job that waits for the process that asked for it is left to it', () => {
  const job = createExport(store, everything(), addArticles(1), 1);
  expect(claimJob(store, 'export', 2, () => false)).toBeNull();
  expect(claimJob(store, 'export', 1, () => false)).toBe(job.id);
});
