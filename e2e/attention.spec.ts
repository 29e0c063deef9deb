import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Notification } from 'electron';
import { type NutgrafApp, expect } from './fixtures';
import { signIn, test } from './smallSite';
import { editorOf, newArticle } from './storyEditor';

declare global {
  /** What the system was asked to show, of this test's app. */
  var shownNotifications: Notification[];
  var shownProgress: number[];
}

/** This machine shows no notifications and no progress: what the system would be asked to show is kept instead. */
async function watchSystem({ app }: NutgrafApp): Promise<void> {
  await app.evaluate(({ Notification, BrowserWindow }) => {
    globalThis.shownNotifications = [];
    globalThis.shownProgress = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Notification) {
      globalThis.shownNotifications.push(this);
    };
    for (const window of BrowserWindow.getAllWindows())
      window.setProgressBar = (part) => void globalThis.shownProgress.push(part);
  });
}

const notifications = ({ app }: NutgrafApp) =>
  app.evaluate(() => globalThis.shownNotifications.map(({ title, body }) => `${title}: ${body}`));

const clickLast = ({ app }: NutgrafApp) =>
  app.evaluate(() => void globalThis.shownNotifications.at(-1)?.emit('click'));

/** Somebody turns to another program. */
async function turnAway({ app }: NutgrafApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const hasFocus = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
  await expect.poll(hasFocus).toBe(false);
}

const isMinimized = ({ app }: NutgrafApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());

test('a conflict is told by a notification when no window has the focus, once, and a click leads to it', async ({
  nutgraf,
  sites: [site],
}) => {
  const { window } = nutgraf;
  await watchSystem(nutgraf);
  await signIn(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('The ferry');
  await expect(editor.saved).toBeVisible();
  await nutgraf.menu('cms.send');
  await expect.poll(() => site.headlines()).toEqual(['The ferry']);
  await editor.headline.fill('The ferry is late');
  await expect(editor.saved).toBeVisible();
  site.edit({ title: 'The ferry sails' });
  await turnAway(nutgraf);
  await nutgraf.menu('cms.send');
  const told = [
    `Morning has changed an article too: “The ferry is late” was not sent, and both texts are safe. Choose what stays.`,
  ];
  await expect.poll(() => notifications(nutgraf)).toEqual(told);

  await newArticle(nutgraf);
  await clickLast(nutgraf);
  await expect.poll(() => isMinimized(nutgraf)).toBe(false);
  await expect(editor.headline).toHaveValue('The ferry is late');
  await expect(window.getByRole('tab', { name: 'Publish' })).toHaveAttribute('aria-selected', 'true');
  expect(await notifications(nutgraf)).toEqual(told);
});

test('an import shows its progress outside the window, and its failures by a notification that leads to them', async ({
  nutgraf,
  folder,
}) => {
  const { window } = nutgraf;
  await watchSystem(nutgraf);
  const good = path.join(folder, 'good.md');
  const bad = path.join(folder, 'a folder.md');
  await writeFile(good, '# A good one\n\nIts words.\n');
  await mkdir(bad);
  await nutgraf.openDialogReturns(good, bad);
  const dialog = window.getByRole('dialog', { name: 'Import' });

  await nutgraf.menu('import.files');
  await expect(dialog).toContainText('1 file failed');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await notifications(nutgraf)).toEqual([]);
  const progress = await nutgraf.app.evaluate(() => globalThis.shownProgress);
  expect(progress).toContain(0.5);
  expect(progress.at(-1)).toBe(-1);

  await turnAway(nutgraf);
  await nutgraf.menu('import.files');
  await expect
    .poll(() => notifications(nutgraf))
    .toEqual([
      'An import ended with failures: 1 of 2 files could not be imported. The rest is done, and nothing is lost.',
    ]);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await clickLast(nutgraf);
  await expect.poll(() => isMinimized(nutgraf)).toBe(false);
  await expect(dialog).toContainText('a folder.md');
  await expect(editorOf(window).headline).toBeHidden();
});
