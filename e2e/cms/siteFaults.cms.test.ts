import type { IncomingMessage } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { addAsset } from '../../src/main/store/articles/assets';
import { createSection } from '../../src/main/store/articles/sections';
import type { Id } from '../../src/shared/domain/id';
import { campaignSize } from '../../tools/campaignSize';
import { body, closeSenders, linkOf, openSender, type TestSender } from './sender';
import { type Committed, type Fault, faultyLine } from './faultyLine';
import { wordpressSite } from './site';

const site = wordpressSite();
const line = faultyLine();
closeSenders();

const page = (words: string): string => `<!doctype html><title>${words}</title><p>${words}</p>`;
const json = { 'content-type': 'application/json' };
const ownError = (code: string, status: number): Fault => ({
  kind: 'answer',
  status,
  headers: json,
  body: JSON.stringify({ code, message: 'No.', data: { status } }),
});
const portal = `<form action="/login"><input type="password" name="p"></form>`;

const faults: Readonly<Record<string, Fault>> = {
  '503': { kind: 'answer', status: 503, body: page('Later') },
  '429': { kind: 'answer', status: 429, headers: { 'retry-after': '2' }, body: page('Too many') },
  '403': { kind: 'answer', status: 403, body: page('Forbidden') },
  '408': { kind: 'answer', status: 408, body: page('Timeout') },
  '307 within the site': { kind: 'answer', status: 307, headers: { location: '/elsewhere' } },
  reset: { kind: 'cut', when: 'before' },
  '302 to another host': {
    kind: 'answer',
    status: 302,
    headers: { location: 'http://portal.example/login?url=x' },
  },
  '403 of a plugin': ownError('rest_forbidden', 403),
  '500': { kind: 'answer', status: 500, body: page('Error') },
  '400 of the interface': ownError('rest_invalid_param', 400),
  'half an answer': { kind: 'cut', when: 'during' },
  '401 of the interface': ownError('rest_cannot_create', 401),
  '502': { kind: 'answer', status: 502, body: page('Bad gateway') },
  '404': { kind: 'answer', status: 404, body: page('Not here') },
  'a broken 200': { kind: 'answer', status: 200, headers: json, body: '<b>Notice</b>{"id":' },
  '504': { kind: 'answer', status: 504, body: page('Gateway timeout') },
  'an empty 200': { kind: 'answer', status: 200, headers: json },
  'the sign-in page of a portal': { kind: 'answer', status: 200, body: page('Welcome') + portal },
  '409': { kind: 'answer', status: 409, body: page('Conflict') },
  'another 200': { kind: 'answer', status: 200, headers: json, body: '{"ok":true}' },
};

const posts = (asked: IncomingMessage, route: RegExp): boolean =>
  asked.method === 'POST' && route.test(decodeURIComponent(asked.url ?? ''));

const requests: Readonly<Record<string, (asked: IncomingMessage) => boolean>> = {
  'the create': (asked) => posts(asked, /\/wp\/v2\/posts(\?|$)/u),
  'the update': (asked) => posts(asked, /\/wp\/v2\/posts\/\d/u),
  'the image': (asked) => posts(asked, /\/wp\/v2\/media/u),
  'the tags': (asked) => posts(asked, /\/batch\/v1/u),
  'the category': (asked) => posts(asked, /\/wp\/v2\/categories/u),
};

const committed: readonly Committed[] = ['already', 'late', 'never'];

interface Case {
  readonly request: string;
  readonly fault: string;
  readonly committed: Committed;
}

const every: readonly Case[] = committed.flatMap((when) =>
  Object.keys(requests).flatMap((request) =>
    Object.keys(faults).map((fault) => ({ request, fault, committed: when })),
  ),
);
/** All of them in full; otherwise some of each request, fault and time, always the same ones. */
const chosen = every.filter((_, index) => index % campaignSize(11, 1) === 0);

const counts = { faults: 0, lost: 0, doubled: 0, overwritten: 0, untold: 0 };
afterAll(() => {
  process.stdout.write(`site faults: ${JSON.stringify(counts)}\n`);
});

let count = 0;

/** A different image for each story: the site recognises one by its bytes. */
const picture = (number: number): Buffer =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(`${process.pid} ${number}`),
  ]);

interface Sent {
  readonly sender: TestSender;
  readonly id: Id;
  readonly title: string;
  readonly tag: string;
  readonly section: string;
  readonly hash: string;
}

function story(): Sent {
  const sender = openSender(site, { url: line.to(site.url()) });
  const number = (count += 1);
  const [title, tag, section] = [`Fault ${number} of many`, `Fault${number}`, `Fault section ${number}`];
  const { hash } = addAsset(sender.store, { name: 'pier.png', bytes: picture(number) });
  const { id: sectionId } = createSection(sender.store, { name: section, parentId: null, colour: '#336699' });
  const text = `![The pier](<asset:${hash}>)\n\nThe first text.`;
  const { id } = sender.write({ headline: title, hashtags: [tag], sectionId, text });
  return { sender, id, title, tag, section, hash };
}

/** Sends repeatedly, as the scheduler does and, where only a user can help, as a user does. */
async function untilSettled({ sender, id }: Sent, lateAfter: number): Promise<boolean> {
  let isTold = true;
  for (let round = 0; round < 25; round += 1) {
    if (round === lateAfter) await line.commitLate();
    const due = await sender.outbox.run();
    const { state } = linkOf(sender.outbox, id);
    if (state.kind === 'synced' && round > lateAfter) return isTold;
    if (state.kind === 'failed' || state.kind === 'conflict') sender.outbox.enqueue(id, sender.accountId);
    if (state.kind === 'waiting' && state.failure === null) isTold = false;
    sender.wait(Math.max((due ?? 0) - sender.store.now(), 1000));
  }
  return false;
}

async function judge({ title, tag, section, hash }: Sent, text: string, isTold: boolean): Promise<void> {
  const found = await site.titled(title);
  const media = await site.ask<readonly object[]>(
    'GET',
    `media?search=nutgraf-${hash.slice(0, 16)}&status=inherit`,
  );
  const tags = await site.ask<readonly { name: string }[]>('GET', `tags?search=${tag}&per_page=100`);
  const sections = await site.ask<readonly object[]>(
    'GET',
    `categories?search=${encodeURIComponent(section)}`,
  );
  const [post] = found;
  counts.faults += 1;
  counts.lost += found.length === 0 ? 1 : 0;
  const terms = tags.filter(({ name }) => name === tag).length;
  counts.doubled += [found, media, sections].some(({ length }) => length > 1) || terms > 1 ? 1 : 0;
  counts.untold += isTold ? 0 : 1;
  expect.soft(found, 'posts').toHaveLength(1);
  expect.soft(media, 'images').toHaveLength(1);
  expect.soft(terms, 'tags').toBe(1);
  expect.soft(isTold, 'told').toBe(true);
  expect.soft(post?.content.raw).toContain(text);
  expect.soft(post?.tags).toHaveLength(1);
}

test.each(chosen)('$fault on $request, which the site commits: $committed', async (given) => {
  const sent = story();
  const { sender, id } = sent;
  if (given.request === 'the update') {
    await sender.send(id);
    const { hash } = sent;
    sender.change(id, { body: body(`![The pier](<asset:${hash}>)\n\nThe second text.`) });
  }
  const happened = line.next({
    chosen: requests[given.request] ?? (() => false),
    fault: faults[given.fault] ?? { kind: 'cut', when: 'before' },
    committed: given.committed,
  });
  sender.outbox.enqueue(id, sender.accountId);
  const isTold = await untilSettled(sent, given.committed === 'late' ? 2 : 0);
  expect(happened(), 'the fault happened').toBe(true);
  await judge(sent, given.request === 'the update' ? 'The second text.' : 'The first text.', isTold);
});

test.each(['503', 'reset', '403 of a plugin'])(
  'what somebody wrote there after a lost update (%s) is not written over',
  async (fault) => {
    const sent = story();
    const { sender, id } = sent;
    const { remoteId } = await sender.send(id);
    sender.change(id, { standfirst: 'Ours' });
    const trouble = { fault: faults[fault] ?? { kind: 'cut', when: 'before' }, committed: 'never' } as const;
    line.next({ chosen: requests['the update'] ?? (() => false), ...trouble });
    await sender.send(id);
    await site.ask('POST', `posts/${remoteId}`, { excerpt: 'Theirs' });
    for (let round = 0; round < 4; round += 1) {
      sender.wait(60_000);
      sender.outbox.enqueue(id, sender.accountId);
      await sender.outbox.run();
    }
    counts.faults += 1;
    counts.overwritten += (await site.post(remoteId)).excerpt.raw === 'Theirs' ? 0 : 1;
    expect((await site.post(remoteId)).excerpt.raw).toBe('Theirs');
    expect(linkOf(sender.outbox, id).state.kind).toBe('conflict');
  },
);

test('a site that is later than all the time it was given has one post, if it comes before the second is sent', async () => {
  let isLate = false;
  const sender = openSender(site, {
    url: line.to(site.url()),
    fetch: async (asked, how) => {
      if (isLate && new Request(asked).url.includes('tags')) await line.commitLate();
      return fetch(asked, how);
    },
  });
  const title = 'Later than all looks';
  const { id } = sender.write({ headline: title, hashtags: ['LaterThanAllLooks'] });
  line.next({
    chosen: requests['the create'] ?? (() => false),
    fault: faults['503'] ?? { kind: 'cut', when: 'before' },
    committed: 'late',
  });
  await sender.send(id);
  sender.wait(10_000);
  await sender.outbox.run();
  expect(await site.titled(title)).toEqual([]);
  isLate = true;
  sender.wait(60_000);
  await sender.outbox.run();
  expect(linkOf(sender.outbox, id).state.kind).toBe('synced');
  expect(await site.titled(title)).toHaveLength(1);
});

test('a site that creates the first post after the second has two, and that is reported', async () => {
  const sender = openSender(site, { url: line.to(site.url()) });
  const title = 'Late after the second';
  const { id } = sender.write({ headline: title });
  line.next({
    chosen: requests['the create'] ?? (() => false),
    fault: faults['503'] ?? { kind: 'cut', when: 'before' },
    committed: 'late',
  });
  await sender.send(id);
  for (const ms of [10_000, 60_000]) {
    sender.wait(ms);
    await sender.outbox.run();
  }
  const { state, remoteId } = linkOf(sender.outbox, id);
  expect(state.kind).toBe('synced');
  await line.commitLate();
  expect(await site.titled(title)).toHaveLength(2);
  sender.wait(120_000);
  const again = sender.another();
  await again.run();
  const second = (await site.titled(title)).find((post) => String(post.id) !== remoteId);
  const [told, ...others] = linkOf(again, id).doubles;
  expect(others).toEqual([]);
  expect(told?.remoteId).toBe(String(second?.id));
  expect(told?.url).toContain(`p=${second?.id}`);

  await site.ask('DELETE', `posts/${second?.id}`);
  await sender.send(id);
  expect(linkOf(sender.outbox, id)).toMatchObject({ remoteId, doubles: [] });
  expect(await site.titled(title)).toHaveLength(1);
});
