import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startFeedServer, testKey, testManifest } from '../../src/main/updates/testing/feedServer';
import { becomeOlder } from '../../tools/installed/olderArchive';
import { olderVersion } from '../../tools/installed/olderPackage';
import { editorOf, newArticle } from '../storyEditor';
import { expect, test as base } from '../fixtures';
import { packageOf } from './packages';
import { type UnpackedApp, unpackApp } from './unpackedApp';

const archive = 'newer.tar.gz';

/** An older Nutgraf, and a feed on this computer that offers the one that was packed. */
const test = base.extend<{
  readonly older: UnpackedApp & { readonly newVersion: string; readonly corrupt: () => void };
}>({
  older: async ({ folder }, hand, { parallelIndex }) => {
    const unpacked = unpackApp(folder, parallelIndex);
    const newVersion = path.basename(unpacked.version()).replace('app-', '');
    const signer = testKey();
    const server = await startFeedServer(signer);
    await becomeOlder(unpacked.unpacked, olderVersion, server.feed);
    unpacked.handOver();
    const bytes = readFileSync(packageOf('.tar.gz'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = {
      kind: 'tar.gz',
      platform: 'linux',
      arch: 'x64',
      url: archive,
      bytes: bytes.length,
      sha256,
    } as const;
    server.served.set(`/stable/${archive}`, bytes);
    server.offer(testManifest({ version: newVersion, files: [file], expires: '9999-12-31' }));
    const corrupt = (): void => {
      const changed = Buffer.from(bytes);
      const middle = Math.floor(changed.length / 2);
      changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
      server.served.set(`/stable/${archive}`, changed);
    };
    await hand({ ...unpacked, newVersion, corrupt });
    server.close();
  },
});

test('an update is fetched, restarts into the new version, and keeps the store and the open article', async ({
  older,
}) => {
  const { app, unpacked, version, newVersion } = older;
  await app.launch();
  const editor = await newArticle(app, 'Its words.');
  await editor.headline.fill('Open across an update');
  await expect(editor.saved).toBeVisible();

  await app.window.getByRole('button', { name: 'What is new' }).click();
  const dialog = app.window.getByRole('dialog', { name: `Nutgraf ${newVersion}` });
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('button', { name: 'Restart now' })).toBeVisible({ timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Later' }).click();
  await editor.text.click();
  await app.window.keyboard.press('End');
  await app.window.keyboard.type(' And the last ones.');
  await app.followRestart(path.join(unpacked, 'articles', 'browser'), async () => {
    await app.window.getByRole('button', { name: 'Update: restart' }).click();
    await dialog.getByRole('button', { name: 'Restart now' }).click();
  });

  expect(path.basename(version())).toBe(`app-${newVersion}`);
  await expect(editorOf(app.window).headline).toHaveValue('Open across an update');
  await expect(editorOf(app.window).text).toContainText('Its words. And the last ones.');
  await expect
    .poll(() => readdirSync(unpacked).sort())
    .toEqual([`app-${newVersion}`, 'articles', 'current', 'nutgraf', 'portable']);
  await app.quit();
  expect((await app.command('list')).lines).toMatchObject([{ headline: 'Open across an update' }]);
});

test('a download that is not what was signed is refused and told, and nothing changes', async ({ older }) => {
  const { app, unpacked, corrupt } = older;
  corrupt();
  await app.launch();
  await app.window.getByRole('button', { name: 'What is new' }).click();
  const dialog = app.window.getByRole('dialog', { name: /^Nutgraf / });
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog).toContainText('Nothing was installed, and your articles are as they were.', {
    timeout: 120_000,
  });
  await app.window.keyboard.press('Escape');
  await app.quit();
  expect(readdirSync(unpacked).sort()).toEqual([
    `app-${olderVersion}`,
    'articles',
    'current',
    'nutgraf',
    'portable',
  ]);
  expect(existsSync(path.join(unpacked, 'trial'))).toBe(false);
});
