import { beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#shared/domain/id';
import { createArticle, saveArticle } from '../../store/articles/articles';
import { listRevisions } from '../../store/articles/revisions';
import { ensureAccount } from '../../store/cms/accounts';
import { ensureLink } from '../../store/cms/links';
import { countOnTheirOwn } from '../../store/cms/outbox';
import type { Store } from '../../store/store';
import { storeFailure } from '../../store/disk/storeFailure';
import { story, type TestClock, testClock, testStore } from '../../store/testing/testStore';
import { postSite } from '../adapters/wordpress/testing/postSite';
import { keyringAway } from '../credentials';
import { createOutbox, type Outbox } from './outbox';

let clock: TestClock;
let store: Store;
let outbox: Outbox;
let account: Id;
let told: Id[];

/** The site cannot be reached, so that what could be sent waits. */
const away: typeof fetch = async () => {
  throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
};

beforeEach(() => {
  clock = testClock();
  store = testStore({ now: clock.now });
  account = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.org',
    fields: { user: 'desk' },
  }).id;
  told = [];
  outbox = createOutbox({
    store,
    fetch: away,
    secrets: { read: async () => 'secret' },
    onChange: (ids) => told.push(...ids),
  });
});

const article = (text: string): Id => createArticle(store, { headline: text, body: story(text) }).id;
const kindOf = (id: Id): string | undefined => outbox.links(id)[0]?.state.kind;

/** Things that happen to a store's rows on a failing disk. */
const damages: readonly (readonly [string, (id: Id) => void])[] = [
  ['text is no document', (id) => sql(`UPDATE articles SET body = '{"type":"doc"' WHERE id = ?`, id)],
  [
    'text is another one',
    (id) => sql(`UPDATE articles SET body = replace(body, 'Bad', 'Sad') WHERE id = ?`, id),
  ],
  ['last send cannot be read', (id) => sql(`UPDATE cms_links SET attempt = '{' WHERE article_id = ?`, id)],
  ['last agreement cannot be read', (id) => sql(`UPDATE cms_links SET base = '[]' WHERE article_id = ?`, id)],
  ['conflict cannot be read', (id) => sql(`UPDATE cms_links SET conflict = '7' WHERE article_id = ?`, id)],
];

const sql = (statement: string, id: Id): unknown => store.db.prepare(statement).run(id);

test.each(damages)(
  'an article whose %s is reported as failed, and delays no other one',
  async (_, damage) => {
    const [bad, good] = [article('Bad'), article('Good')];
    ensureLink(store, bad, account);
    outbox.enqueue(bad, account);
    clock.pass(1);
    outbox.enqueue(good, account);
    damage(bad);
    told = [];
    await outbox.run();
    const state = outbox.links(bad)[0]?.state;
    expect(state?.kind === 'failed' && state.failure.code).toMatch(/^(article|link)_damaged$/);
    expect(told).toContain(bad);
    expect(kindOf(good)).toBe('waiting');
    expect(outbox.links(good)[0]?.state).toMatchObject({ failure: { code: 'cms_unreachable' } });
  },
);

test('what the last failure was cannot be read: it is sent all the same', async () => {
  const id = article('Good');
  outbox.enqueue(id, account);
  sql(`UPDATE cms_outbox SET failure = '{' WHERE article_id = ?`, id);
  await outbox.run();
  expect(outbox.links(id)[0]?.state).toMatchObject({ failure: { code: 'cms_unreachable' } });
});

test('a damaged article elsewhere does not keep the marks of a good send from being shown', async () => {
  const other = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.com',
    fields: { user: 'desk' },
  }).id;
  const id = article('Bad');
  ensureLink(store, id, other);
  outbox.enqueue(id, account);
  sql(`UPDATE articles SET body = '{' WHERE id = ?`, id);
  await outbox.run();
  expect(outbox.links(id).map(({ state }) => state.kind)).toContain('failed');
});

test('a post that somebody made unreadable on the site is reported and left alone, and delays no other one', async () => {
  const site = postSite();
  const [bad, good] = [article('Bad'), article('Good')];
  const ours = createOutbox({ store, fetch: site.fetch, secrets: { read: async () => 'secret' } });
  ours.enqueue(bad, account);
  await ours.run();
  const content = Array.from({ length: 20_000 }, (_, index) => `<p><b x=${index}>a`).join('');
  site.edit({ content });
  ours.enqueue(bad, account);
  ours.enqueue(good, account);
  await ours.run();
  expect(ours.links(bad)[0]?.state).toMatchObject({ kind: 'failed', failure: { code: 'cms_too_large' } });
  expect(site.contents()[0]).toBe(content);
  expect(ours.links(good)[0]?.state.kind).toBe('synced');
});

test('a post that met a full disk is reported as that, and continues once there is room', async () => {
  const disk = { full: true };
  const troubles: unknown[] = [];
  const id = article('Good');
  const ours = createOutbox({
    store,
    fetch: away,
    secrets: {
      read: async () => {
        if (disk.full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        return 'secret';
      },
    },
    onTrouble: (thrown) => troubles.push(storeFailure(thrown)),
  });
  ours.enqueue(id, account);
  const due = await ours.run();
  expect(troubles).toMatchObject([{ code: 'disk_full' }]);
  expect(ours.links(id)[0]?.state).toMatchObject({ kind: 'waiting', failure: { code: 'disk_full' } });
  disk.full = false;
  clock.pass((due ?? 0) - clock.now());
  await ours.run();
  expect(ours.links(id)[0]?.state).toMatchObject({ failure: { code: 'cms_unreachable' } });
});

test('a post whose password the keyring will not give out just now goes on its own once it does', async () => {
  let locked = true;
  const id = article('Good');
  const read = async () => {
    if (locked) throw keyringAway();
    return 'secret';
  };
  const ours = createOutbox({ store, fetch: postSite().fetch, secrets: { read } });
  ours.enqueue(id, account);
  const due = await ours.run();
  expect(ours.links(id)[0]?.state).toMatchObject({ kind: 'waiting', failure: { code: 'keyring_away' } });
  locked = false;
  clock.pass((due ?? 0) - clock.now());
  await ours.run();
  expect(ours.links(id)[0]?.state.kind).toBe('synced');
});

describe('a keyring that stands behind a question that nobody answers', () => {
  const silence = new Promise<string>(() => undefined);

  test('does not keep the outbox from closing, and the article stays due', async () => {
    const id = article('Good');
    const ours = createOutbox({ store, fetch: postSite().fetch, secrets: { read: async () => silence } });
    ours.enqueue(id, account);
    const running = ours.run();
    await ours.close();
    expect(await running).toBeNull();
    const next = createOutbox({ store, fetch: postSite().fetch, secrets: { read: async () => 'secret' } });
    await next.run();
    expect(next.links(id)[0]?.state.kind).toBe('synced');
  });

  test('does not hold up another account', async () => {
    const other = ensureAccount(store, {
      kind: 'wordpress',
      url: 'https://example.com',
      fields: { user: 'desk' },
    }).id;
    const [stuck, good] = [article('Stuck'), article('Good')];
    let sent = (): void => undefined;
    const isSent = new Promise<void>((resolve) => (sent = resolve));
    const ours: Outbox = createOutbox({
      store,
      fetch: postSite().fetch,
      secrets: { read: async (of) => (of === account ? silence : 'secret') },
      onChange: ([id]) => id === good && ours.links(good)[0]?.state.kind === 'synced' && sent(),
    });
    ours.enqueue(stuck, account);
    clock.pass(1);
    ours.enqueue(good, other);
    const running = ours.run();
    await isSent;
    await ours.close();
    await running;
    expect(ours.links(stuck)[0]?.state).toMatchObject({ kind: 'waiting', attempts: 0 });
  });

  test('is asked once in a round, whatever waits for it', async () => {
    let asked = 0;
    const ids = [article('One'), article('Two')];
    const read = async () => {
      asked += 1;
      throw keyringAway();
    };
    const ours = createOutbox({ store, fetch: postSite().fetch, secrets: { read } });
    for (const id of ids) ours.enqueue(id, account);
    await ours.run();
    expect(asked).toBe(1);
    for (const id of ids) {
      expect(ours.links(id)[0]?.state).toMatchObject({ kind: 'waiting', failure: { code: 'keyring_away' } });
    }
  });
});

test('of what waits, what goes by itself is counted apart from what needs a person', async () => {
  const [held, going] = [article('The verdict'), article('The ferry')];
  const evening = ensureAccount(store, { kind: 'wordpress', url: 'https://evening.example', fields: {} }).id;
  outbox.enqueue(held, account);
  // A site that gives no answer is asked once in a round: the one that is not to be sent comes first.
  clock.pass(1000);
  for (const id of [account, evening]) outbox.enqueue(going, id);
  expect(countOnTheirOwn(store)).toBe(2);
  saveArticle(store, { id: held, baseVersion: 1, patch: { legalHold: { reason: 'Court order' } } });
  await outbox.run();
  expect(kindOf(held)).toBe('failed');
  expect([countOnTheirOwn(store), outbox.waiting()]).toEqual([1, 3]);
});

describe('an article that is held back', () => {
  const embargo = (ms: number): Id =>
    createArticle(store, { headline: 'The budget', body: story('Words.'), embargo: clock.now() + ms }).id;

  test('is refused by its name, and goes for a reason that its history keeps', async () => {
    const id = embargo(60_000);
    expect(() => outbox.enqueue(id, account)).toThrow(/“The budget” is under embargo until .*give a reason/u);
    expect(outbox.waiting()).toBe(0);
    outbox.enqueue(id, account, 'Agreed with the ministry');
    await outbox.run();
    expect(outbox.links(id)[0]?.state).toMatchObject({ failure: { code: 'cms_unreachable' } });
    const [kept, ...others] = listRevisions(store, id);
    expect([kept?.reason, others]).toEqual(['override', []]);
    expect(kept?.note).toMatch(/^Sent to .* while under embargo until .*: Agreed/u);
  });

  test('goes out automatically once its embargo is over', async () => {
    const id = embargo(60_000);
    clock.pass(60_000);
    outbox.enqueue(id, account);
    await outbox.run();
    expect(outbox.links(id)[0]?.state).toMatchObject({ failure: { code: 'cms_unreachable' } });
    expect(listRevisions(store, id)).toEqual([]);
  });

  test('stays when something else holds it before it is sent, whatever the reason was', async () => {
    const id = embargo(60_000);
    outbox.enqueue(id, account, 'Agreed with the ministry');
    saveArticle(store, { id, baseVersion: 1, patch: { legalHold: { reason: 'Court order' } } });
    await outbox.run();
    expect(outbox.links(id)[0]?.state).toMatchObject({ kind: 'failed', failure: { code: 'article_held' } });
  });

  test('while it waits to be sent, stays here', async () => {
    const id = article('The verdict');
    outbox.enqueue(id, account);
    saveArticle(store, { id, baseVersion: 1, patch: { legalHold: { reason: 'Court order' } } });
    await outbox.run();
    const state = outbox.links(id)[0]?.state;
    expect(state).toMatchObject({ kind: 'failed', failure: { code: 'article_held' } });
    expect(JSON.stringify(state)).toContain('“The verdict” is under legal hold (Court order)');
  });
});
