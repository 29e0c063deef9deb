import { expect, test } from 'vitest';
import { z } from 'zod';
import { notKept } from '../../deliver/once';
import { createWordPressClient } from './client';
import { listAll } from './listing';

const item = z.object({ id: z.int() });

/** How a site makes its pages: from one to what it says of the total. */
interface Pages {
  readonly page: (number: number) => readonly number[];
  readonly total?: number;
}

/** What is read of a list of such a site, and in how many requests. */
async function read({ page, total }: Pages) {
  let requests = 0;
  const answering: typeof fetch = async (asked, init) => {
    if (init?.method === 'HEAD') return new Response(null);
    const url = new URL(asked instanceof Request ? asked.url : asked);
    requests += 1;
    const ids = page(Number(url.searchParams.get('page')));
    const headers = { 'content-type': 'application/json' };
    return Response.json(
      ids.map((id) => ({ id })),
      { headers: total === undefined ? headers : { ...headers, 'x-wp-total': String(total) } },
    );
  };
  const client = createWordPressClient(
    { url: 'https://example.org', credentials: { user: 'desk', password: 'secret' } },
    { fetch: answering, now: Date.now, sentOnce: notKept },
  );
  const { items, isWhole } = await listAll(client, item, 'wp/v2/tags', {});
  return { count: items.length, isWhole, requests };
}

const from = (start: number, length: number): readonly number[] =>
  Array.from({ length }, (_, index) => start + index);

test.each<readonly [string, Pages, Awaited<ReturnType<typeof read>>]>([
  ['one page', { page: () => from(1, 30), total: 30 }, { count: 30, isWhole: true, requests: 1 }],
  ['nothing', { page: () => [], total: 0 }, { count: 0, isWhole: true, requests: 1 }],
  [
    'pages that the site makes smaller',
    { page: (number) => from(number * 10, number > 12 ? 5 : 10), total: 125 },
    { count: 125, isWhole: true, requests: 13 },
  ],
  [
    'pages of a site that hides its count',
    { page: (number) => (number > 3 ? [] : from(number * 100, 100)) },
    { count: 300, isWhole: true, requests: 4 },
  ],
  [
    'the same page whatever is asked for',
    { page: () => from(1, 100), total: 250 },
    { count: 100, isWhole: false, requests: 2 },
  ],
  ['the same page, and no count', { page: () => from(1, 100) }, { count: 100, isWhole: false, requests: 2 }],
  [
    'less than the site counts',
    { page: (number) => (number > 1 ? [] : from(1, 50)), total: 80 },
    { count: 50, isWhole: false, requests: 2 },
  ],
  [
    'pages that overlap',
    { page: (number) => (number > 4 ? [] : from(number * 50, 100)), total: 250 },
    { count: 250, isWhole: true, requests: 4 },
  ],
  [
    'pages without end',
    { page: (number) => from(number * 100, 100) },
    { count: 10_000, isWhole: false, requests: 100 },
  ],
])('a list of %s ends, and says whether it is whole', async (_, pages, found) => {
  expect(await read(pages)).toEqual(found);
});
