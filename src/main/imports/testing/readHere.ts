import { fileBytes } from '../fileBytes';
import type { ImportReader } from '../importReader';
import { readArticle } from '../readArticle';

/** Reads in the test's own thread, as the worker does in its. */
export const readHere: Pick<ImportReader, 'read'> = {
  read: async (file, knowledge) => {
    const bytes = 'path' in file ? fileBytes(file.path) : file.bytes;
    return readArticle({ name: file.name, bytes }, knowledge);
  },
};
