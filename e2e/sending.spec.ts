import path from 'node:path';
import type { Page } from '@playwright/test';
import { NutgrafApp, expect } from './fixtures';
import { signIn, test } from './smallSite';
import { launchOnSmallDisk } from './smallDisk';
import { newArticle } from './storyEditor';

declare global {
  /** Of the fixture movedClock.cjs, ms. */
  var clockAhead: number;
}

const movedClock = ['-r', path.join(import.meta.dirname, 'fixtures', 'movedClock.cjs')];

const passTime = (nutgraf: NutgrafApp, ms: number) =>
  nutgraf.app.evaluate((_electron, more) => (globalThis.clockAhead += more), ms);

const publishTab = (window: Page) => window.getByRole('tabpanel', { name: 'Publish' });

test('a post that a site created twice is reported, with which one is used and what to do', async ({
  folder,
  sites: [site],
}, { parallelIndex }) => {
  const nutgraf = new NutgrafApp(folder, parallelIndex, { env: {}, required: movedClock });
  await nutgraf.launch();
  const { window } = nutgraf;
  await signIn(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('Sent twice');
  await window.getByRole('tab', { name: 'Publish' }).click();
  const state = publishTab(window).getByRole('status').first();

  site.delay();
  await nutgraf.menu('cms.send');
  await expect(state).toContainText('Nutgraf will try again automatically.');
  await passTime(nutgraf, 60_000);
  await nutgraf.menu('cms.send');
  await expect(state).toContainText('checks what arrived before it sends anything again');
  await passTime(nutgraf, 60_000);
  await nutgraf.menu('cms.send');
  await expect(state).toHaveText(/^Sent .*The site has this text\.$/);
  expect(site.headlines()).toEqual(['Sent twice']);

  site.catchUp();
  await nutgraf.menu('cms.send');
  const notice = publishTab(window).getByRole('status').last();
  await expect(notice).toContainText('a second post for this article: number 2.');
  await expect(notice).toContainText('Nutgraf keeps using post number 1.');
  await expect(notice.getByRole('button', { name: 'Open post 2' })).toBeVisible();
  expect(site.headlines()).toEqual(['Sent twice', 'Sent twice']);
  await nutgraf.quit();
});

test('a post whose answer meets a full disk is reported, and is the only one once there is room', async ({
  folder,
  sites: [site],
}, { parallelIndex }) => {
  const disk = await launchOnSmallDisk(folder, parallelIndex, movedClock);
  const { nutgraf } = disk;
  const { window } = nutgraf;
  await signIn(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('Sent to a full disk');
  await expect(editor.saved).toBeVisible();
  await window.getByRole('tab', { name: 'Publish' }).click();
  const notices = window.getByRole('region', { name: 'Notices' });

  site.beforeAnswer(() => disk.fillWithReserve());
  await nutgraf.menu('cms.send');
  await expect(notices).toContainText('The disk is full.');
  expect(site.headlines()).toEqual(['Sent to a full disk']);
  await expect(publishTab(window)).not.toContainText('The site has this text.');

  disk.empty();
  await passTime(nutgraf, 120_000);
  await nutgraf.menu('cms.send');
  const state = publishTab(window).getByRole('status').first();
  await expect(state).toHaveText(/^Sent .*The site has this text\.$/);
  await expect(notices).not.toContainText('The disk is full.');
  expect(site.headlines()).toEqual(['Sent to a full disk']);
  expect(site.asked.filter((one) => one === 'POST /wp/v2/posts')).toHaveLength(1);
  await nutgraf.quit();
});
