import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtWorker } from '../../../tools/builtWorker';
import type { Failure } from '#shared/domain/failure';
import type { ReadingLimits } from '../imports/importReader';
import { exportKind } from '../jobs/kinds/export/exportKind';
import { importKind } from '../jobs/kinds/import/importKind';
import { createJobQueue } from '../jobs/queue';
import { countArticles, createArticle, getArticle, trashArticle } from '../store/articles/articles';
import type { Store } from '../store/store';
import { listImports } from '../store/jobs/importItems';
import { closeStore, databaseFile, openStore } from '../store/opening/database';
import { hasRecoveryMark } from '../store/safety/recoveryMark';
import { tearText } from '../store/testing/spoil';
import { story } from '../store/testing/testStory';
import { parseCommandLine } from './arguments';
import type { CommandContext } from './commands';
import { runRequest } from './commands';

let folder = '';
let store: Store;
let lines: unknown[] = [];
let complaints: string[] = [];
let importWorker = '';
let limits: ReadingLimits = {};
let builtImportWorker = '';
let interrupt = (): void => undefined;
let onLine = (): void => undefined;

beforeAll(async () => {
  builtImportWorker = await builtWorker('imports/importWorker.ts');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-cli-'));
  store = openStore(join(folder, 'store'));
  lines = [];
  complaints = [];
  importWorker = builtImportWorker;
  limits = {};
  onLine = () => undefined;
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one command line on the store, as the process does; returns the exit code. */
function run(...words: readonly string[]): Promise<number> {
  const context: CommandContext = {
    store,
    openJobs: (onChange) => {
      const common = {
        store,
        pid: process.pid,
        isGone: () => false,
        onChange,
        onTrouble: ({ message }: Failure) => complaints.push(message),
      };
      const ofImport = { failed: (failure: Failure) => failure, onArticle: () => undefined, limits };
      return {
        export: createJobQueue(exportKind, { ...common, workerPath: 'unused' }),
        import: createJobQueue(importKind, { ...common, ...ofImport, workerPath: importWorker }),
      };
    },
    hearInterrupt: (stop) => {
      interrupt = () => stop(130);
      return () => undefined;
    },
    push: async (articleId) => {
      getArticle(store, articleId);
      return { outcome: 'unchanged' };
    },
    print: {
      line: (value) => {
        lines.push(value);
        onLine();
      },
      complain: (text) => complaints.push(text),
    },
  };
  return runRequest(context, parseCommandLine(words).request);
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('import', () => {
  test('prints an article a line, and an error for what failed while the others come in', async () => {
    const good = file('good.md', '# The quay reopens\n\nIt did.\n\n## What now\n\nBoats come.\n');
    const empty = file('empty.txt', '');
    const binary = file('photo.txt', new Uint8Array([0, 1, 2, 0, 255, 254, 0, 7, 0, 0, 3]));
    const last = file(
      'last.txt',
      'A last story\n\nWith one paragraph that says a little more than its headline.\n',
    );
    expect(await run('import', good, empty, join(folder, 'absent.txt'), folder, binary, last)).toBe(1);
    expect(lines).toMatchObject([
      { headline: 'The quay reopens', crossheads: 1, adSlots: 0 },
      { file: empty, error: { code: 'empty_file' } },
      { file: join(folder, 'absent.txt'), error: { code: 'unreadable_file' } },
      { file: folder, error: { code: 'not_a_file' } },
      { file: binary, error: { code: 'binary_file' } },
      { headline: 'A last story' },
    ]);
    expect(listImports(store)).toMatchObject([{ state: 'done', total: 6, done: 2, failed: 4 }]);
  });

  /** The built worker, which two names make greedy for memory or for time. */
  function oddWorker(): string {
    const odd = file(
      'odd.mjs',
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ file }) => {
         if (file.name === 'greedy.md') for (const held = []; ; ) held.push(new Array(1_000_000).fill(0.5));
         if (file.name === 'endless.md') for (;;);
       });`,
    );
    const modules = [odd, builtImportWorker].map((path) => JSON.stringify(pathToFileURL(path).href));
    return file('worker.mjs', modules.map((module) => `import ${module};`).join('\n'));
  }
  const storyFile = (name: string): string => file(name, `# About ${name}\n\nA paragraph of it.\n`);

  test.each([
    ['greedy.md', 'import_too_much', { memory: 64 }],
    ['endless.md', 'import_too_long', { patience: 3000 }],
  ])('a file that breaks a limit fails alone, by its name: %s', async (name, code, broken) => {
    importWorker = oddWorker();
    limits = broken;
    const files = ['first.md', name, 'last.md'].map(storyFile);
    expect(await run('import', ...files)).toBe(1);
    expect(lines).toMatchObject([
      { headline: 'About first.md' },
      { file: files[1], error: { code } },
      { headline: 'About last.md' },
    ]);
  });

  test('an interrupt gives up the file at hand, keeps what was imported, and names what was not read', async () => {
    importWorker = oddWorker();
    const files = ['first.md', 'endless.md', 'last.md'].map(storyFile);
    onLine = () => setImmediate(interrupt);
    expect(await run('import', ...files)).toBe(130);
    expect(lines).toMatchObject([
      { headline: 'About first.md' },
      { file: files[1], error: { code: 'not_read' } },
      { file: files[2], error: { code: 'not_read' } },
    ]);
    expect(complaints).toEqual(['nutgraf: Stopped. Of 3 files, 2 were not read; what was imported is kept.']);
    expect(countArticles(store).views.all).toBe(1);
    expect(listImports(store)).toMatchObject([{ state: 'cancelled', done: 1 }]);
  });

  test('a store that takes no more ends it, and says so of each file that is left', async () => {
    const files = ['first.md', 'second.md', 'last.md'].map(storyFile);
    onLine = () => store.db.pragma('query_only = 1');
    expect(await run('import', ...files)).toBe(1);
    expect(countArticles(store).views.all).toBe(1);
    expect(lines).toMatchObject([
      { headline: 'About first.md' },
      { file: files[1], error: { code: 'not_read' } },
      { file: files[2], error: { code: 'not_read' } },
    ]);
    expect(complaints).toHaveLength(1);
  });
});

describe('set', () => {
  test('changes the headline, the section and the text, each as a save', async () => {
    const { id } = createArticle(store, { headline: 'Old' });
    expect(await run('set', id, '--headline', 'New')).toBe(0);
    expect(await run('set', id, '--section', 'city')).toBe(0);
    expect(await run('set', id, '--append-paragraph', 'First words.')).toBe(0);
    expect(await run('set', id, '--append-paragraph', 'Last <words>.')).toBe(0);
    expect(lines.at(-1)).toMatchObject({ id, headline: 'New', section: 'City', words: 4, version: 5 });
    const texts = getArticle(store, id).body.content.map((block) => block.content?.[0]?.text);
    expect(texts).toEqual(['First words.', 'Last <words>.']);
  });

  test.each([
    [['--headline', 'x'.repeat(10_000)], 'bad_value'],
    [['--section', 'No such section'], 'section_not_found'],
  ])('refuses %j and changes nothing', async (options, code) => {
    const before = createArticle(store, { headline: 'Kept' });
    await expect(run('set', before.id, ...options)).rejects.toMatchObject({ code });
    expect(getArticle(store, before.id)).toEqual(before);
  });

  test('refuses an article in the trash', async () => {
    const { id } = createArticle(store, { headline: 'Gone' });
    trashArticle(store, id);
    await expect(run('set', id, '--headline', 'Back')).rejects.toMatchObject({ code: 'in_trash' });
  });
});

test('list prints the newest first, with sections by name', async () => {
  const first = createArticle(store, { headline: 'First' });
  await run('set', first.id, '--section', 'Sport');
  lines = [];
  expect(await run('list')).toBe(0);
  expect(lines).toMatchObject([
    { id: first.id, headline: 'First', section: 'Sport', status: 'draft', words: 0 },
  ]);
});

test('show prints the whole article with its body', async () => {
  const { id } = createArticle(store, { headline: 'Whole' });
  expect(await run('show', id)).toBe(0);
  expect(lines).toMatchObject([{ id, headline: 'Whole', section: null, body: { type: 'doc' } }]);
});

test.each(['show', 'set'])('%s of an article that is not there says how to find the ids', async (command) => {
  const words = command === 'set' ? ['set', 'nope', '--headline', 'x'] : ['show', 'nope'];
  await expect(run(...words)).rejects.toMatchObject({ code: 'article_not_found' });
});

test('push names damage that it meets as that, and makes the next start look for it', async () => {
  const { id } = createArticle(store, { body: story('words that are torn '.repeat(2000)) });
  closeStore(store);
  tearText(databaseFile(store.folder), 'words that are torn');
  store = openStore(store.folder);
  const site = ['--kind', 'wordpress', '--url', 'https://site.example', '--user', 'desk'];
  expect(await run('push', id, ...site)).toBe(1);
  expect(lines).toMatchObject([{ id, error: { code: 'store_damaged' } }]);
  expect(hasRecoveryMark(store.folder)).toBe(true);
});
