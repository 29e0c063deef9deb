import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { CmsAdapter } from '../../adapter';
import { notKept } from '../../deliver/once';
import { createWordPress } from './index';
import { withMark, withoutMark } from './posts';

/** A site that answers every request with this. */
const siteOf = (answer: () => Response): CmsAdapter =>
  createWordPress(
    { url: 'https://example.org', credentials: { user: 'desk', password: 'secret' } },
    {
      fetch: async (_asked, init) => (init?.method === 'HEAD' ? new Response() : answer()),
      now: Date.now,
      sentOnce: notKept,
    },
  );
const site = siteOf(() => new Response());

const MOST = 2_000_000;
const filled = (part: string): string => part.repeat(Math.floor(MOST / part.length));

const block = (html: string): string => `<!-- wp:paragraph -->\n${html}\n<!-- /wp:paragraph -->\n\n`;

/** Some of these took the parser minutes, or all memory; see `POST_LIMITS`. */
test.each<readonly [string, string]>([
  ['tags that nothing closes', Array.from({ length: 50_000 }, (_, index) => `<p><b x=${index}>a`).join('')],
  ['elements in elements', filled('<div>')],
  ['a hundred thousand blocks', block('<p>a</p>').repeat(100_000)],
  ['ends of what never began', filled('</x>')],
  [
    'rules for each of its elements',
    `<style>${'.a{color:red}'.repeat(5000)}</style>${'<p class=a>a</p>'.repeat(20_000)}`,
  ],
  ['more letters than a story has', 'a'.repeat(5_000_001)],
])('a post of %s is refused in words, and is not read', async (_, content) => {
  await expect(site.toDocument(content)).rejects.toMatchObject({
    code: 'cms_too_large',
    message: expect.stringContaining('Your text is safe here') as unknown,
  });
});

test('a post of the largest article is read, in one paragraph or in twenty-five thousand', async () => {
  const { body: one } = await site.toDocument(`<p>${filled('Words of a story. ')}</p>`);
  expect(one.textContent.length).toBeGreaterThan(MOST - 100);
  const { body: many } = await site.toDocument(block('<p>Words.</p>').repeat(25_000));
  expect(many.childCount).toBe(25_000);
});

test('more HTML blocks than any story has are reported as such, and not read one by one', async () => {
  const ours = '<!-- wp:html --><p>a</p><!-- /wp:html -->';
  expect((await site.toDocument(ours.repeat(1000))).unknown).toEqual([]);
  expect((await site.toDocument(ours.repeat(20_000))).unknown).toEqual(['html']);
});

test('each of several posts is read in a turn of its own', async () => {
  let turns = 0;
  const state = { isRead: false };
  const read = (async () => {
    for (let index = 0; index < 3; index += 1) await site.toDocument('<p>A post.</p>');
    state.isRead = true;
  })();
  for (; !state.isRead; turns += 1) await nextTurn();
  await read;
  expect(turns).toBeGreaterThanOrEqual(3);
});

/** Patterns that search to the end from each position never finish on these. */
test('spaces and openings without an end are gone through once', async () => {
  const spaces = ' '.repeat(MOST);
  const mark = '0199a5f0-0000-7000-8000-000000000000';
  expect(withoutMark(withMark(`a${spaces}b`, mark))).toBe(`a${spaces}b`);
  expect(withoutMark(withMark(`a${spaces}`, mark))).toBe('a');
  expect(withoutMark(`<!-- nutgraf:${mark} -->`.repeat(40_000))).toBe('');
  expect((await site.toDocument(`<!-- wp:html --><ul>${spaces}`)).unknown).toEqual(['html']);
  expect((await site.toDocument('<!-- wp:html --> '.repeat(20_000))).unknown).toEqual(['html']);
  const refusing = siteOf(() => Response.json({ code: 'no', message: '<'.repeat(MOST) }, { status: 400 }));
  await expect(refusing.read('1')).rejects.toMatchObject({ code: 'cms_refused' });
});

test('a sign-in page is looked for in any answer without going through it again and again', async () => {
  const headers = { 'content-type': 'text/html' };
  const odd = siteOf(() => new Response(filled('<input '), { headers }));
  await expect(odd.read('1')).rejects.toMatchObject({ code: 'cms_other_system' });
});

test('an answer without an end is read up to a bound, and a create that it answers may be done', async () => {
  const part = new Uint8Array(1024 * 1024).fill(32);
  let parts = 0;
  const endless = siteOf(
    () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            parts += 1;
            controller.enqueue(part);
          },
        }),
      ),
  );
  await expect(endless.read('1')).rejects.toMatchObject({ code: 'cms_too_large' });
  expect(parts).toBeLessThan(50);
  const snapshot = { headline: 'A', standfirst: '', slug: null, content: '', sections: null, hashtags: null };
  await expect(endless.create(snapshot, 'mark')).rejects.toMatchObject({
    code: 'cms_too_large',
    facts: { maybeDone: true },
  });
});

test('a headline that is a book is refused', async () => {
  const raw = '<a'.repeat(MOST / 2);
  const odd = siteOf(() =>
    Response.json({
      id: 1,
      link: 'https://example.org/?p=1',
      status: 'draft',
      slug: '',
      title: { raw },
      content: { raw: '' },
      excerpt: { raw: '' },
      categories: [],
      tags: [],
    }),
  );
  await expect(odd.read('1')).rejects.toMatchObject({ code: 'cms_too_large' });
});
