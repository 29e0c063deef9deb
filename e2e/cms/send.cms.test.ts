import { expect, test } from 'vitest';
import { createSection, findSection } from '../../src/main/store/articles/sections';
import { addAsset } from '../../src/main/store/articles/assets';
import { keepRevision, listRevisions } from '../../src/main/store/articles/revisions';
import { listArticles } from '../../src/main/store/articles/articles';
import { withoutIds } from '../../src/shared/document/blockId';
import { schema } from '../../src/shared/document/schema';
import { closeSenders, body, differing, linkOf, openSender } from './sender';
import { wordpressSite } from './site';

const site = wordpressSite();
closeSenders();

const tags24 = Array.from({ length: 24 }, (_, index) => `Tag${index + 1}`);
let count = 0;
/** A headline that no other test has. */
const headline = (): string => `Harbour plan ${(count += 1)} approved`;

test('a send makes a draft with headline, standfirst, content, category and 24 tags', async () => {
  const sender = openSender(site);
  const section = findSection(sender.store, 'International');
  const title = headline();
  const text = 'First — “quoted”.\n\n## Crosshead\n\n<!-- ad:in-article-1 a1 -->\n\nLast.';
  const { id } = sender.write({
    headline: title,
    standfirst: 'In short',
    hashtags: tags24,
    sectionId: section?.id ?? null,
    text,
  });
  const link = await sender.send(id);
  expect(link).toMatchObject({ state: { kind: 'synced', changedSince: false }, alterations: [] });
  const post = await site.post(link.remoteId);
  expect(post.status).toBe('draft');
  expect(post.title.raw).toBe(title);
  expect(post.excerpt.raw).toBe('In short');
  expect(post.content.raw).toContain('<p>First — “quoted”.</p>');
  expect(await site.names('categories', post.categories)).toEqual(['International']);
  expect((await site.names('tags', post.tags)).toSorted()).toEqual(tags24.toSorted());
});

test('sending twice makes one post, and the second finds nothing to do', async () => {
  const sender = openSender(site);
  const title = headline();
  const { id } = sender.write({ headline: title });
  expect((await sender.push(id)).outcome).toBe('created');
  expect((await sender.push(id)).outcome).toBe('unchanged');
  sender.change(id, { status: 'ready' });
  expect((await sender.push(id)).outcome).toBe('unchanged');
  expect(await site.titled(title)).toHaveLength(1);
});

test('incomplete links from an import never lead into the site, and that is reported', async () => {
  const sender = openSender(site);
  const text = 'See [the plan](/plan), [the map](https://example.org/map) and [the end](#end).';
  const { id } = sender.write({ headline: headline(), text });
  keepRevision(sender.store, id, 'import');
  const sent = await sender.push(id);
  expect(sent).toMatchObject({
    outcome: 'created',
    detail: {
      alterations: [expect.stringMatching(/^An incomplete link went out as text \(“\/plan”\)/)],
    },
  });
  expect((await site.post(sent.remoteId)).content.raw).toContain(
    '<p>See the plan, <a href="https://example.org/map">the map</a> and <a href="#end">the end</a>.</p>',
  );
  expect(await sender.push(id)).toMatchObject({ outcome: 'unchanged', detail: sent.detail });

  const typed = sender.write({ headline: headline(), text });
  const { remoteId } = await sender.push(typed.id);
  expect((await site.post(remoteId)).content.raw).toContain('<a href="/plan">the plan</a>');
});

test('an edited article updates its post and leaves the post’s status and slug to the site', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline(), slug: 'harbour-plan' });
  const { remoteId } = await sender.push(id);
  await site.ask('POST', `posts/${remoteId}`, { status: 'publish', slug: 'harbour-plan-final' });
  const title = headline();
  sender.change(id, { headline: title, body: body('Now with more.') });
  expect(await sender.push(id)).toMatchObject({ outcome: 'updated', remoteId });
  const post = await site.post(remoteId);
  expect(post).toMatchObject({ status: 'publish', slug: 'harbour-plan-final', title: { raw: title } });
  expect(post.content.raw).toContain('Now with more.');
});

test.each([
  ['headline', { title: 'Changed on the site' }],
  ['standfirst', { excerpt: 'Changed on the site' }],
  [
    'Paragraph 2',
    {
      content:
        '<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Changed.</p>\n<!-- /wp:paragraph -->',
    },
  ],
  ['hashtags', { tags: [] }],
  ['section', { categories: [1] }],
])('a change of the %s on the site is never overwritten', async (where, change) => {
  const sender = openSender(site);
  const section = findSection(sender.store, 'Culture');
  const { id } = sender.write({
    headline: headline(),
    text: 'One.\n\nTwo.',
    hashtags: ['Port'],
    sectionId: section?.id ?? null,
  });
  const { remoteId } = await sender.push(id);
  await site.ask('POST', `posts/${remoteId}`, change);
  const before = await site.post(remoteId);
  sender.change(id, { headline: headline(), body: body('One.\n\nTwo, as we have it.') });
  const link = await sender.send(id);
  expect(differing(link.state)).toEqual([where]);
  expect(await site.post(remoteId)).toEqual(before);
  expect((await sender.push(id)).outcome).toBe('conflict');
  expect(await site.post(remoteId)).toEqual(before);
});

test('a change on the site while tags and images are still on their way is never overwritten', async () => {
  let meanwhile: (() => Promise<unknown>) | null = null;
  const sender = openSender(site, {
    fetch: async (...asked) => {
      const change = asked[1]?.method === 'POST' ? meanwhile : null;
      if (change !== null) meanwhile = null;
      await change?.();
      return fetch(...asked);
    },
  });
  const { id } = sender.write({ headline: headline(), text: 'Ours.' });
  const { remoteId } = await sender.push(id);
  sender.change(id, { hashtags: ['OnItsWay'], body: body('Ours, later.') });
  meanwhile = () => site.ask('POST', `posts/${remoteId}`, { title: 'Theirs, meanwhile' });
  expect(differing((await sender.send(id)).state)).toEqual(['headline']);
  const post = await site.post(remoteId);
  expect(post.title.raw).toBe('Theirs, meanwhile');
  expect(post.content.raw).not.toContain('later');
});

test('a conflict shows base, ours and theirs of the paragraph that changed', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline(), text: 'One.\n\nTwo.\n\nThree.' });
  const { remoteId } = await sender.push(id);
  const { content } = await site.post(remoteId);
  await site.ask('POST', `posts/${remoteId}`, { content: content.raw.replace('Two.', 'Two of theirs.') });
  sender.change(id, { body: body('One.\n\nTwo of ours.\n\nThree.') });
  const { state } = await sender.send(id);
  expect(state).toMatchObject({
    differences: [{ where: 'Paragraph 2', base: 'Two.', ours: 'Two of ours.', theirs: 'Two of theirs.' }],
  });
  const { rows } = listArticles(sender.store, {
    view: 'all',
    sectionId: null,
    query: '',
    after: null,
    limit: 10,
  });
  expect(rows[0]?.sync).toBe('conflict');
});

test('mine overwrites what was seen, and nothing newer', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline(), text: 'Ours.' });
  const { remoteId } = await sender.push(id);
  await site.ask('POST', `posts/${remoteId}`, { excerpt: 'Seen' });
  await sender.send(id);
  await site.ask('POST', `posts/${remoteId}`, { excerpt: 'Not seen' });
  await sender.outbox.resolve(id, sender.accountId, 'mine');
  await sender.outbox.run();
  expect(differing(linkOf(sender.outbox, id).state)).toEqual(['standfirst']);
  expect((await site.post(remoteId)).excerpt.raw).toBe('Not seen');
  await sender.outbox.resolve(id, sender.accountId, 'mine');
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect((await site.post(remoteId)).excerpt.raw).toBe('');
});

test('theirs is taken with its words, tags and section; ours is kept as a revision', async () => {
  const sender = openSender(site);
  const text = 'One.\n\n<!-- ad:in-article-1 slot7 -->\n\nTwo.';
  const { id } = sender.write({ headline: headline(), text, hashtags: ['Port', 'Ferry'] });
  const { remoteId } = await sender.push(id);
  const { content } = await site.post(remoteId);
  const section = createSection(sender.store, {
    name: 'Shipping & trade',
    parentId: null,
    colour: '#336699',
  });
  const category = await site.ask<{ id: number }>('POST', 'categories', { name: 'Shipping & trade' });
  const [ferry] = await site.ask<{ id: number }[]>('GET', 'tags?slug=ferry');
  const added = await site.ask<{ id: number }>('POST', 'tags', { name: 'New tag' });
  await site.ask('POST', `posts/${remoteId}`, {
    title: 'Tugs &amp; ferries',
    content: content.raw.replace('Two.', 'Two, <strong>as they say</strong>.'),
    tags: [added.id, ferry?.id],
    categories: [category.id],
  });
  await sender.send(id);
  const link = await sender.outbox.resolve(id, sender.accountId, 'theirs');
  expect(link.state).toMatchObject({ kind: 'synced', changedSince: false });
  const article = sender.article(id);
  expect(article).toMatchObject({
    headline: 'Tugs & ferries',
    hashtags: ['Ferry', 'Newtag'],
    sectionId: section.id,
  });
  expect(article.body.content.map(({ type }) => type)).toEqual(['paragraph', 'adSlot', 'paragraph']);
  expect(article.body.content[1]?.attrs).toMatchObject({ id: 'slot7', slotKey: 'in-article-1' });
  expect(listRevisions(sender.store, id).map(({ reason }) => reason)).toContain('pull');
  expect((await sender.push(id)).outcome).toBe('unchanged');
});

test('theirs keeps what changed only here, for the next send', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline(), text: 'One.' });
  const { remoteId } = await sender.push(id);
  await site.ask('POST', `posts/${remoteId}`, { excerpt: 'Theirs' });
  sender.change(id, { body: body('One of ours.') });
  await sender.send(id);
  const link = await sender.outbox.resolve(id, sender.accountId, 'theirs');
  expect(link.state).toMatchObject({ kind: 'synced', changedSince: true });
  expect(sender.article(id).standfirst).toBe('Theirs');
  expect((await sender.push(id)).outcome).toBe('updated');
  expect((await site.post(remoteId)).content.raw).toContain('One of ours.');
});

test('blocks that an article cannot hold are reported when theirs is taken', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline() });
  const { remoteId } = await sender.push(id);
  await site.ask('POST', `posts/${remoteId}`, {
    content:
      '<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody><tr><td>1</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
  });
  await sender.send(id);
  const { alterations } = await sender.outbox.resolve(id, sender.accountId, 'theirs');
  expect(alterations).toEqual([expect.stringContaining('table')]);
});

test('a post that went to the trash is a conflict: ours puts it back', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline() });
  const { remoteId } = await sender.push(id);
  await site.ask('DELETE', `posts/${remoteId}`);
  expect(differing((await sender.send(id)).state)).toEqual(['post']);
  await sender.outbox.resolve(id, sender.accountId, 'mine');
  await sender.outbox.run();
  expect((await site.post(remoteId)).status).toBe('draft');
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
});

test('a post that was changed and then went to the trash comes back unchanged, and is a conflict', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline(), text: 'Ours.' });
  const { remoteId } = await sender.push(id);
  await site.ask('POST', `posts/${remoteId}`, { excerpt: 'Written there' });
  await site.ask('DELETE', `posts/${remoteId}`);
  await sender.send(id);
  await sender.outbox.resolve(id, sender.accountId, 'mine');
  await sender.outbox.run();
  expect(differing(linkOf(sender.outbox, id).state)).toEqual(['standfirst']);
  expect(await site.post(remoteId)).toMatchObject({ status: 'draft', excerpt: { raw: 'Written there' } });
});

test('a deleted post is a conflict: ours creates it again, theirs forgets it', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline() });
  const { remoteId } = await sender.push(id);
  await site.ask('DELETE', `posts/${remoteId}?force=true`);
  expect((await sender.push(id)).outcome).toBe('conflict');
  await sender.outbox.resolve(id, sender.accountId, 'mine');
  await sender.outbox.run();
  const anew = linkOf(sender.outbox, id);
  expect(anew.remoteId).not.toBe(remoteId);
  await site.ask('DELETE', `posts/${anew.remoteId}?force=true`);
  await sender.send(id);
  expect((await sender.outbox.resolve(id, sender.accountId, 'theirs')).state.kind).toBe('never');
  expect(sender.article(id).trashedAt).toBeNull();
});

test('what somebody saved between our read and our write is reported, with its revision', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline(), text: 'Before.' });
  const { remoteId } = await sender.push(id);
  sender.change(id, { body: body('Ours.') });
  await sender.push(id);
  sender.change(id, { body: body('Ours again.') });
  site.fault(`add_filter( 'rest_pre_insert_post', function ( $post, $request ) {
    static $done = false;
    if ( ! $done && 'POST' === $request->get_method() ) { $done = true; wp_update_post( array( 'ID' => $post->ID, 'post_content' => 'Theirs, in that moment.' ) ); }
    return $post;
  }, 10, 2 );`);
  const link = await sender.send(id);
  const [, revision] = /as revision (\d+)/u.exec(link.alterations.join(' ')) ?? [];
  const kept = await site.ask<{ content: { raw: string } }>(
    'GET',
    `posts/${remoteId}/revisions/${revision}?context=edit`,
  );
  expect(kept.content.raw).toBe('Theirs, in that moment.');
});

test('what the site altered is reported', async () => {
  const sender = openSender(site);
  site.fault(
    `add_filter( 'wp_insert_post_data', function ( $data ) { $data['post_title'] .= ' | Test'; return $data; } );`,
  );
  const { alterations } = await sender.send(sender.write({ headline: headline() }).id);
  expect(alterations).toEqual([expect.stringContaining('| Test')]);
});

test('an author can send too; a section they may not create is left out and reported', async () => {
  const sender = openSender(site, { role: 'author' });
  const section = createSection(sender.store, { name: 'Night desk', parentId: null, colour: '#336699' });
  const { id } = sender.write({
    headline: 'Fish & ships <at> night',
    text: 'Bread & *butter* <3.\n\n<!-- ad:in-article-1 x1 -->',
    sectionId: section.id,
    hashtags: ['Night'],
  });
  const link = await sender.send(id);
  expect(link.alterations).toEqual([expect.stringContaining('Night desk')]);
  expect((await sender.push(id)).outcome).toBe('unchanged');
  sender.change(id, { standfirst: 'More' });
  expect((await sender.push(id)).outcome).toBe('updated');
});

test('an image of the store is uploaded, and comes home with the text', async () => {
  const sender = openSender(site);
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const asset = addAsset(sender.store, { name: 'pier.png', bytes: Buffer.from(png, 'base64') });
  const { id } = sender.write({
    headline: headline(),
    text: `![The pier](<asset:${asset.hash}> "At dawn")\n\nText.`,
  });
  const { remoteId } = await sender.push(id);
  const { content } = await site.post(remoteId);
  expect(content.raw).toContain(`/nutgraf-${asset.hash.slice(0, 16)}.png`);
  await site.ask('POST', `posts/${remoteId}`, { content: content.raw.replace('Text.', 'Their text.') });
  await sender.send(id);
  await sender.outbox.resolve(id, sender.accountId, 'theirs');
  expect(sender.article(id).body.content[0]?.attrs).toMatchObject({
    asset: asset.hash,
    src: null,
    caption: 'At dawn',
  });
});

/** A site that rewrites the blocks of every post, as its block editor does. */
const writesBlocksAnew = `add_filter( 'wp_insert_post_data', function ( $data ) { $data['post_content'] = wp_slash( serialize_blocks( parse_blocks( wp_unslash( $data['post_content'] ) ) ) ); return $data; }, 99 );`;

test.each(['editor', 'author'] as const)(
  'a story in two directions shows them on the site, and an %s’s post comes home as it was',
  async (role) => {
    const sender = openSender(site, { role });
    site.fault(writesBlocksAnew);
    const text =
      '## מה הוחלט\n\nמועצת העיר החליטה אתמול.\n\n> ציטוט קצר\n\n- אחד\n- two\n\n1. One\n2. Two\n\n### In English\n\nIn short: 12.';
    const { id } = sender.write({ headline: headline(), text });
    const sent = await sender.push(id);
    expect(sent.outcome).toBe('created');
    expect(linkOf(sender.outbox, id).alterations).toEqual([]);
    const { content } = await site.ask<{ content: { rendered: string } }>(
      'GET',
      `posts/${sent.remoteId}?context=edit`,
    );
    for (const shown of [
      '<h2 class="wp-block-heading has-text-align-right"><span dir="rtl">מה הוחלט</span></h2>',
      '<p dir="rtl">ציטוט קצר</p>',
      '<ul dir="rtl"><li><p>אחד</p></li><li dir="ltr"><p>two</p></li></ul>',
      '<ol dir="ltr"><li><p>One</p></li><li><p>Two</p></li></ol>',
      '<h3 class="wp-block-heading has-text-align-left"><span dir="ltr">In English</span></h3>',
    ])
      expect(content.rendered).toContain(shown);
    expect((await sender.push(id)).outcome).toBe('unchanged');

    await site.ask('POST', `posts/${sent.remoteId}`, { excerpt: 'From the site' });
    await sender.send(id);
    expect(differing(linkOf(sender.outbox, id).state)).toEqual(['standfirst']);
    const before = withoutIds(sender.article(id).body, schema);
    await sender.outbox.resolve(id, sender.accountId, 'theirs');
    expect(withoutIds(sender.article(id).body, schema)).toEqual(before);
    expect((await sender.push(id)).outcome).toBe('unchanged');
  },
);
