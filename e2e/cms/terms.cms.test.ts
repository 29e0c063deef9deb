import { expect, test } from 'vitest';
import { createSection } from '../../src/main/store/articles/sections';
import { closeSenders, openSender } from './sender';
import { wordpressSite } from './site';

const site = wordpressSite();
closeSenders();

/** Sites altered by plugins: lists that are cut short, whatever page is requested. */
const lists = {
  'ignores the page that is asked for':
    'add_filter( "rest_category_query", fn( $args ) => array( "offset" => 0, "number" => 3 ) + $args );',
  'gives three in a page':
    'add_filter( "rest_category_query", fn( $args ) => array( "number" => 3, "offset" => 3 * ( max( 1, (int) ( $_GET["page"] ?? 1 ) ) - 1 ) ) + $args );',
  'hides how many there are':
    'add_filter( "rest_post_dispatch", function ( $answer ) { $headers = $answer->get_headers(); unset( $headers["X-WP-Total"], $headers["X-WP-TotalPages"] ); $answer->set_headers( $headers ); return $answer; } );',
} as const;

/** The error that says a term already exists does not say which one. */
const silent =
  'add_filter( "rest_request_after_callbacks", function ( $answer ) { if ( is_wp_error( $answer ) && "term_exists" === $answer->get_error_code() ) { return new WP_Error( "term_exists", "It is there.", array( "status" => 400 ) ); } return $answer; } );';

let count = 0;
const word = (): string => `Zebra & crossing ${(count += 1)}`;

async function category(name: string): Promise<number> {
  for (const before of ['Aa', 'Ab', 'Ac', 'Ad', 'Ae']) {
    await site.ask('POST', 'categories', { name: `${before} ${name}` });
  }
  return (await site.ask<{ readonly id: number }>('POST', 'categories', { name })).id;
}

test.each(Object.entries(lists))('the category is found on a site that %s', async (_, php) => {
  const sender = openSender(site);
  const name = word();
  const id = await category(name);
  const section = createSection(sender.store, { name, parentId: null, colour: '#336699' });
  site.fault(php);
  const article = sender.write({ headline: `About ${name}`, sectionId: section.id });
  const { remoteId, state } = await sender.send(article.id);
  expect(state.kind).toBe('synced');
  expect((await site.post(remoteId)).categories).toEqual([id]);
});

test('a list that the site cuts short is reported', async () => {
  const sender = openSender(site);
  const name = word();
  await category(name);
  const section = createSection(sender.store, { name, parentId: null, colour: '#336699' });
  site.fault(lists['ignores the page that is asked for']);
  const { alterations } = await sender.send(sender.write({ headline: word(), sectionId: section.id }).id);
  expect(alterations).toEqual([expect.stringContaining(`so Nutgraf asked for “${name}” by name`)]);
});

test('a term that the site says it has is found, though it does not say which', async () => {
  const sender = openSender(site);
  const [name, tag] = [word(), `Zebra${count}`];
  const id = await category(name);
  const renamed = await site.ask<{ readonly id: number }>('POST', 'tags', {
    name: tag,
    slug: `other-${count}`,
  });
  const section = createSection(sender.store, { name, parentId: null, colour: '#336699' });
  site.fault(`${silent} ${lists['ignores the page that is asked for']}
    add_filter( "rest_category_query", function ( $args ) { unset( $args["search"] ); return $args; }, 20 );`);
  const article = sender.write({ headline: word(), sectionId: section.id, hashtags: [tag] });
  const { remoteId } = await sender.send(article.id);
  const post = await site.post(remoteId);
  expect(post.categories).toEqual([id]);
  expect(post.tags).toEqual([renamed.id]);
});

test('a term that the site has but does not list is left out, and reported', async () => {
  const sender = openSender(site);
  const tag = `Hidden${(count += 1)}`;
  await site.ask('POST', 'tags', { name: tag });
  site.fault(
    `${silent} add_filter( "rest_post_tag_query", fn( $args ) => array( "include" => array( 999999 ) ) + $args );`,
  );
  const { state, alterations } = await sender.send(sender.write({ headline: word(), hashtags: [tag] }).id);
  expect(state.kind).toBe('synced');
  expect(alterations.join(' ')).toContain(`does not list them: ${tag}`);
});
