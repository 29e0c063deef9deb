import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect, test } from './fixtures';
import { importNewsPage, newsPage } from './newsPage';
import { openPalette } from './palette';
import { editorOf, shown } from './storyEditor';

/** Presses Tab, or Shift+Tab, until a control has the focus, as a person without a mouse does. */
async function tabTo(window: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const focused = () =>
    window.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()) === name) return;
    await window.keyboard.press(key);
  }
  throw new Error(`${key} never comes to “${name}”`);
}

test('an article is written, tagged, given an ad slot and saved without the mouse', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const editor = editorOf(window);
  await tabTo(window, 'Import…');
  await tabTo(window, 'New article');
  await window.keyboard.press('Enter');
  await expect(editor.headline).toBeFocused();
  await window.keyboard.type('Without a mouse');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await expect(editor.text).toBeFocused();
  await window.keyboard.type('First.');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Second.');

  await tabTo(window, 'Add hashtag', 'Shift+Tab');
  await window.keyboard.type('keys');
  await window.keyboard.press('Enter');
  await tabTo(window, 'Story text');
  await nutgraf.keys('ctrl+shift+a', 'insert.adSlot');
  await expect(editor.slots).toHaveCount(1);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => shown(editor)).toEqual(['First.', newsPage.slot, 'Second.', '']);
  await nutgraf.keys('ctrl+s', 'article.save');
  await expect(editor.saved).toBeVisible();
  await expect(editor.chips).toHaveText(['#keys']);

  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window);
  await expect(again.headline).toHaveValue('Without a mouse');
  await expect.poll(() => shown(again)).toEqual(['First.', newsPage.slot, 'Second.', '']);
});

/** Every view with something in it; what is shown without an article is tested in library.spec.ts. */
const views: Readonly<Record<string, (nutgraf: NutgrafApp) => Promise<void>>> = {
  'an imported article': async ({ window }) => {
    await expect(editorOf(window).chips).toHaveCount(24);
  },
  'the menu of an ad slot': async ({ window }) => {
    await editorOf(window).slots.getByRole('button').click();
    await expect(window.getByRole('menu')).toBeVisible();
  },
  'an import report': async (nutgraf) => {
    await nutgraf.menu('import.report');
    await expect(nutgraf.window.getByRole('list', { name: 'Left out' })).toBeVisible();
  },
  'an earlier text': async ({ window }) => {
    await window.getByRole('tab', { name: 'History' }).click();
    await window.getByRole('list', { name: 'Earlier versions' }).getByRole('button').first().click();
    await expect(window.getByRole('button', { name: 'Restore this version' })).toBeEnabled();
  },
  'an import of which a part failed': async (nutgraf) => {
    const empty = path.join(await mkdtemp(path.join(nutgraf.folder, 'import-')), 'empty.txt');
    await writeFile(empty, '');
    await nutgraf.openDialogReturns(newsPage.file, empty);
    await nutgraf.menu('import.files');
    await expect(nutgraf.window.getByRole('dialog')).toContainText('1 file failed');
  },
  'an export that is done': async (nutgraf) => {
    await nutgraf.openDialogReturns(await mkdtemp(path.join(nutgraf.folder, 'export-')));
    await nutgraf.menu('export.dialog');
    await nutgraf.window.getByRole('button', { name: /^Choose a folder/ }).click();
    await expect(nutgraf.window.getByRole('dialog').getByRole('status')).toHaveText('1 article written.');
  },
  'the list of exports': async ({ window }) => {
    await window.getByRole('button', { name: 'Export done' }).click();
    await expect(window.getByRole('dialog', { name: 'Exports' })).toBeVisible();
  },
  'the palette with what it found': async (nutgraf) => {
    await openPalette(nutgraf);
    await nutgraf.window.keyboard.type('two');
    await expect(nutgraf.window.getByRole('dialog').getByRole('option').first()).toBeVisible();
  },
};

for (const [theme, command] of [
  ['light', 'view.themeLight'],
  ['dark', 'view.themeDark'],
] as const) {
  test(`axe finds nothing serious in views that are full (${theme})`, async ({ nutgraf }) => {
    await nutgraf.menu(command);
    await expect(nutgraf.window.locator('html')).toHaveAttribute('data-theme', theme);
    await importNewsPage(nutgraf);
    for (const [view, open] of Object.entries(views)) {
      await open(nutgraf);
      await expectAccessible(nutgraf, view);
      await nutgraf.window.keyboard.press('Escape');
      await expect(nutgraf.window.getByRole('dialog').or(nutgraf.window.getByRole('menu'))).toBeHidden();
    }
  });
}
