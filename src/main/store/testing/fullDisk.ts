import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toFailure } from '#shared/domain/failure';
import { addAsset } from '../articles/assets';
import { createArticle, getArticle, saveArticle } from '../articles/articles';
import { closeStore, openStore } from '../opening/database';
import { keepReserve } from '../disk/reserve';
import { story } from './testStory';
import { gif } from './testImages';

/**
 * Writes until a small disk is full, continues, frees it, continues, and prints what happened as JSON. The argument
 * is a folder on a disk of a few MB.
 */
const [disk = ''] = process.argv.slice(2);
const filler = join(disk, 'filler');
const store = openStore(join(disk, 'store'));
const { id } = createArticle(store, { headline: 'save 1' });
let version = 1;

/** Leaves no block free. */
function fillDisk(): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize, 1), { flag: 'a' });
}

/** Saves long texts until refused; how many were saved, and the refusal's code. */
function saveUntilRefused(): { readonly saved: number; readonly code: string } {
  for (let saved = 0; ; saved += 1) {
    try {
      const body = story(`${version + 1} `.repeat(20_000));
      const result = saveArticle(store, {
        id,
        baseVersion: version,
        patch: { headline: `save ${version + 1}`, body },
      });
      if (result.kind === 'saved') version = result.version;
    } catch (thrown) {
      return { saved, code: toFailure(thrown).code };
    }
  }
}

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'done';
  } catch (thrown) {
    return toFailure(thrown).code;
  }
}

fillDisk();
const onReserve = saveUntilRefused();
const whileFull = {
  article: getArticle(store, id).headline,
  expected: `save ${version}`,
  reserve: keepReserve(store.folder),
  asset: codeOf(() => addAsset(store, { name: 'a.gif', bytes: gif(200_000) })),
  create: codeOf(() => createArticle(store, { headline: 'another', body: story('x '.repeat(50_000)) })),
};
rmSync(filler);
const freed = {
  reserve: keepReserve(store.folder),
  save: codeOf(() => saveArticle(store, { id, baseVersion: version, patch: { headline: 'after' } })),
  article: getArticle(store, id).headline,
  integrity: store.db.pragma('integrity_check', { simple: true }),
};
closeStore(store);
process.stdout.write(`${JSON.stringify({ onReserve, whileFull, freed })}\n`);
