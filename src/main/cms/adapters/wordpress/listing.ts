import type { z } from 'zod';
import { SiteFailure } from '../../siteFailure';
import type { Query, WordPressClient } from './client';

/** What a site lists; `isWhole` is false when it did not show all of it. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly isWhole: boolean;
}

/** WordPress's maximum page size. */
export const PAGE = 100;
/** No site is asked for more pages of one list than this. */
const MOST_PAGES = 100;

/**
 * Everything a route lists, page by page. A site may return fewer items than requested, may ignore the page number
 * and may hide the total, so it ends when the site's total is reached, when a page brings nothing new, or at a limit.
 */
export async function listAll<T extends { readonly id: number }>(
  client: WordPressClient,
  item: z.ZodType<T>,
  route: string,
  query: Query,
): Promise<Listing<T>> {
  const seen = new Map<number, T>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, total } = await onePage(client, item, route, { per_page: PAGE, ...query, page });
    const before = seen.size;
    for (const one of items) seen.set(one.id, one);
    if (total !== null && seen.size >= total) return { items: [...seen.values()], isWhole: true };
    if (seen.size === before) {
      return { items: [...seen.values()], isWhole: total === null && items.length === 0 };
    }
  }
  return { items: [...seen.values()], isWhole: false };
}

/** For a page past the end, WordPress answers with an empty one or, for posts, with an error. */
async function onePage<T>(client: WordPressClient, item: z.ZodType<T>, route: string, query: Query) {
  try {
    return await client.page(item, route, query);
  } catch (error) {
    const isTooFar =
      error instanceof SiteFailure && error.facts.siteCode?.endsWith('_invalid_page_number') === true;
    if (isTooFar) return { items: [], total: null };
    throw error;
  }
}
