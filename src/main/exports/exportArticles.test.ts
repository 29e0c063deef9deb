import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentJson } from '#shared/domain/documentJson';
import { createArticle } from '../store/articles';
import { assetPath } from '../store/assetFiles';
import { addAsset } from '../store/assets';
import { type Store, closeStore, databaseFile, openStore } from '../store/database';
import { isSuspect } from '../store/suspicion';
import { gif } from '../store/testing/testImages';
import { tearText } from '../store/testing/spoil';
import { story, testFolder, testStore } from '../store/testing/testStore';
import { sha256Of } from './atomicFile';
import { type ItemResult, exportArticles } from './exportArticles';

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

function exported(store: Store, articleId: string, folder: string): readonly ItemResult[] {
  const items = [{ ordinal: 0, articleId }];
  return [...exportArticles(store, { format: 'html', folder, items, written: [], writtenAssets: [] })];
}

test('an image that a cut-off export left half-written is written whole by the next', () => {
  const { store, hash, articleId } = withImage();
  const folder = testFolder();
  const image = join(folder, 'assets', `${hash}.gif`);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(image, gif(2000).subarray(0, 700));
  expect(exported(store, articleId, folder)).toMatchObject([{ kind: 'written' }]);
  expect(sha256Of(readFileSync(image))).toBe(hash);
  expect(existsSync(join(folder, 'nutgraf-manifest.json'))).toBe(true);
});

test('pictures of an earlier run stay in the manifest, and nothing half-written is left of either', () => {
  const { store, hash, articleId } = withImage();
  const other = createArticle(store, { headline: 'Without' }).id;
  const folder = testFolder();
  const [first] = exported(store, articleId, folder);
  if (first?.kind !== 'written') throw new Error('the first run wrote nothing');
  expect(first.assets).toEqual([{ file: `assets/${hash}.gif`, sha256: hash }]);
  const { path, ...file } = first.file;
  rmSync(join(folder, 'nutgraf-manifest.json'));
  const parts = [
    `quay.html.${process.pid}.part`,
    'assets/x.gif.999999999.part',
    // Another process that runs.
    `vote.html.${process.ppid}.part`,
  ];
  for (const part of parts) writeFileSync(join(folder, part), 'half');
  const items = [{ ordinal: 1, articleId: other }];
  const written = [{ ...file, file: basename(path) }];
  const again = exportArticles(store, {
    format: 'html',
    folder,
    items,
    written,
    writtenAssets: first.assets,
  });
  expect([...again]).toMatchObject([{ kind: 'written' }]);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'nutgraf-manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ files: [{}, {}], assets: [{ sha256: hash }] });
  expect(parts.filter((part) => existsSync(join(folder, part)))).toEqual(parts.slice(2));
});

test('a picture that changed on the disk is not written as if it were the one; its article says so', () => {
  const { store, hash, articleId } = withImage();
  writeFileSync(assetPath(store.folder, { hash, type: 'image/gif' }), gif(1999));
  expect(exported(store, articleId, testFolder())).toMatchObject([
    {
      kind: 'failed',
      failure: { code: 'picture_damaged', message: expect.stringContaining('quay.gif') as string },
    },
  ]);
});

test('a manifest that cannot be written says so in words about the folder', () => {
  const { store, articleId } = withImage();
  const folder = testFolder();
  mkdirSync(join(folder, 'nutgraf-manifest.json'));
  expect(() => exported(store, articleId, folder)).toThrow(
    expect.objectContaining({ code: 'export_folder' }),
  );
});

test('an article that lies on a damaged page is told as that and makes the next start look, and the others are written', () => {
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
  const task = { format: 'markdown', folder: testFolder(), items, written: [], writtenAssets: [] } as const;
  expect([...exportArticles(store, task)]).toMatchObject([
    { kind: 'failed', failure: { code: 'store_damaged' } },
    { kind: 'written' },
  ]);
  expect(isSuspect(home)).toBe(true);
});
