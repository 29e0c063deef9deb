import type { ImportReader } from '../importReader';
import { readArticle } from '../readArticle';

/** Reads in the test's own thread, as the worker does in its. */
export const readHere: Pick<ImportReader, 'read'> = {
  read: async (file, knowledge) => readArticle(file, knowledge),
};
