import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type FeedServer,
  startFeedServer,
  testKey,
  testManifest,
} from '../src/main/updates/testing/feedServer';
import { expectAccessible } from './axe';
import { expect, NutgrafApp, test as base } from './fixtures';

interface Offering {
  readonly server: FeedServer;
  /** Starts the app with that server for its feed, under a policy where there is one. */
  readonly launch: (policy?: string) => Promise<NutgrafApp>;
}

/** A feed on this computer that offers a version far newer than any. */
const test = base.extend<{ readonly offering: Offering }>({
  offering: async ({ folder }, hand, { parallelIndex }) => {
    const server = await startFeedServer(testKey());
    server.offer(
      testManifest({
        version: '900.0.0',
        notes: '- Typing is faster.\n- <b>Nothing</b> is bold here.',
        expires: '9999-12-31',
      }),
    );
    const { address, key } = server.feed;
    const nutgraf = new NutgrafApp(path.join(folder, 'store'), parallelIndex, {
      env: { NUTGRAF_UPDATE_FEED: address, NUTGRAF_UPDATE_KEY: key },
    });
    await hand({
      server,
      launch: async (policy = '{}') => {
        await mkdir(path.join(folder, 'policies'));
        await writeFile(path.join(folder, 'policies', 'policy.json'), policy);
        await nutgraf.launch(`--policy-folder=${path.join(folder, 'policies')}`);
        return nutgraf;
      },
    });
    await nutgraf.end();
    server.close();
  },
});

test('a newer version is told by a quiet notice, with what is new, and not again once that was read', async ({
  offering,
}) => {
  const nutgraf = await offering.launch();
  const { window } = nutgraf;
  const notices = window.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Nutgraf 900.0.0 is out.');
  await notices.getByRole('button', { name: 'What is new' }).click();
  const dialog = window.getByRole('dialog', { name: 'Nutgraf 900.0.0' });
  await expect(dialog).toContainText('Typing is faster.');
  await expect(dialog).toContainText('<b>Nothing</b> is bold here.');
  await expect(dialog.getByRole('button', { name: 'Open the download page' })).toBeVisible();
  await expectAccessible(nutgraf, 'what is new in a version');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(notices).toBeHidden();
  await window.getByRole('button', { name: 'Nutgraf 900.0.0 is out' }).click();
  await expect(dialog).toBeVisible();
});

test('a feed with a wrong signature is told once, and what to do', async ({ offering }) => {
  const { server } = offering;
  server.served.set('/stable/updates.json.sig', Buffer.from('AAAA'));
  const nutgraf = await offering.launch();
  const notices = nutgraf.window.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('is not signed by the makers of this Nutgraf. Nothing was installed');
  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toBeHidden();

  server.offer(testManifest({ version: '900.0.0', expires: '9999-12-31' }));
  await nutgraf.menu('help.updates');
  await expect(nutgraf.window.getByRole('dialog', { name: 'Nutgraf 900.0.0' })).toBeVisible();
});

test('switched off by the administrators, nothing is asked, not even on request', async ({ offering }) => {
  const nutgraf = await offering.launch('{"locked":{"updates":"off"}}');
  await nutgraf.menu('help.updates');
  await expect(nutgraf.window.getByRole('dialog', { name: 'Updates' })).toContainText('is switched off');
  expect(offering.server.asked).toEqual([]);
});

base('a build without a feed says that it does not look for updates', async ({ nutgraf }) => {
  await nutgraf.menu('help.updates');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Updates' });
  await expect(dialog).toContainText('This build does not look for updates.');
});
