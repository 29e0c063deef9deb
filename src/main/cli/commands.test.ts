import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHere } from '../imports/testing/readHere';
import { exportKind } from '../jobs/kinds/export/exportKind';
import { createJobQueue } from '../jobs/queue';
import { createArticle, getArticle, trashArticle } from '../store/articles/articles';
import type { Store } from '../store/store';
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

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-cli-'));
  store = openStore(join(folder, 'store'));
  lines = [];
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one command line on the store, as the process does; gives the exit code. */
function run(...words: readonly string[]): Promise<number> {
  const context: CommandContext = {
    store,
    queue: createJobQueue(exportKind, {
      store,
      workerPath: 'unused',
      pid: process.pid,
      isGone: () => false,
      onChange: () => undefined,
      onTrouble: () => undefined,
    }),
    reader: readHere,
    push: async (articleId) => {
      getArticle(store, articleId);
      return { outcome: 'unchanged' };
    },
    print: { line: (value) => lines.push(value), complain: () => undefined },
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
