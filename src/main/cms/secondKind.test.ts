import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { second, withSecondKind } from '#shared/domain/testing/secondKind';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import type { KeySite } from './testing/keySite';

withSecondKind();

/** Its line in the registry: each test has a site of its own. */
let site: KeySite;
beforeAll(() =>
  vi.doMock('./adapters', async (original) => {
    const { adapters } = await original<{ readonly adapters: object }>();
    const connect: KeySite['connect'] = (access) => site.connect(access);
    return { adapters: { ...adapters, second: connect } };
  }),
);
afterAll(() => {
  vi.doUnmock('./adapters');
});

/** An outbox over a store without an account. */
async function sender() {
  const { keySite } = await import('./testing/keySite');
  site = keySite('id:secret');
  const { testStore, story } = await import('../store/testing/testStore');
  const { createArticle, getArticle, saveArticle } = await import('../store/articles/articles');
  const { getLink } = await import('../store/cms/links');
  const { createSecrets } = await import('./credentials');
  const { createOutbox } = await import('./deliver/outbox');
  const { addAccount, accountRows } = await import('./accounts');
  const store = testStore();
  const secrets = createSecrets(store, null);
  const outbox = createOutbox({ store, secrets });
  const signIn = async (credentials: Readonly<Record<string, string>>) =>
    addAccount(
      { store, secrets },
      { kind: second, url: 'https://second.example', credentials, remember: false },
    );
  return {
    signIn,
    accounts: () => accountRows({ store, secrets }),
    write: (headline: string) =>
      createArticle(store, { headline, hashtags: ['harbour', 'ferry'], body: story('One.') }).id,
    rename: (id: string, headline: string) =>
      saveArticle(store, { id, baseVersion: getArticle(store, id).version, patch: { headline } }),
    headline: (id: string) => getArticle(store, id).headline,
    attempt: (id: string, accountId: string) => getLink(store, id, accountId)?.attempt,
    resolve: outbox.resolve,
    send: async (id: string, accountId: string) => {
      outbox.enqueue(id, accountId);
      await outbox.run();
      return outbox.links(id)[0];
    },
    run: outbox.run,
  };
}

test('an account of another kind is one key, which is tried before it is kept', async () => {
  const { signIn, accounts } = await sender();
  await expect(signIn({})).rejects.toThrow('Missing for this site: admin API key. Enter it and try again.');
  await expect(signIn({ key: 'wrong' })).rejects.toMatchObject({ code: 'cms_sign_in' });
  expect(await accounts()).toEqual([]);
  const account = await signIn({ key: 'id:secret' });
  expect(account).toMatchObject({ kind: 'second', name: 'Second site', fields: {}, secret: 'session' });
  expect((await signIn({ key: 'id:secret' })).id).toBe(account.id);
  expect(await accounts()).toEqual([account]);
});

test('an article goes there and back, with tags by their names', async () => {
  const { signIn, write, rename, send, resolve, headline } = await sender();
  const { id: account } = await signIn({ key: 'id:secret' });
  const id = write('Harbour plan approved');
  expect((await send(id, account))?.state).toMatchObject({ kind: 'synced', changedSince: false });
  rename(id, 'Harbour plan approved at last');
  expect((await send(id, account))?.state.kind).toBe('synced');
  expect(site.posts()).toMatchObject([
    { snapshot: { headline: 'Harbour plan approved at last', hashtags: ['harbour', 'ferry'] } },
  ]);
  site.edit({ headline: 'Harbour plan dropped', hashtags: ['harbour'] });
  rename(id, 'Harbour plan approved after all');
  expect((await send(id, account))?.state).toMatchObject({
    kind: 'conflict',
    differences: [
      { where: 'headline', theirs: 'Harbour plan dropped' },
      { where: 'hashtags', base: '#harbour #ferry', theirs: '#harbour' },
    ],
  });
  await resolve(id, account, 'theirs');
  expect(headline(id)).toBe('Harbour plan dropped');
});

test('what somebody saves there in the very moment of sending is not overwritten, and is shown', async () => {
  const { signIn, write, rename, send, resolve, run } = await sender();
  const { id: account } = await signIn({ key: 'id:secret' });
  const id = write('Ferry strike ends');
  await send(id, account);
  rename(id, 'Ferry strike is over');
  site.beforeUpdate(() => site.edit({ standfirst: 'Crews go back on Monday' }));
  expect((await send(id, account))?.state).toMatchObject({
    kind: 'conflict',
    differences: [{ where: 'standfirst', theirs: 'Crews go back on Monday' }],
  });
  expect(site.posts()).toMatchObject([{ snapshot: { headline: 'Ferry strike ends' } }]);
  await resolve(id, account, 'mine');
  await run();
  expect(site.posts()).toMatchObject([{ snapshot: { headline: 'Ferry strike is over', standfirst: '' } }]);
});

/** What else happens to a post while it is about to be changed, and how the send ends. */
const meanwhile: readonly (readonly [string, () => Partial<PostSnapshot>, string])[] = [
  ['gets another text there', () => ({ standfirst: 'Crews go back on Monday' }), 'conflict'],
  ['is saved there as it is', () => ({}), 'synced'],
];

test.each(meanwhile)(
  'of a send that the site refused since the post %s nothing counts as on its way',
  async (_, words, ends) => {
    const { signIn, write, rename, send, attempt } = await sender();
    const { id: account } = await signIn({ key: 'id:secret' });
    const id = write('Ferry strike ends');
    await send(id, account);
    rename(id, 'Ferry strike is over');
    site.beforeUpdate(() => site.edit(words()));
    expect((await send(id, account))?.state.kind).toBe(ends);
    expect(attempt(id, account)).toBeNull();
  },
);

test('a site that refuses a change to an unchanged post is reported, and nothing is on its way', async () => {
  const { signIn, write, rename, send, attempt } = await sender();
  const { id: account } = await signIn({ key: 'id:secret' });
  const id = write('Ferry strike ends');
  await send(id, account);
  rename(id, 'Ferry strike is over');
  const { SiteFailure } = await import('./siteFailure');
  site.beforeUpdate(() => {
    throw new SiteFailure('cms_collision', 'Somebody is at it.');
  });
  expect((await send(id, account))?.state).toMatchObject({
    kind: 'waiting',
    failure: { code: 'cms_collision' },
  });
  expect(attempt(id, account)).toBeNull();
});

test('the command line asks for what the kind asks for, and takes its key from the environment', async () => {
  const { usage } = await import('../cli/usage');
  const { parseCommandLine } = await import('../cli/arguments');
  const { pushWith } = await import('../cli/push');
  const { testStore } = await import('../store/testing/testStore');
  expect(usage).toContain('push ID --kind wordpress --url URL --user USER\n');
  expect(usage).toContain('push ID --kind second --url URL\n');
  expect(usage).toMatch(/its admin API key is read\s+from the environment variable NUTGRAF_CMS_KEY/);
  const words = ['push', 'x', '--kind', 'second', '--url', 'second.example'];
  const account = { kind: second, url: 'second.example', fields: {} };
  expect(parseCommandLine(words).request).toEqual({ command: 'push', id: 'x', account, override: null });
  expect(() => parseCommandLine([...words, '--user', 'x'])).toThrow('--user is not for --kind second.');
  await expect(
    pushWith(testStore(), { NUTGRAF_CMS_PASSWORD: 'x' })('x', account, null),
  ).rejects.toMatchObject({
    code: 'no_secret',
    message: 'Put the site’s admin API key into the variable NUTGRAF_CMS_KEY.',
  });
});

test('the menu names both, what waits names the key, and its export file is refused by its name', async () => {
  const { cmsCommands } = await import('#shared/commands/cms');
  const { secretMissing } = await import('./deliver/sending');
  const { refuseOtherFormat } = await import('../imports/otherFormat');
  expect(cmsCommands['cms.send'].label()).toBe('Send to WordPress or Second CMS');
  expect(secretMissing({ kind: second, name: 'Second site' })).toMatchObject({
    code: 'cms_secret_missing',
    message: 'Missing for Second site: admin API key. Enter it, and the article will be sent.',
  });
  expect(() => refuseOtherFormat('<?xml version="1.0"?><second>export-of-second</second>')).toThrow(
    'This is an export of Second CMS.',
  );
});
