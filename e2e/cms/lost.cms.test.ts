import { expect, test } from 'vitest';
import { closeSenders, differing, linkOf, openSender } from './sender';
import { testNetwork } from './network';
import { wordpressSite } from './site';

const site = wordpressSite();
const network = testNetwork();
closeSenders();

let count = 0;
const headline = (): string => `Lost answer ${(count += 1)} found`;
const hashtags = ['Bridge', 'Budget'];

/** Only the creation of a post, not of a tag or a category. */
const onCreate = (php: string): string =>
  `add_filter( 'rest_pre_insert_post', function ( $post, $request ) { if ( 'POST' === $request->get_method() && ! isset( $request['id'] ) ) { ${php} } return $post; }, 10, 2 );`;
const afterInsert = (php: string): string =>
  `add_action( 'wp_insert_post', function ( $id, $post, $update ) { if ( ! $update && 'post' === $post->post_type ) { ${php} } }, 10, 3 );`;

test.each([
  ['stops without a word after the insert', afterInsert('exit;')],
  ['fails after the insert', afterInsert(`wp_die( 'no', '', array( 'response' => 500 ) );`)],
  [
    'prints a notice before its answer',
    `add_filter( 'rest_pre_serve_request', function ( $served, $result, $request ) { if ( 'POST' === $request->get_method() && '/wp/v2/posts' === $request->get_route() ) { echo '<b>Notice</b>: x'; } return $served; }, 10, 3 );`,
  ],
])('a create at which the site %s makes one post, whole', async (_, php) => {
  const sender = openSender(site);
  site.fault(php);
  const title = headline();
  const { id } = sender.write({ headline: title, hashtags });
  const sent = await sender.push(id);
  expect(sent.outcome).toBe('created');
  const posts = await site.titled(title);
  expect(posts).toHaveLength(1);
  expect(posts[0]?.id).toBe(Number(sent.remoteId));
  expect(posts[0]?.tags).toHaveLength(2);
  expect((await sender.push(id)).outcome).toBe('unchanged');
});

test('an answer that is cut off on the way makes one post, by the next run', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const title = headline();
  const { id } = sender.write({ headline: title, hashtags });
  network.dropAnswer((request) => request.method === 'POST' && /\/wp\/v2\/posts/u.test(request.url ?? ''));
  const lost = await sender.send(id);
  expect(lost.state).toMatchObject({ kind: 'waiting', failure: { code: 'cms_unreachable' } });
  sender.wait(10_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect(await site.titled(title)).toHaveLength(1);
});

test('a request that never arrived is sent once the site has had its time', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const title = headline();
  const { id } = sender.write({ headline: title });
  network.dropRequest((request) => request.method === 'POST' && /\/wp\/v2\/posts/u.test(request.url ?? ''));
  await sender.send(id);
  sender.wait(6_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state).toMatchObject({
    kind: 'waiting',
    failure: { code: 'cms_answer_lost' },
  });
  sender.wait(30_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect(await site.titled(title)).toHaveLength(1);
});

test('a site that is slow before the insert, given up on, ends with one post', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const title = headline();
  const { id } = sender.write({ headline: title });
  site.fault(onCreate('sleep( 2 );'));
  network.dropAnswer(
    (request) => request.method === 'POST' && /\/wp\/v2\/posts/u.test(request.url ?? ''),
    300,
  );
  await sender.send(id);
  sender.wait(6_000);
  await sender.outbox.run();
  await expect.poll(() => site.titled(title)).toHaveLength(1);
  sender.wait(60_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect(await site.titled(title)).toHaveLength(1);
});

test('a push whose answer is lost stays until it has found the post', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const title = headline();
  const { id } = sender.write({ headline: title });
  network.dropAnswer((request) => request.method === 'POST' && /\/wp\/v2\/posts/u.test(request.url ?? ''));
  expect((await sender.push(id)).outcome).toBe('created');
  expect(await site.titled(title)).toHaveLength(1);
});

test('a post that somebody changed before its lost answer was found is not overwritten', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const title = headline();
  const { id } = sender.write({ headline: title });
  network.dropAnswer((request) => request.method === 'POST' && /\/wp\/v2\/posts/u.test(request.url ?? ''));
  await sender.send(id);
  const [post] = await site.titled(title);
  await site.ask('POST', `posts/${post?.id}`, { excerpt: 'From the site' });
  sender.wait(10_000);
  await sender.outbox.run();
  expect(differing(linkOf(sender.outbox, id).state)).toEqual(['standfirst']);
  expect((await site.titled(title)).map(({ excerpt }) => excerpt.raw)).toEqual(['From the site']);
});

test('an update whose answer was lost is no conflict with itself', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const { id } = sender.write({ headline: headline(), hashtags });
  const { remoteId } = await sender.push(id);
  sender.change(id, { standfirst: 'Sent but not answered', hashtags: ['Bridge', 'Bonds'] });
  network.dropAnswer(
    (request) => request.method === 'POST' && /\/wp\/v2\/posts\/\d/u.test(request.url ?? ''),
  );
  await sender.send(id);
  expect((await site.post(remoteId)).excerpt.raw).toBe('Sent but not answered');
  sender.change(id, { standfirst: 'And changed again' });
  sender.wait(10_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect((await site.post(remoteId)).excerpt.raw).toBe('And changed again');
});

test('with nothing listening it waits, says so, and goes when the site is there', async () => {
  const address = network.to(site.url());
  const sender = openSender(site, { url: address });
  const title = headline();
  const { id } = sender.write({ headline: title });
  network.down();
  expect(await sender.push(id)).toMatchObject({
    outcome: 'queued',
    remoteId: null,
    detail: { code: 'cms_unreachable' },
  });
  expect(sender.outbox.waiting()).toBe(1);
  const due = await sender.outbox.run();
  expect(due).toBeGreaterThan(sender.store.now());
  await network.up(site.url());
  sender.outbox.wake();
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect(sender.outbox.waiting()).toBe(0);
  expect(await site.titled(title)).toHaveLength(1);
});

test('what had waited for the site goes along with the next push', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const [first, second] = [sender.write({ headline: headline() }), sender.write({ headline: headline() })];
  network.down();
  await sender.push(first.id);
  await network.up(site.url());
  expect((await sender.push(second.id)).outcome).toBe('created');
  expect(linkOf(sender.outbox, first.id).state.kind).toBe('synced');
});

test('without a network nothing is tried', async () => {
  let isOnline = false;
  const sender = openSender(site, { online: () => isOnline });
  const { id } = sender.write({ headline: headline() });
  expect((await sender.send(id)).state).toMatchObject({ kind: 'waiting', attempts: 0 });
  isOnline = true;
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
});

test('a site under maintenance is left alone for as long as it asks', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline() });
  site.fault(
    `add_filter( 'rest_pre_dispatch', fn() => new WP_REST_Response( null, 503, array( 'Retry-After' => '600' ) ) );`,
  );
  const { state } = await sender.send(id);
  expect(state).toMatchObject({ kind: 'waiting', failure: { code: 'cms_busy' } });
  expect(await sender.outbox.run()).toBeGreaterThan(sender.store.now() + 590_000);
});

test('a revoked password stops that account until a new one is entered', async () => {
  let password = 'revoked';
  const sender = openSender(site, { password: () => password });
  const { id } = sender.write({ headline: headline() });
  expect((await sender.send(id)).state).toMatchObject({ kind: 'failed', failure: { code: 'cms_sign_in' } });
  sender.wait(3_600_000);
  expect(await sender.outbox.run()).toBeNull();
  password = site.user('editor').password;
  sender.outbox.wakeAccount(sender.accountId);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
});

test('an article that the site refuses does not hold up the next one', async () => {
  const sender = openSender(site);
  const empty = sender.write({ headline: '', text: '' });
  const good = sender.write({ headline: headline() });
  site.fault(
    onCreate(
      `if ( '' === $post->post_title ) { return new WP_Error( 'no_title', 'It needs a title.', array( 'status' => 400 ) ); }`,
    ),
  );
  sender.outbox.enqueue(empty.id, sender.accountId);
  sender.outbox.enqueue(good.id, sender.accountId);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, empty.id).state).toMatchObject({
    kind: 'failed',
    failure: { code: 'cms_refused' },
  });
  expect(linkOf(sender.outbox, good.id).state.kind).toBe('synced');
});

test('two outboxes over one store make one post of an article that both were asked to send', async () => {
  const sender = openSender(site);
  const title = headline();
  const { id } = sender.write({ headline: title });
  const other = sender.another();
  sender.outbox.enqueue(id, sender.accountId);
  other.enqueue(id, sender.accountId);
  await Promise.all([sender.outbox.run(), other.run(), sender.push(id)]);
  await sender.outbox.run();
  expect(linkOf(other, id).state.kind).toBe('synced');
  expect(await site.titled(title)).toHaveLength(1);
});

test('a send that was cut short by a crash is taken up again when its lease is over', async () => {
  const sender = openSender(site, { url: network.to(site.url()) });
  const title = headline();
  const { id } = sender.write({ headline: title });
  network.dropAnswer((request) => request.method === 'POST' && /\/wp\/v2\/posts/u.test(request.url ?? ''));
  await sender.send(id);
  sender.store.db
    .prepare(`UPDATE cms_outbox SET claim = 'gone', claimed_until = ?, next_attempt_at = 0`)
    .run(sender.store.now() + 60_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('sending');
  sender.wait(61_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect(await site.titled(title)).toHaveLength(1);
});

test('what is asked for again while it is being sent is sent again', async () => {
  const sender = openSender(site);
  const { id } = sender.write({ headline: headline() });
  site.fault(onCreate('sleep( 1 );'));
  sender.outbox.enqueue(id, sender.accountId);
  const running = sender.outbox.run();
  await expect.poll(() => linkOf(sender.outbox, id).state.kind).toBe('sending');
  sender.change(id, { standfirst: 'Typed while it went' });
  sender.outbox.enqueue(id, sender.accountId);
  await running;
  await sender.outbox.run();
  const { remoteId, state } = linkOf(sender.outbox, id);
  expect(state).toMatchObject({ kind: 'synced', changedSince: false });
  expect((await site.post(remoteId)).excerpt.raw).toBe('Typed while it went');
});

test('a redirect to another origin carries no credential and says where it would have gone', async () => {
  const elsewhere = network.listen();
  const sender = openSender(site, { url: network.to(site.url()) });
  network.redirect(/\/wp\/v2\//u, elsewhere.url);
  const { id } = sender.write({ headline: headline() });
  const { state } = await sender.send(id);
  expect(state).toMatchObject({ kind: 'failed', failure: { code: 'cms_moved' } });
  expect(JSON.stringify(state)).toContain(elsewhere.url);
  expect(elsewhere.requests).toEqual([]);
});
