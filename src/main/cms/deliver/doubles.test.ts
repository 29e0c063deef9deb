import { beforeEach, expect, test } from 'vitest';
import type { CmsLink } from '#shared/domain/cmsAccount';
import type { Id } from '#shared/domain/id';
import { createArticle } from '../../store/articles/articles';
import { ensureAccount } from '../../store/cms/accounts';
import { closeStore, openStore } from '../../store/opening/database';
import { story, type TestClock, testClock, testFolder, testStore } from '../../store/testing/testStore';
import type { Store } from '../../store/store';
import { type PostSite, postSite } from '../adapters/wordpress/testing/postSite';
import { createOutbox, type Outbox } from './outbox';

const DAY = 86_400_000;
const identity = { kind: 'wordpress', url: 'https://example.org', fields: { user: 'desk' } } as const;

let clock: TestClock;
let site: PostSite;
let store: Store;
let outbox: Outbox;
let account: Id;
let id: Id;
let told: Id[];

const outboxOver = (over: Store): Outbox =>
  createOutbox({
    store: over,
    fetch: site.fetch,
    secrets: { read: async () => 'secret' },
    sleep: async (ms) => clock.pass(ms),
    onChange: (ids) => told.push(...ids),
  });

beforeEach(() => {
  clock = testClock();
  site = postSite();
  store = testStore({ now: clock.now });
  account = ensureAccount(store, identity).id;
  told = [];
  outbox = outboxOver(store);
  id = createArticle(store, { headline: 'The pier', body: story('It stands.') }).id;
});

/** Runs whenever something is due, until nothing is or a time has passed; returns how often it ran. */
async function runFor(ms: number, of = outbox): Promise<number> {
  const end = clock.now() + ms;
  for (let rounds = 0; ; rounds += 1) {
    const due = await of.run();
    if (due === null || due > end) return rounds;
    clock.pass(Math.max(due - clock.now(), 1));
  }
}

const link = (of = outbox): CmsLink | undefined => of.links(id)[0];
const doubles = (of = outbox): readonly string[] => (link(of)?.doubles ?? []).map(({ remoteId }) => remoteId);
const creates = (): number => site.asked.filter((one) => one === 'POST /wp/v2/posts').length;

/** The site says it is busy, is given its time, and is asked again: that post is number 1. */
async function sendTwice(): Promise<void> {
  site.delay(1);
  outbox.enqueue(id, account);
  await runFor(50_000);
  expect(link()).toMatchObject({ remoteId: '1', state: { kind: 'synced' }, doubles: [] });
}

test('a first post that the site creates after the second is found later and reported, and nothing is deleted', async () => {
  await sendTwice();
  site.catchUp();
  told = [];
  await runFor(DAY);
  expect(link()).toMatchObject({
    remoteId: '1',
    state: { kind: 'synced' },
    doubles: [{ remoteId: '2', url: 'https://example.org/?p=2' }],
  });
  expect(told).toContain(id);
  expect(site.headlines()).toEqual(['The pier', 'The pier']);
  expect(site.asked.filter((one) => !/^(GET|HEAD)/u.test(one))).toHaveLength(2);
});

test('that it has to be looked for outlives the app', async () => {
  const folder = testFolder();
  store = openStore(folder, { now: clock.now });
  account = ensureAccount(store, identity).id;
  outbox = outboxOver(store);
  id = createArticle(store, { headline: 'The pier', body: story('It stands.') }).id;
  await sendTwice();
  closeStore(store);
  site.catchUp();
  const again = outboxOver(testStore({ folder, now: clock.now }));
  await runFor(DAY, again);
  expect(doubles(again)).toEqual(['2']);
});

test('one that arrived while the second was sent is reported with that send', async () => {
  site.delay(1);
  site.beforeAnswer(site.catchUp);
  outbox.enqueue(id, account);
  await runFor(50_000);
  expect(link()).toMatchObject({ remoteId: '1', doubles: [{ remoteId: '2' }] });
});

test('a second post that was deleted there is no longer reported after the next send', async () => {
  await sendTwice();
  site.catchUp();
  await runFor(10 * DAY);
  expect(doubles()).toEqual(['2']);
  site.remove(2);
  outbox.enqueue(id, account);
  await outbox.run();
  expect(doubles()).toEqual([]);
  expect(await outbox.run()).toBeNull();
});

test('what was sent once is not looked for, and what was sent twice not for ever', async () => {
  outbox.enqueue(id, account);
  expect(await outbox.run()).toBeNull();

  id = createArticle(store, { headline: 'The quay', body: story('It stands too.') }).id;
  site.delay(1);
  outbox.enqueue(id, account);
  const looks = await runFor(30 * DAY);
  expect(looks).toBeGreaterThan(5);
  expect(looks).toBeLessThan(20);
  const before = site.asked.length;
  clock.pass(DAY);
  await outbox.run();
  expect(site.asked).toHaveLength(before);
});

test('a site that cannot be reached when it is looked at is looked at later', async () => {
  await sendTwice();
  site.catchUp();
  site.reach(false);
  await runFor(3 * DAY);
  expect(doubles()).toEqual([]);
  site.reach(true);
  await runFor(2 * DAY);
  expect(doubles()).toEqual(['2']);
});

test('each of several is reported, when the site was asked three times', async () => {
  site.delay(2);
  outbox.enqueue(id, account);
  await runFor(200_000);
  expect(link()).toMatchObject({ remoteId: '1', state: { kind: 'synced' } });
  site.catchUp();
  site.catchUp();
  await runFor(DAY);
  expect(doubles()).toEqual(['2', '3']);
});

test('a post that nobody knows yet is not taken for a second one', async () => {
  site.delay(2, 600);
  outbox.enqueue(id, account);
  await runFor(700_000);
  expect(creates()).toBe(2);
  site.catchUp();
  site.catchUp();
  clock.pass(120_000);
  expect(await outbox.run()).toBeGreaterThan(clock.now());
  expect(link()).toMatchObject({ remoteId: null, doubles: [] });
  await runFor(DAY);
  expect(link()).toMatchObject({ remoteId: '1', state: { kind: 'synced' }, doubles: [{ remoteId: '2' }] });
});

test('a push tells what it finds there', async () => {
  await sendTwice();
  site.catchUp();
  expect(await outbox.pushNow(id, identity, 'secret')).toMatchObject({
    outcome: 'unchanged',
    detail: { doubles: [{ remoteId: '2' }] },
  });
});
