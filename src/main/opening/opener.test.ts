import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Opening } from '#shared/domain/opening';
import { expect, test } from 'vitest';
import { createImport } from '../store/jobs/importItems';
import { testFolder, testStore } from '../store/testing/testStore';
import { createArticle } from '../store/articles/articles';
import { createOpener } from './opener';

function opening() {
  const store = testStore();
  const started: (readonly { readonly name: string }[])[] = [];
  let rung = 0;
  let onRing = (): void => undefined;
  const opener = createOpener({
    store,
    failed: (failure) => failure,
    jobs: {
      import: {
        start: ({ sources }) => {
          started.push(sources);
          return createImport(
            store,
            sources.map(({ name }) => ({ name, path: null })),
            process.pid,
          );
        },
      },
    },
    windows: {
      toFront: () => undefined,
      current: () => 1,
      publishTo: () => () => {
        rung += 1;
        onRing();
      },
    },
  });
  /** Everything there is to show once that many openings were told of. */
  const taken = async (count: number): Promise<readonly Opening[]> => {
    if (rung < count)
      await new Promise<void>((resolve) => {
        onRing = () => (rung >= count ? resolve() : undefined);
      });
    return opener.take();
  };
  return { store, opener, started, taken };
}

test('files that are there are one import, those that are not are named, and each is given once', async () => {
  const { opener, started, taken } = opening();
  const folder = testFolder();
  const [a, b] = [join(folder, 'a.md'), join(folder, 'b č %.md')];
  for (const file of [a, b]) writeFileSync(file, `Words of ${file}.`);
  opener.open([a, join(folder, 'gone.md'), pathToFileURL(b).href]);
  expect(await taken(2)).toMatchObject([
    { kind: 'refused', failure: { code: 'file_missing', detail: join(folder, 'gone.md') } },
    { kind: 'import', job: { total: 2 } },
  ]);
  expect(started).toEqual([
    [
      { name: 'a.md', path: a },
      { name: 'b č %.md', path: b },
    ],
  ]);
  expect(opener.take()).toEqual([]);
});

test('a file on another computer, named by an address, is not asked for', async () => {
  const { opener, started, taken } = opening();
  opener.open(['file://share.example/desk/a.md']);
  expect(await taken(1)).toMatchObject([{ kind: 'refused', failure: { code: 'file_elsewhere' } }]);
  expect(started).toEqual([]);
});

test('addresses open what they name, and what they cannot is said', async () => {
  const { store, opener, taken } = opening();
  const { id } = createArticle(store, { headline: 'Linked' });
  opener.open([
    `nutgraf://open/${id}`,
    `nutgraf://open/${store.newId()}`,
    'nutgraf:x',
    'nutgraf://new?text=x',
  ]);
  expect(await taken(4)).toMatchObject([
    { kind: 'article', article: { id, headline: 'Linked' } },
    { kind: 'refused', failure: { code: 'article_not_here' } },
    { kind: 'refused', failure: { code: 'bad_address' } },
    { kind: 'new', draft: { text: 'x' } },
  ]);
});

test('a pipe is never opened: the import that it is handed to says what it is', async () => {
  const { opener, started, taken } = opening();
  const pipe = join(testFolder(), 'pipe.md');
  execFileSync('mkfifo', [pipe]);
  opener.open([pipe]);
  expect(await taken(1)).toMatchObject([{ kind: 'import' }]);
  expect(started).toEqual([[{ name: 'pipe.md', path: pipe }]]);
});

test('a file that is opened again while it is being imported, or stands twice, is imported once', async () => {
  const { opener, started, taken } = opening();
  const folder = testFolder();
  const [a, copy] = [join(folder, 'a.md'), join(folder, 'copy.md')];
  for (const file of [a, copy]) writeFileSync(file, 'the same words');
  opener.open([a, a]);
  opener.open([copy]);
  expect(await taken(2)).toMatchObject([
    { kind: 'import', job: { total: 1 } },
    { kind: 'import', job: { total: 1 } },
  ]);
  expect(started.map((sources) => sources.map(({ name }) => name))).toEqual([['a.md']]);
});
