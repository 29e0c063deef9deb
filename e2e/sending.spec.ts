import path from 'node:path';
import type { Page } from '@playwright/test';
import { DeskApp, expect } from './fixtures';
import { signIn, test } from './smallSite';
import { newArticle } from './storyEditor';

declare global {
  /** Of the fixture movedClock.cjs, ms. */
  var clockAhead: number;
}

const publishTab = (window: Page) => window.getByRole('tabpanel', { name: 'Publish' });

test('a site that makes a post twice after all is told, with which one goes on and what to do', async ({
  folder,
  sites: [site],
}, { parallelIndex }) => {
  const clock = path.join(import.meta.dirname, 'fixtures', 'movedClock.cjs');
  const desk = new DeskApp(folder, parallelIndex, { env: {}, required: ['-r', clock] });
  await desk.launch();
  const { window } = desk;
  await signIn(desk, site);
  const editor = await newArticle(desk, 'A paragraph.');
  await editor.headline.fill('Sent twice');
  await window.getByRole('tab', { name: 'Publish' }).click();
  const state = publishTab(window).getByRole('status').first();

  site.delay();
  await desk.menu('cms.send');
  await expect(state).toContainText('It is tried again by itself.');
  await desk.app.evaluate(() => (globalThis.clockAhead += 60_000));
  await desk.menu('cms.send');
  await expect(state).toContainText('looked at again, before anything is sent again');
  await desk.app.evaluate(() => (globalThis.clockAhead += 60_000));
  await desk.menu('cms.send');
  await expect(state).toHaveText(/^Sent .*The site has this text\.$/);
  expect(site.headlines()).toEqual(['Sent twice']);

  site.catchUp();
  await desk.menu('cms.send');
  const notice = publishTab(window).getByRole('status').last();
  await expect(notice).toContainText('a second post of this article: number 2.');
  await expect(notice).toContainText('Nutgraf goes on with post number 1.');
  await expect(notice.getByRole('button', { name: 'Open post 2' })).toBeVisible();
  expect(site.headlines()).toEqual(['Sent twice', 'Sent twice']);
  await desk.quit();
});
