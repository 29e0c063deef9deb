import { type FreeList, PAGE_SIZE } from './databaseHeader';
import type { FileBytes } from './filePages';
import type { Frame } from './log';

/** Pages of a database by number, from 1; null for one that is not fully there. */
export type PageSource = (page: number) => Buffer | null;

/** The pages of a database file alone. */
export const pagesOfFile =
  ({ read }: FileBytes): PageSource =>
  (page) => {
    const found = read((page - 1) * PAGE_SIZE, PAGE_SIZE);
    return found?.length === PAGE_SIZE ? found : null;
  };

/** Where in a log each page is, as its last frame left it. */
export const placesOf = (frames: readonly Frame[]): ReadonlyMap<number, number> =>
  new Map(frames.map(({ page, at }) => [page, at]));

/** The pages in a log, over those of `below`. */
export function pagesWithLog(
  places: ReadonlyMap<number, number>,
  { read }: FileBytes,
  below: PageSource,
): PageSource {
  return (page) => {
    const at = places.get(page);
    return at === undefined ? below(page) : read(at, PAGE_SIZE);
  };
}

/**
 * Whether the free list has as many pages as the header says, all within the database. SQLite trusts it unchecked,
 * and would overwrite a page that is in use.
 */
export function isSoundFreeList({ first, count }: FreeList, pages: number, read: PageSource): boolean {
  let found = 0;
  for (let page = first; page !== 0;) {
    const trunk = page > pages || found >= count ? null : read(page);
    if (trunk === null) return false;
    const leaves = trunk.readUInt32BE(4);
    if (leaves > PAGE_SIZE / 4 - 2) return false;
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const free = trunk.readUInt32BE(8 + leaf * 4);
      if (free < 2 || free > pages) return false;
    }
    found += 1 + leaves;
    page = trunk.readUInt32BE(0);
  }
  return found === count;
}
