import { expect, test } from 'vitest';
import { accountRows, addAccount, enterSecret } from '../../src/main/cms/accounts';
import { createSecrets } from '../../src/main/cms/credentials';
import { closeSenders, openSender } from './sender';
import { wordpressSite } from './site';

const site = wordpressSite();
closeSenders();

const request = (password: string) =>
  ({
    kind: 'wordpress',
    url: `${site.url()}/`,
    credentials: { user: 'author', password },
    remember: false,
  }) as const;

test('an account is kept once its user has signed in, under the site’s name', async () => {
  const { store } = openSender(site);
  const sender = { store, secrets: createSecrets(store, null) };
  const added = await addAccount(sender, request(site.user('author').password));
  expect(added).toMatchObject({
    name: 'Test site',
    url: site.url(),
    fields: { user: 'author' },
    secret: 'session',
  });
  expect(await accountRows(sender)).toContainEqual(added);
  expect((await addAccount(sender, request(site.user('author').password))).id).toBe(added.id);
});

test('nothing is kept of an account whose password is wrong', async () => {
  const { store } = openSender(site);
  const sender = { store, secrets: createSecrets(store, null) };
  const before = await accountRows(sender);
  await expect(addAccount(sender, request('wrong'))).rejects.toMatchObject({ code: 'cms_sign_in' });
  expect(await accountRows(sender)).toEqual(before);
});

test('a new password takes the old one’s place only when it is right', async () => {
  const { store, accountId } = openSender(site);
  const secrets = createSecrets(store, null);
  const { password } = site.user('editor');
  await enterSecret({ store, secrets }, accountId, password, false);
  await expect(enterSecret({ store, secrets }, accountId, 'wrong', false)).rejects.toMatchObject({
    code: 'cms_sign_in',
  });
  expect(await secrets.read(accountId)).toBe(password);
});
