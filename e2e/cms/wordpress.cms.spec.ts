import { expectAccessible } from '../axe';
import { type NutgrafApp, expect } from '../fixtures';
import { importNewsPage, newsPage } from '../newsPage';
import { editorOf, newArticle } from '../storyEditor';
import { addAccount, publishState } from './publishing';
import { test } from './siteFixture';

const statusBar = (nutgraf: NutgrafApp) => nutgraf.window.getByRole('contentinfo', { name: 'Status' });

async function send(nutgraf: NutgrafApp): Promise<void> {
  await nutgraf.menu('cms.send');
  await expect(await publishState(nutgraf)).toHaveText(/^Sent .*The site has this text\.$/);
}

test('an account is added once the site accepts it, and the dialog says where the password is kept', async ({
  nutgraf,
  site,
}) => {
  await nutgraf.menu('cms.addAccount');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Add a WordPress account' });
  const answer = await nutgraf.window.evaluate(() => window.nutgraf.cms.keyring());
  const keyring = answer.ok && answer.value.state === 'usable';
  await expect(dialog).toContainText(keyring ? 'Remember for the next start' : 'This system has no keyring');
  await dialog.getByRole('textbox', { name: 'Site' }).fill(site.url);
  await dialog.getByRole('textbox', { name: 'User' }).fill(site.editor.login);
  await dialog.getByLabel('Application password').fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in and add' }).click();
  await expect(dialog.getByRole('alert')).toContainText('password');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // What the menu offers follows all at once: behind the dialog it offered neither.
  await nutgraf.offers('cms.addAccount');
  expect(await nutgraf.isEnabled('cms.accounts')).toBe(false);

  await addAccount(nutgraf, site);
  await nutgraf.menu('cms.accounts');
  const sites = nutgraf.window.getByRole('dialog', { name: 'Accounts' });
  await expect(sites).toContainText(site.url);
  await expect(sites).toContainText(
    keyring ? 'Encrypted in the system keyring' : 'Kept until Nutgraf closes',
  );
});

test('an imported page becomes a draft with category and tags, and the same post when it is sent again', async ({
  nutgraf,
  site,
}) => {
  await addAccount(nutgraf, site);
  const editor = await importNewsPage(nutgraf);
  await send(nutgraf);
  const [post, ...others] = await site.titled('Two Coasts');
  expect(others).toEqual([]);
  expect(post).toMatchObject({ status: 'draft', title: { raw: newsPage.headline } });
  for (const paragraph of newsPage.story) expect(post?.content.raw).toContain(paragraph);
  expect(await site.names('categories', post?.categories ?? [])).toEqual([newsPage.section]);
  const tags = await site.names('tags', post?.tags ?? []);
  expect(new Set(tags)).toEqual(new Set(newsPage.hashtags.map((hashtag) => hashtag.slice(1))));

  await editor.headline.fill('Two Coasts, one watch');
  await expect(await publishState(nutgraf)).toContainText('Changed here since.');
  await send(nutgraf);
  const again = await site.titled('Two Coasts');
  expect(again.map(({ id, title }) => [id, title.raw])).toEqual([[post?.id, 'Two Coasts, one watch']]);
});

test('what changed on the site is not overwritten, and shown beside what changed here', async ({
  nutgraf,
  site,
}) => {
  await addAccount(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('Conflict, as sent');
  await send(nutgraf);
  const [post] = await site.titled('Conflict, as sent');
  await site.ask('POST', `posts/${post?.id}`, { title: 'Conflict, changed there' });
  await editor.headline.fill('Conflict, changed here');
  await nutgraf.menu('cms.send');
  await expect(await publishState(nutgraf)).toContainText('Nothing was sent, and nothing was overwritten.');
  expect(await site.titled('Conflict, changed there')).toHaveLength(1);

  await nutgraf.window.getByRole('button', { name: 'Compare both versions…' }).click();
  const dialog = nutgraf.window.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'headline, yours' })).toContainText('changed here');
  await expect(dialog.getByRole('region', { name: 'headline, theirs' })).toContainText('changed there');
  await expect(dialog).toContainText('both changed');
  await expectAccessible(nutgraf, 'a conflict with the site');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(editor.headline).toHaveValue('Conflict, changed there');
  await expect(await publishState(nutgraf)).toHaveText(/^Sent /);
  expect(await site.titled('Conflict, changed there')).toHaveLength(1);
});

test('what is sent while the network is down waits in the outbox, through a restart of the site, and goes out', async ({
  nutgraf,
  site,
}) => {
  await addAccount(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('Out of reach');
  await site.stop();
  await nutgraf.menu('cms.send');
  await expect(await publishState(nutgraf)).toContainText('Nutgraf will try again automatically.');
  await expect(statusBar(nutgraf)).toContainText('1 change waiting');
  await site.startAgain();
  await expect(await publishState(nutgraf)).toHaveText(/^Sent .*The site has this text\.$/);
  await expect(statusBar(nutgraf)).not.toContainText('waiting');
  expect(await site.titled('Out of reach')).toHaveLength(1);
});

test('offline, a send waits and says so, and goes out when the network is back', async ({
  nutgraf,
  site,
}) => {
  await addAccount(nutgraf, site);
  const online = (answer: boolean): Promise<void> =>
    nutgraf.app.evaluate(({ net }, isOnline) => {
      net.isOnline = () => isOnline;
    }, answer);
  await online(false);
  await expect(statusBar(nutgraf)).toContainText('Offline');
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('Written on the train');
  await nutgraf.menu('cms.send');
  await expect(await publishState(nutgraf)).toHaveText(
    'Offline. It is safe here, and goes out when the network is back.',
  );
  await expect(statusBar(nutgraf)).toContainText('Offline, 1 change waiting');
  expect(await site.titled('Written on the train')).toEqual([]);
  await online(true);
  await expect(await publishState(nutgraf)).toHaveText(/^Sent .*The site has this text\.$/);
  expect(await site.titled('Written on the train')).toHaveLength(1);
  await expect(editorOf(nutgraf.window).headline).toHaveValue('Written on the train');
});
