import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentJson } from '#shared/domain/documentJson';
import { createArticle } from '../store/articles';
import { addAsset } from '../store/assets';
import type { Store } from '../store/database';
import { gif } from '../store/testing/testImages';
import { testFolder, testStore } from '../store/testing/testStore';
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
  return [...exportArticles(store, { format: 'html', folder, items, written: [] })];
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

test('a manifest that cannot be written says so in words about the folder', () => {
  const { store, articleId } = withImage();
  const folder = testFolder();
  mkdirSync(join(folder, 'nutgraf-manifest.json'));
  expect(() => exported(store, articleId, folder)).toThrow(
    expect.objectContaining({ code: 'export_folder' }),
  );
});
