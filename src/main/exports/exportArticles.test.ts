import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '#shared/domain/documentJson';
import type { ExportFormat } from '#shared/domain/exportFormats';
import { documentJsonOf } from '#shared/document/document';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { importFile } from '../imports/importFile';
import { readHere } from '../imports/testing/readHere';
import { createArticle } from '../store/articles/articles';
import { assetPath } from '../store/articles/assetFiles';
import { addAsset } from '../store/articles/assets';
import { closeStore, databaseFile, openStore } from '../store/opening/database';
import type { Store } from '../store/store';
import { hasRecoveryMark } from '../store/safety/recoveryMark';
import { gif } from '../store/testing/testImages';
import { tearText } from '../store/testing/spoil';
import { story, testFolder, testStore } from '../store/testing/testStore';
import { sha256Of } from './manifest';
import type { Format } from './format';
import type { ItemOutcome } from '../store/jobs/exportItems';
import { type ExportTask, exportArticles } from './exportArticles';

/** A store with one article that shows one image, and the image's hash. */
function withImage(): { readonly store: Store; readonly hash: string; readonly articleId: string } {
  const store = testStore();
  const { hash } = addAsset(store, { name: 'quay.gif', bytes: gif(2000) });
  const figure = {
    type: 'figure',
    attrs: { asset: hash, src: null, alt: 'A quay', caption: '', credit: '' },
  };
  const body: DocumentJson = { type: 'doc', content: [figure] };
  return { store, hash, articleId: createArticle(store, { headline: 'Quay', body }).id };
}

/** A task of which nothing is written yet. */
const newTask = (
  folder: string,
  items: ExportTask['items'],
  format: ExportFormat = 'markdown',
): ExportTask => ({ format, folder, items, written: [], writtenAssets: [], now: 0 });

/** Every result of a task, in order of arrival. */
async function resultsOf(store: Store, task: ExportTask): Promise<readonly ItemOutcome[]> {
  const all: ItemOutcome[] = [];
  for await (const results of exportArticles(store, task)) all.push(...results);
  return all;
}

function exported(
  store: Store,
  articleId: string,
  folder: string,
  format: ExportFormat = 'html',
): Promise<readonly ItemOutcome[]> {
  const items = [{ ordinal: 0, articleId }];
  return resultsOf(store, newTask(folder, items, format));
}

test('an image that a cut-off export left half-written is written whole by the next', async () => {
  const { store, hash, articleId } = withImage();
  const folder = testFolder();
  const image = join(folder, 'assets', `${hash}.gif`);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(image, gif(2000).subarray(0, 700));
  expect(await exported(store, articleId, folder)).toMatchObject([{ kind: 'written' }]);
  expect(sha256Of(readFileSync(image))).toBe(hash);
  expect(existsSync(join(folder, 'nutgraf-manifest.json'))).toBe(true);
});

test('pictures of an earlier run stay in the manifest, and nothing half-written is left of either', async () => {
  const { store, hash, articleId } = withImage();
  const other = createArticle(store, { headline: 'Without' }).id;
  const folder = testFolder();
  const [first] = await exported(store, articleId, folder);
  if (first?.kind !== 'written') throw new Error('the first run wrote nothing');
  expect(first.assets).toEqual([{ file: `assets/${hash}.gif`, sha256: hash }]);
  const { path, ...file } = first.file;
  rmSync(join(folder, 'nutgraf-manifest.json'));
  const parts = [
    `quay.html.${process.pid}.part`,
    'assets/x.gif.999999999.part',
    // Another running process.
    `vote.html.${process.ppid}.part`,
  ];
  for (const part of parts) writeFileSync(join(folder, part), 'half');
  const items = [{ ordinal: 1, articleId: other }];
  const written = [{ ...file, file: basename(path) }];
  const again = await resultsOf(store, {
    format: 'html',
    folder,
    items,
    written,
    writtenAssets: first.assets,
    now: 0,
  });
  expect(again).toMatchObject([{ kind: 'written' }]);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'nutgraf-manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ files: [{}, {}], assets: [{ sha256: hash }] });
  expect(parts.filter((part) => existsSync(join(folder, part)))).toEqual(parts.slice(2));
});

test('articles with the same name flushed together each have a file, reported in order', async () => {
  const store = testStore();
  const folder = testFolder();
  const items = Array.from({ length: 20 }, (_, ordinal) => {
    const articleId =
      ordinal === 5
        ? 'gone'
        : createArticle(store, { headline: 'Quay', body: story(`Story ${ordinal}.`) }).id;
    return { ordinal, articleId };
  });
  const results = await resultsOf(store, newTask(folder, items));
  expect(results.map(({ ordinal }) => ordinal)).toEqual(items.map(({ ordinal }) => ordinal));
  const paths = results.map((result) => (result.kind === 'written' ? result.file.path : null));
  expect(paths[5]).toBe(null);
  const written = paths.filter((path) => path !== null);
  expect(new Set(written).size).toBe(19);
  expect(written.map((path) => /Story \d+/u.exec(readFileSync(path, 'utf8'))?.[0])).toEqual(
    items.filter(({ ordinal }) => ordinal !== 5).map(({ ordinal }) => `Story ${ordinal}`),
  );
  const manifest = JSON.parse(readFileSync(join(folder, 'nutgraf-manifest.json'), 'utf8')) as {
    readonly files: readonly { readonly file: string }[];
  };
  expect(new Set(manifest.files.map(({ file }) => file))).toEqual(
    new Set(written.map((path) => basename(path))),
  );
});

test('articles that cannot be read are told one by one, wherever they stand among many', async () => {
  const store = testStore();
  const items = Array.from({ length: 60 }, (_, ordinal) => ({
    ordinal,
    articleId: ordinal % 20 === 19 ? 'gone' : createArticle(store, { headline: `Quay ${ordinal}` }).id,
  }));
  const results = await resultsOf(store, newTask(testFolder(), items));
  expect(results.map(({ ordinal }) => ordinal)).toEqual(items.map(({ ordinal }) => ordinal));
  const failed = results.filter(({ kind }) => kind === 'failed').map(({ ordinal }) => ordinal);
  expect(failed).toEqual([19, 39, 59]);
});

test('an export that is stopped half-way keeps the manifest of what it wrote, and nothing half-written', async () => {
  const store = testStore();
  const folder = testFolder();
  const items = Array.from({ length: 20 }, (_, ordinal) => ({
    ordinal,
    articleId: createArticle(store, { headline: `Quay ${ordinal}` }).id,
  }));
  let told = 0;
  for await (const results of exportArticles(store, newTask(folder, items))) {
    told += results.length;
    break;
  }
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(20);
  const files = readdirSync(folder).filter((file) => file !== 'nutgraf-manifest.json');
  expect(files).toHaveLength(told);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'nutgraf-manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ files: files.toSorted().map((file) => ({ file })) });
});

test('a picture that changed on the disk is not written as if it were the one; its article says so', async () => {
  const { store, hash, articleId } = withImage();
  writeFileSync(assetPath(store.folder, { hash, type: 'image/gif' }), gif(1999));
  expect(await exported(store, articleId, testFolder())).toMatchObject([
    {
      kind: 'failed',
      failure: { code: 'picture_damaged', message: expect.stringContaining('quay.gif') as string },
    },
  ]);
});

test('a manifest that cannot be written says so in words about the folder', async () => {
  const { store, articleId } = withImage();
  const folder = testFolder();
  mkdirSync(join(folder, 'nutgraf-manifest.json'));
  await expect(exported(store, articleId, folder)).rejects.toThrow(
    expect.objectContaining({ code: 'export_folder' }),
  );
});

test('an article on a damaged page is reported as such and makes the next start check, and the others are written', async () => {
  const home = testFolder();
  const first = openStore(home);
  const torn = createArticle(first, {
    headline: 'Torn',
    body: story('words that are torn '.repeat(2000)),
  }).id;
  const other = createArticle(first, { headline: 'Whole' }).id;
  closeStore(first);
  tearText(databaseFile(home), 'words that are torn');
  const store = testStore({ folder: home });
  const items = [torn, other].map((articleId, ordinal) => ({ ordinal, articleId }));
  const task = newTask(testFolder(), items);
  expect(await resultsOf(store, task)).toMatchObject([
    { kind: 'failed', failure: { code: 'store_damaged' } },
    { kind: 'written' },
  ]);
  expect(hasRecoveryMark(home)).toBe(true);
});

describe('links that name no site', () => {
  const page = {
    name: 'page.html',
    bytes: Buffer.from(
      '<h1>The bridge</h1><p>See <a href="/plan">the plan</a>, <a href="https://example.org/a">the map</a> and <a href="#end">the end</a> of a story that is long enough.</p>',
    ),
  };

  test.each(['markdown', 'html', 'html-fragment', 'markdown-hugo'] as const)(
    'which an import brought along are text in %s, and it is told',
    async (format) => {
      const store = testStore();
      const { summary } = await importFile({ store, reader: readHere }, page);
      const [result] = await exported(store, summary.id, testFolder(), format);
      if (result?.kind !== 'written') throw new Error('nothing was written');
      expect(result.note).toBe(
        '“The bridge”: An incomplete link went out as text (“/plan”), because Nutgraf cannot tell where it leads. Complete it in the article.',
      );
      const text = readFileSync(result.file.path, 'utf8');
      expect(text).toContain('See the plan,');
      expect(text).not.toContain('/plan');
      expect(text).toContain('https://example.org/a');
      expect(text).toContain('#end');
    },
  );

  test('stay in what the store holds, and where a writer typed them', async () => {
    const store = testStore();
    const { summary } = await importFile({ store, reader: readHere }, page);
    const [kept] = await exported(store, summary.id, testFolder(), 'json');
    const body = documentJsonOf(fromMarkdown('See [the plan](/plan) and [a page](page.html).'));
    const [typed] = await exported(store, createArticle(store, { body }).id, testFolder(), 'markdown');
    if (kept?.kind !== 'written' || typed?.kind !== 'written') throw new Error('nothing was written');
    expect([kept.note, typed.note]).toEqual([null, null]);
    expect(readFileSync(kept.file.path, 'utf8')).toContain('"/plan"');
    expect(readFileSync(typed.file.path, 'utf8')).toContain('See [the plan](/plan) and [a page](page.html).');
  });
});

test('a format may write bytes, later, with its images in them; the names stay in the order of the articles', async () => {
  const { store, hash, articleId } = withImage();
  const other = createArticle(store, { headline: 'Quay' }).id;
  let otherIsDone = (): void => undefined;
  const afterOther = new Promise<void>((resolve) => (otherIsDone = resolve));
  const slow: Format = {
    async render({ id }, { readAsset }) {
      if (id === articleId) await afterOther;
      else otherIsDone();
      return id === articleId ? (readAsset(hash) ?? '') : 'text';
    },
  };
  const folder = testFolder();
  const items = [articleId, other].map((id, ordinal) => ({ ordinal, articleId: id }));
  const results: ItemOutcome[] = [];
  for await (const few of exportArticles(store, newTask(folder, items), slow)) results.push(...few);
  const names = results.map((result) => (result.kind === 'written' ? basename(result.file.path) : ''));
  expect(names.map((name) => name.slice(11))).toEqual(['quay.md', 'quay-2.md']);
  const [first = '', second = ''] = names.map((name) => join(folder, name));
  expect(sha256Of(readFileSync(first))).toBe(hash);
  expect(readFileSync(second, 'utf8')).toBe('text');
});

test('an article whose format fails later holds up no other', async () => {
  const { store, articleId } = withImage();
  const other = createArticle(store, { headline: 'Ferry' }).id;
  const items = [articleId, other].map((id, ordinal) => ({ ordinal, articleId: id }));
  const failing: Format = {
    render: async ({ id }) => (id === articleId ? Promise.reject(new Error('no ink')) : Promise.resolve('x')),
  };
  const kinds: string[] = [];
  for await (const few of exportArticles(store, newTask(testFolder(), items), failing))
    kinds.push(...few.map(({ kind }) => kind));
  expect(kinds).toEqual(['failed', 'written']);
});
