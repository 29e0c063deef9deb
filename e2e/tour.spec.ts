import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { launchOptions } from '../tools/display/launchOptions';
import { expectAccessible } from './axe';
import { NutgrafApp, drawn, expect, test as base } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

/** The app on a new store, started as a person starts it: nothing keeps the tour away. */
const test = base.extend<{ readonly first: NutgrafApp }>({
  first: async ({ folder }, hand, { parallelIndex }) => {
    const nutgraf = new NutgrafApp(folder, parallelIndex);
    await nutgraf.firstStart();
    await hand(nutgraf);
    await nutgraf.end();
  },
});

const steps = [
  { title: 'Begin with an article', part: '[aria-label="New article"]' },
  { title: 'Write with or without a network', part: '[data-pane="status"]' },
  { title: 'Headline, section, hashtags, ads', part: '[data-pane="inspector"]' },
  { title: 'Export it, or send it', part: '[data-pane="rail"] > :last-child' },
] as const;

const tourOf = (window: Page) =>
  window.getByRole('dialog').filter({ has: window.getByText(/^Step \d of 4$/) });

/** How far the frame is from the part of a step, at its farthest side, in CSS pixels. */
async function distance(window: Page, part: string): Promise<number> {
  return window.evaluate((selector) => {
    const [frame, meant] = ['[data-tour-frame]', selector].map((one) =>
      document.querySelector(one)?.getBoundingClientRect(),
    );
    if (!frame || !meant) return Number.POSITIVE_INFINITY;
    const sides = ['left', 'top', 'right', 'bottom'] as const;
    return Math.max(...sides.map((side) => Math.abs(frame[side] - meant[side])));
  }, part);
}

test('at a first start the tour leads by keyboard through the parts of the window, and is done for good', async ({
  first,
}) => {
  const { window } = first;
  const tour = tourOf(window);
  const { keyboard } = window;
  for (const [index, { title, part }] of steps.entries()) {
    await expect(window.getByRole('dialog', { name: title, exact: true })).toContainText(
      `Step ${index + 1} of 4`,
    );
    await expect.poll(() => distance(window, part), title).toBeLessThan(4);
    const next = tour.getByRole('button', { name: index === 3 ? 'Done' : 'Next' });
    await expect(next).toBeFocused();
    if (index === 2) {
      await keyboard.press('Shift+Tab');
      await keyboard.press('Enter');
      await expect(window.getByRole('dialog', { name: steps[1].title })).toBeVisible();
      await keyboard.press('Tab');
      await expect(next).toBeFocused();
      await keyboard.press('Enter');
    }
    await keyboard.press('Enter');
  }
  await expect(tour).toBeHidden();
  await expect(window.locator('[data-pane="list"]')).toBeFocused();

  await expect.poll(() => settingOf(window)).toBe(false);
  await first.quit();
  await first.firstStart();
  await expectNoTour(first);
});

const settingOf = (page: Page): Promise<boolean | null> =>
  page.evaluate(async () => {
    const read = await window.nutgraf.app.settings();
    return read.ok ? read.value.firstTour : null;
  });

/** It is not shown, and main does not offer it. */
async function expectNoTour({ window: page }: NutgrafApp): Promise<void> {
  const offered = await page.evaluate(() => window.nutgraf.app.offersTour());
  expect(offered).toEqual({ ok: true, value: false });
  await expect(tourOf(page)).toHaveCount(0);
}

test('Escape skips the tour for good, and every step is accessible in light and dark', async ({ first }) => {
  const { window } = first;
  const tour = tourOf(window);
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await expect(window.locator('html')).toHaveAttribute('data-theme', colorScheme);
    for (const { title } of steps) {
      await expect(window.getByRole('dialog', { name: title })).toBeVisible();
      await expectAccessible(first, `${title}, ${colorScheme}`);
      if (title !== steps[3].title) await tour.getByRole('button', { name: 'Next' }).click();
    }
    for (const _step of [3, 2, 1]) await tour.getByRole('button', { name: 'Back' }).click();
    await expect(tour.getByRole('button', { name: 'Back' })).toHaveCount(0);
  }
  await expect(tour.getByRole('button', { name: 'Next' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  await expect.poll(() => settingOf(window)).toBe(false);
  await first.quit();
  await first.firstStart();
  await expectNoTour(first);
});

test('a file that is opened from the shell ends the tour, and its article is shown', async ({
  first,
  folder,
}, { parallelIndex }) => {
  await expect(tourOf(first.window)).toBeVisible();
  const file = path.join(folder, 'market.md');
  await writeFile(file, '# Market moves\n\nThe market moves to Thursday.\n');
  const { executablePath, args, env } = launchOptions(parallelIndex);
  await promisify(execFile)(executablePath, [...args, `--store=${folder}`, file], { env });
  await expect(editorOf(first.window).headline).toHaveValue('Market moves');
  await expect(tourOf(first.window)).toBeHidden();
});

test('no tour is in the way of a start that opens a file, nor of the sample desk', async ({ folder }, {
  parallelIndex,
}) => {
  const file = path.join(folder, 'market.md');
  await writeFile(file, '# Market moves\n\nThe market moves to Thursday.\n');
  const nutgraf = new NutgrafApp(path.join(folder, 'own'), parallelIndex);
  await nutgraf.firstStart(file);
  await expect(editorOf(nutgraf.window).headline).toHaveValue('Market moves');
  await expectNoTour(nutgraf);
  await nutgraf.quit();

  await nutgraf.firstStart('--sample-desk');
  await expectNoTour(nutgraf);
  await nutgraf.quit();
});

test('the Help menu shows the tour again, over an article, and the focus returns to the text', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  await drawn(window);
  await expectNoTour(nutgraf);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.text.focus();
  await nutgraf.menu('help.tour');
  for (const { title, part } of steps) {
    await expect(window.getByRole('dialog', { name: title })).toBeVisible();
    await expect.poll(() => distance(window, part), title).toBeLessThan(4);
    await window.keyboard.press('Enter');
  }
  await expect(tourOf(window)).toBeHidden();
  await expect(editor.text).toBeFocused();
});
