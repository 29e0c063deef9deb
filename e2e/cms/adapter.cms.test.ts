import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromMarkdown } from '../../src/shared/document/fromMarkdown';
import type { OutgoingPost } from '../../src/main/cms/adapter';
import { createWordPress } from '../../src/main/cms/adapters/wordpress/index';
import { notKept } from '../../src/main/cms/deliver/once';
import { wordpressSite } from './site';

const site = wordpressSite();

const connection = { fetch, now: Date.now, sentOnce: notKept };
const adapterFor = (role: 'editor' | 'author' | 'subscriber', password = site.user(role).password) =>
  createWordPress({ url: site.url(), credentials: { user: site.user(role).login, password } }, connection);

const story = `First paragraph with **bold**, *italic* and a [link](https://example.org/?a=1&b=2).

## A crosshead

> A quote & an ampersand < sign.

- one
- two
  1. deeper

---

<!-- ad:in-article-1 slot1 -->

\`\`\`html

<b title="[gallery]">

	https://news.example/a
  &amp; \\\\n
\`\`\`

Last paragraph.
`;

const post = (change: Partial<OutgoingPost> = {}): OutgoingPost => ({
  headline: 'Council votes on the new bridge',
  standfirst: 'After a long night',
  slug: null,
  body: fromMarkdown(story),
  direction: 'ltr',
  section: undefined,
  hashtags: [],
  image: () => null,
  ...change,
});

test('signs in, whatever the account may do there, and says what the site is called', async () => {
  await expect(adapterFor('editor').check()).resolves.toEqual({ name: 'Test site' });
  await expect(adapterFor('subscriber').check()).resolves.toEqual({ name: 'Test site' });
});

test('a wrong password is reported as one', async () => {
  await expect(adapterFor('editor', 'not the password').check()).rejects.toMatchObject({
    code: 'cms_sign_in',
  });
});

test('creates a draft in blocks, and reads back what was sent', async () => {
  const adapter = adapterFor('editor');
  const { snapshot, notes } = await adapter.prepare(post());
  expect(notes).toEqual([]);
  const created = await adapter.create(snapshot, randomUUID());
  const raw = await site.post(created.remoteId);
  expect(raw.status).toBe('draft');
  expect(raw.title.raw).toBe('Council votes on the new bridge');
  expect(raw.excerpt.raw).toBe('After a long night');
  expect(raw.content.raw).toContain('<!-- wp:heading -->\n<h2 class="wp-block-heading">A crosshead</h2>');
  expect(raw.content.raw).toContain('<aside class="ad-slot"');
  expect(raw.content.raw).toContain('<!-- wp:code {"className":"language-html"} -->');
  expect(created.snapshot).toEqual({ ...snapshot, slug: '', sections: ['1'], hashtags: [] });
  expect(await adapter.read(created.remoteId)).toEqual(created);
});

test('an author’s post keeps its text, its ad slot and its mark through the filter of that role', async () => {
  const adapter = adapterFor('author');
  const mark = randomUUID();
  const { snapshot } = await adapter.prepare(post({ headline: 'Bread & roses <b>' }));
  const { remoteId, snapshot: got } = await adapter.create(snapshot, mark);
  expect((await adapter.toDocument(got.content)).body.toJSON()).toEqual(
    (await adapter.toDocument(snapshot.content)).body.toJSON(),
  );
  expect(adapter.plain(got.headline)).toBe('Bread & roses <b>');
  expect((await adapter.find(mark))?.remoteId).toBe(remoteId);
});

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const hash = createHash('sha256').update(picture).digest('hex');
const keptPicture =
  (name: string): OutgoingPost['image'] =>
  () => ({
    asset: { hash: name, type: 'image/png', bytes: picture.length, name: 'a.png', createdAt: 0 },
    read: async () => new Uint8Array(picture),
  });

test.each(['editor', 'author'] as const)(
  'what no block holds goes as HTML, a kept picture in it with its address there, and is told as ours again: %s',
  async (role) => {
    const adapter = adapterFor(role);
    const rich = `- one *two* <u>three</u> <mark>four<sub>5</sub></mark><sup>6</sup>\n\n  ![A "bridge" & more](<asset:${hash}> "B&#10;Desk")\n\n<!-- -->\n\n- אחד\n- two\n\n  ![גשר](<asset:${hash}>)\n\n<!-- ad:in-article-1 slot1 locked -->\n`;
    const { snapshot, notes } = await adapter.prepare(
      post({ body: fromMarkdown(rich), image: keptPicture(hash) }),
    );
    expect(notes).toEqual([]);
    const { remoteId } = await adapter.create(snapshot, randomUUID());
    const { content } = (await adapter.read(remoteId)).snapshot;
    expect(content.match(/<img src="http[^"]+nutgraf-[0-9a-f]{16}\.png"/gu)).toHaveLength(2);
    expect(content).not.toContain('asset:');
    const { body, unknown } = await adapter.toDocument(content);
    expect(unknown).toEqual([]);
    expect(body.toJSON()).toEqual((await adapter.toDocument(snapshot.content)).body.toJSON());
  },
);

test('finds a post by its mark, and none for another one', async () => {
  const adapter = adapterFor('editor');
  const mark = randomUUID();
  const { snapshot } = await adapter.prepare(post());
  const created = await adapter.create(snapshot, mark);
  expect(await adapter.find(mark)).toEqual(created);
  expect(await adapter.find(randomUUID())).toBeNull();
});

test('24 tags are made in their order, and found again in one request', async () => {
  const hashtags = Array.from({ length: 21 }, (_, index) => `Topic${index}`).concat([
    'Zürich',
    'समाचार',
    'R2D2_x',
  ]);
  const adapter = adapterFor('editor');
  const made = await adapter.prepare(post({ hashtags }));
  expect(made.snapshot.hashtags).toHaveLength(24);
  const ids = (made.snapshot.hashtags ?? []).map(Number);
  const byId = new Map(
    (await site.ask<{ id: number; name: string }[]>('GET', 'tags?per_page=100')).map((tag) => [
      tag.id,
      tag.name,
    ]),
  );
  expect(ids.map((id) => byId.get(id))).toEqual(hashtags);
  let requests = 0;
  const counting = createWordPress(
    { url: site.url(), credentials: { user: 'editor', password: site.user('editor').password } },
    { ...connection, beforeRequest: () => (requests += 1) },
  );
  const again = await counting.prepare(post({ hashtags: hashtags.map((tag) => tag.normalize('NFD')) }));
  expect(again.snapshot.hashtags).toEqual(made.snapshot.hashtags);
  expect(requests).toBe(2);
});

test('a tag that exists under another slug is taken, and two that WordPress tells apart stay two', async () => {
  const renamed = await site.ask<{ id: number }>('POST', 'tags', { name: 'Harbour', slug: 'the-old-port' });
  const { snapshot } = await adapterFor('author').prepare(post({ hashtags: ['harbour', 'Café', 'Cafe'] }));
  expect(snapshot.hashtags?.[0]).toBe(String(renamed.id));
  expect(new Set(snapshot.hashtags).size).toBe(3);
});

test('a section is found under its parent by name, made where the user may, and reported where not', async () => {
  const parent = await site.ask<{ id: number }>('POST', 'categories', { name: 'Arts & Letters' });
  const child = await site.ask<{ id: number }>('POST', 'categories', { name: 'Books', parent: parent.id });
  await site.ask('POST', 'categories', { name: 'Books', slug: 'books-at-the-root' });
  const found = await adapterFor('author').prepare(post({ section: ['arts & letters', 'Books'] }));
  expect(found.snapshot.sections).toEqual([String(child.id)]);
  const refused = await adapterFor('author').prepare(post({ section: ['Chess'] }));
  expect(refused.snapshot.sections).toBeNull();
  expect(refused.notes).toEqual([expect.stringContaining('“Chess”')]);
  const made = await adapterFor('editor').prepare(post({ section: ['Chess', 'Blitz'] }));
  const again = await adapterFor('editor').prepare(post({ section: ['Chess', 'Blitz'] }));
  expect(again.snapshot.sections).toEqual(made.snapshot.sections);
  const blitz = await site.ask<{ parent: number }>('GET', `categories/${made.snapshot.sections?.[0]}`);
  const above = await site.ask<{ name: string }>('GET', `categories/${blitz.parent}`);
  expect(above.name).toBe('Chess');
});

test('an image is uploaded once and is in the content', async () => {
  const other = 'ab'.repeat(32);
  const body = fromMarkdown(`![A bridge](<asset:${other}> "The bridge at noon&#10;Photo desk")`);
  const withImage = post({ body, image: keptPicture(other) });
  const adapter = adapterFor('author');
  const first = await adapter.prepare(withImage);
  const second = await adapter.prepare(withImage);
  expect(second.snapshot).toEqual(first.snapshot);
  const media = await site.ask<{ source_url: string; alt_text: string }[]>(
    'GET',
    `media?slug=nutgraf-${other.slice(0, 16)}`,
  );
  expect(media).toHaveLength(1);
  expect(media[0]?.alt_text).toBe('A bridge');
  expect(first.snapshot.content).toContain(media[0]?.source_url);
  expect(adapter.ownImage(media[0]?.source_url ?? '')).toBe(other.slice(0, 16));
  const figure = (await adapter.toDocument(first.snapshot.content)).body.child(0);
  expect(figure.attrs).toMatchObject({
    caption: 'The bridge at noon',
    credit: 'Photo desk',
    alt: 'A bridge',
  });
});

test('a post in the trash is gone but can be put back; a deleted one is gone', async () => {
  const adapter = adapterFor('editor');
  const mark = randomUUID();
  const { snapshot } = await adapter.prepare(post());
  const { remoteId } = await adapter.create(snapshot, mark);
  await site.ask('DELETE', `posts/${remoteId}`);
  const trashed = { code: 'cms_gone', facts: { trashed: true, remoteId } };
  await expect(adapter.read(remoteId)).rejects.toMatchObject(trashed);
  await expect(adapter.find(mark)).rejects.toMatchObject(trashed);
  expect((await adapter.restore(remoteId)).snapshot.content).toBe(snapshot.content);
  expect((await site.post(remoteId)).status).toBe('draft');
  await site.ask('DELETE', `posts/${remoteId}?force=true`);
  await expect(adapter.read(remoteId)).rejects.toMatchObject({ code: 'cms_gone', facts: { trashed: false } });
});

test('works on a site with plain permalinks, where /wp-json/ answers with the home page', async () => {
  site.fault(`add_filter( 'pre_option_permalink_structure', fn() => '' );`);
  const adapter = adapterFor('editor');
  expect((await adapter.check()).name).toBe('Test site');
  const { snapshot } = await adapter.prepare(post({ hashtags: ['Plain'] }));
  const created = await adapter.create(snapshot, randomUUID());
  expect((await adapter.read(created.remoteId)).snapshot.headline).toBe(snapshot.headline);
});

test('works on a site that hides its Link header', async () => {
  site.fault(`remove_action( 'template_redirect', 'rest_output_link_header', 11 );`);
  expect((await adapterFor('editor').check()).name).toBe('Test site');
});

test.each([
  [
    'maintenance',
    `status_header( 503 ); header( 'Retry-After: 600' ); header( 'Content-Type: text/html' ); echo 'Later'; exit;`,
    { code: 'cms_busy', facts: { retryAfterMs: 600_000 } },
  ],
  ['a notice before the JSON', `echo '<b>Notice</b>: Undefined variable';`, { code: 'cms_bad_answer' }],
  ['nothing at all', `exit;`, { code: 'cms_bad_answer' }],
  [
    'a page instead of an answer',
    `header( 'Content-Type: text/html' ); echo '<p>Welcome</p>'; exit;`,
    { code: 'cms_other_system' },
  ],
])('%s has its own message', async (_, php, failure) => {
  site.fault(`add_filter( 'rest_pre_serve_request', function ( $served ) { ${php} return $served; } );`);
  await expect(adapterFor('editor').check()).rejects.toMatchObject(failure);
});
