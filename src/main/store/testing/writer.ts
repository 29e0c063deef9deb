import { NutgrafError } from '#shared/domain/failure';
import { createArticle, saveArticle } from '../articles/articles';
import { closeStore, openStore } from '../opening/database';

/**
 * Saves one article again and again and prints `id version` for each save that succeeded, or `refused code` and ends.
 * Arguments: the store's folder, and how many saves.
 */
const [folder = '', count = '0'] = process.argv.slice(2);
const store = openStore(folder);
const { id } = createArticle(store, { headline: 'save 1' });
process.stdout.write(`${id} 1\n`);

let version = 1;
try {
  while (version <= Number(count)) {
    const result = saveArticle(store, {
      id,
      baseVersion: version,
      patch: { headline: `save ${version + 1}` },
    });
    if (result.kind === 'stale') throw new Error('nobody else writes this article');
    version = result.version;
    process.stdout.write(`${id} ${version}\n`);
  }
} catch (thrown) {
  if (!(thrown instanceof NutgrafError)) throw thrown;
  process.stdout.write(`refused ${thrown.code}\n`);
} finally {
  closeStore(store);
}
