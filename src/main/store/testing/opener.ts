import { NutgrafError } from '#shared/domain/failure';
import { createArticle } from '../articles/articles';
import { closeStore } from '../opening/database';
import { openSafely } from '../safety/openSafely';

/**
 * Opens a store, writes an article, and closes it, again and again, as commands in a row do. Prints `opened` for each
 * time, or `notice KIND` where something was to be told, or `refused CODE` and ends. Arguments: the store's folder, and
 * how many times.
 */
const [folder = '', count = '0'] = process.argv.slice(2);
try {
  for (let round = 0; round < Number(count); round += 1) {
    const { store, notices } = openSafely(folder);
    createArticle(store, { headline: `round ${round}` });
    closeStore(store);
    process.stdout.write(notices.map(({ kind }) => `notice ${kind}\n`).join('') || 'opened\n');
  }
} catch (thrown) {
  if (!(thrown instanceof NutgrafError)) throw thrown;
  process.stdout.write(`refused ${thrown.code}: ${JSON.stringify(thrown.detail ?? null)}\n`);
}
