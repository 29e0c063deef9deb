import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Notification } from 'electron';
import { launchOptions } from '../tools/display/launchOptions';
import { type NutgrafApp, drawn, expect } from './fixtures';
import { openSettings } from './settingsDialog';
import { type SmallSite, signIn, test } from './smallSite';
import { editorOf, newArticle } from './storyEditor';

declare global {
  /** The last one that the system was asked to show, of this test's app. */
  var lastNotification: Notification;
}

const toldIn = (folder: string): string => path.join(folder, 'told.txt');

/** This machine shows no notifications: what the system would be asked to show is written down, for when the app has ended. */
async function watchNotifications({ app, folder }: NutgrafApp): Promise<void> {
  await app.evaluate(({ Notification }, file) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Notification) {
      globalThis.lastNotification = this;
      appendFileSync(file, `${this.title}: ${this.body}\n`);
    };
  }, toldIn(folder));
}

async function told({ folder }: NutgrafApp): Promise<readonly string[]> {
  const text = await readFile(toldIn(folder), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

const stays = (waiting: string): string => `Nutgraf stays open in the background: ${waiting}`;
const oneWaits = stays(
  '1 article waits to be sent. Nutgraf quits by itself once it has gone. Click to open a window.',
);

/** What the system says of the network. */
const network = ({ app }: NutgrafApp, isThere: boolean): Promise<void> =>
  app.evaluate(({ net }, online) => {
    net.isOnline = () => online;
  }, isThere);

const windows = ({ app }: NutgrafApp): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

const status = (window: Page) => window.locator('[data-pane="status"]');

/** Switches the setting on, as a person finds it. */
async function keepRunning(nutgraf: NutgrafApp): Promise<void> {
  const dialog = await openSettings(nutgraf);
  await nutgraf.window.keyboard.type('keep running');
  await nutgraf.window.keyboard.press('ArrowDown');
  const wish = dialog.getByRole('switch', { name: 'Keep running for waiting sends' });
  await expect(wish).toBeFocused();
  await expect(wish).not.toBeChecked();
  await nutgraf.window.keyboard.press('Space');
  await expect(wish).toBeChecked();
  await nutgraf.window.keyboard.press('Escape');
  await nutgraf.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** An article that is sent while there is no network, and so waits. */
async function sendOffline(nutgraf: NutgrafApp, headline: string): Promise<void> {
  await network(nutgraf, false);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill(headline);
  await expect(editor.saved).toBeVisible();
  await nutgraf.menu('cms.send');
  await expect(status(nutgraf.window)).toContainText('1 change waiting');
}

/** As its frame does: Ctrl+W is Chromium's own, where a test runs in that. */
const closeWindow = ({ app }: NutgrafApp): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** Signs in, and wishes for the app to stay. */
async function ready(nutgraf: NutgrafApp, site: SmallSite): Promise<void> {
  await watchNotifications(nutgraf);
  await signIn(nutgraf, site);
  await keepRunning(nutgraf);
}

async function inBackground(nutgraf: NutgrafApp, site: SmallSite): Promise<void> {
  await ready(nutgraf, site);
  await sendOffline(nutgraf, 'The ferry');
  await closeWindow(nutgraf);
  await expect.poll(() => windows(nutgraf)).toBe(0);
}

test('where it is wished, the app stays for what waits after its last window, sends it when the network is back, and ends', async ({
  nutgraf,
  sites: [site],
}) => {
  await ready(nutgraf, site);
  await sendOffline(nutgraf, 'The ferry');
  await editorOf(nutgraf.window).text.focus();
  await nutgraf.window.keyboard.press('Control+End');
  await nutgraf.window.keyboard.type(' The last words.');
  await closeWindow(nutgraf);
  await expect.poll(() => windows(nutgraf)).toBe(0);
  expect(await told(nutgraf)).toEqual([oneWaits]);
  expect(site.headlines()).toEqual([]);

  await network(nutgraf, true);
  await expect.poll(() => site.headlines()).toEqual(['The ferry']);
  expect(await nutgraf.endedByItself()).toBe(0);
  expect(site.contents().join()).toContain('A paragraph. The last words.');
  expect(await told(nutgraf)).toEqual([oneWaits]);
});

test('where it is not, the app ends with its last window, and what waits goes from the next start', async ({
  nutgraf,
  sites: [site],
}) => {
  await watchNotifications(nutgraf);
  await signIn(nutgraf, site);
  await sendOffline(nutgraf, 'The ferry');
  await closeWindow(nutgraf);
  expect(await nutgraf.endedByItself()).toBe(0);
  expect([await told(nutgraf), site.headlines()]).toEqual([[], []]);

  await nutgraf.launch();
  await expect(status(nutgraf.window)).toContainText('1 change waiting');
  await signIn(nutgraf, site);
  await expect.poll(() => site.headlines()).toEqual(['The ferry']);
});

// @electron: the stand-in’s Chromium ends with its last window, and none can be opened after that.
test(
  'without a window, a second start and a click on the notification open one, with which the app stays',
  { tag: '@electron' },
  async ({ nutgraf, sites: [site] }) => {
    await inBackground(nutgraf, site);
    const first = nutgraf.app.waitForEvent('window');
    await nutgraf.app.evaluate(() => void globalThis.lastNotification.emit('click'));
    await drawn(await first);
    await closeWindow(nutgraf);
    await expect.poll(() => windows(nutgraf)).toBe(0);
    expect(await told(nutgraf)).toEqual([oneWaits, oneWaits]);

    const again = nutgraf.app.waitForEvent('window');
    const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
    const second = spawn(executablePath, [...args, `--store=${nutgraf.folder}`], { env, stdio: 'ignore' });
    expect(await once(second, 'exit')).toEqual([0, null]);
    const window = await again;
    await drawn(window);
    expect(await windows(nutgraf)).toBe(1);
    await expect(editorOf(window).headline).toHaveValue('The ferry');

    await network(nutgraf, true);
    await expect.poll(() => site.headlines()).toEqual(['The ferry']);
    await expect(status(window)).toContainText('Online');
    await expect(status(window)).not.toContainText('waiting');
    await closeWindow(nutgraf);
    expect(await nutgraf.endedByItself()).toBe(0);
    expect(await told(nutgraf)).toEqual([oneWaits, oneWaits]);
  },
);

test('without a window, a conflict is told before the app ends, and does not keep it', async ({
  nutgraf,
  sites: [site],
}) => {
  await ready(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('The ferry');
  await expect(editor.saved).toBeVisible();
  await nutgraf.window.getByRole('tab', { name: 'Publish' }).click();
  await nutgraf.menu('cms.send');
  const state = nutgraf.window.getByRole('tabpanel', { name: 'Publish' }).getByRole('status').first();
  await expect(state).toHaveText(/^Sent .*The site has this text\.$/);
  await network(nutgraf, false);
  await editor.headline.fill('The ferry is late');
  await expect(editor.saved).toBeVisible();
  site.edit({ title: 'The ferry sails' });
  await nutgraf.menu('cms.send');
  await expect(status(nutgraf.window)).toContainText('1 change waiting');
  await closeWindow(nutgraf);
  await expect.poll(() => windows(nutgraf)).toBe(0);
  await network(nutgraf, true);
  expect(await nutgraf.endedByItself()).toBe(0);
  expect(await told(nutgraf)).toEqual([
    oneWaits,
    'Morning has changed an article too: “The ferry is late” was not sent, and both texts are safe. Choose what stays.',
  ]);
  expect(site.headlines()).toEqual(['The ferry sails']);
});

// @electron: a signal ends the stand-in’s process without its quitting.
test(
  'whoever quits, or ends the session, ends the app at once, and what waits is kept',
  { tag: '@electron' },
  async ({ nutgraf, sites: [site] }) => {
    await watchNotifications(nutgraf);
    await signIn(nutgraf, site);
    await keepRunning(nutgraf);
    await sendOffline(nutgraf, 'The ferry');
    await nutgraf.keys('ctrl+q');
    expect(await nutgraf.endedByItself()).toBe(0);
    expect(await told(nutgraf)).toEqual([]);

    await nutgraf.launch();
    await watchNotifications(nutgraf);
    await network(nutgraf, false);
    await signIn(nutgraf, site);
    await expect(status(nutgraf.window)).toContainText('1 change waiting');
    await closeWindow(nutgraf);
    await expect.poll(() => windows(nutgraf)).toBe(0);
    nutgraf.app.process().kill('SIGTERM');
    expect(await nutgraf.endedByItself()).toBe(0);
    expect([await told(nutgraf), site.headlines()]).toEqual([[oneWaits], []]);

    await nutgraf.launch();
    await signIn(nutgraf, site);
    await expect.poll(() => site.headlines()).toEqual(['The ferry']);
  },
);
