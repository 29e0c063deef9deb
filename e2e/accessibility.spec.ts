import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { type DeskApp, expect, test } from './fixtures';
import { importNewsPage, newsPage } from './newsPage';
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

test('an article is written, tagged, given an ad slot and saved without the mouse', async ({ desk }) => {
  const { window } = desk;
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
  desk.keys('ctrl+shift+a');
  await expect(editor.slots).toHaveCount(1);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => shown(editor)).toEqual(['First.', newsPage.slot, 'Second.', '']);
  desk.keys('ctrl+s');
  await expect(editor.saved).toBeVisible();
  await expect(editor.chips).toHaveText(['#keys']);

  await desk.relaunch();
  const again = editorOf(desk.window);
  await expect(again.headline).toHaveValue('Without a mouse');
  expect(await shown(again)).toEqual(['First.', newsPage.slot, 'Second.', '']);
});

/** Every view that has something in it; what is shown without an article is tried in desk.spec.ts. */
const views: Readonly<Record<string, (desk: DeskApp) => Promise<void>>> = {
  'an imported article': async ({ window }) => {
    await expect(editorOf(window).chips).toHaveCount(24);
  },
  'the menu of an ad slot': async ({ window }) => {
    await editorOf(window).slots.getByRole('button').click();
    await expect(window.getByRole('menu')).toBeVisible();
  },
  'an import report': async (desk) => {
    await desk.menu('import.report');
    await expect(desk.window.getByRole('list', { name: 'Left out' })).toBeVisible();
  },
  'an earlier text': async ({ window }) => {
    await window.getByRole('tab', { name: 'History' }).click();
    await window.getByRole('list', { name: 'Earlier texts' }).getByRole('button').first().click();
    await expect(window.getByRole('button', { name: 'Restore this text' })).toBeEnabled();
  },
  'an import of which a part failed': async (desk) => {
    const empty = path.join(await mkdtemp(path.join(desk.folder, 'import-')), 'empty.txt');
    await writeFile(empty, '');
    await desk.openDialogReturns(newsPage.file, empty);
    await desk.menu('import.files');
    await expect(desk.window.getByRole('dialog')).toContainText('1 file failed');
  },
  'an export that is done': async (desk) => {
    await desk.openDialogReturns(await mkdtemp(path.join(desk.folder, 'export-')));
    await desk.menu('export.dialog');
    await desk.window.getByRole('button', { name: /^Choose a folder/ }).click();
    await expect(desk.window.getByRole('dialog').getByRole('status')).toHaveText('1 article written.');
  },
  'the list of exports': async ({ window }) => {
    await window.getByRole('button', { name: 'Export done' }).click();
    await expect(window.getByRole('dialog', { name: 'Exports' })).toBeVisible();
  },
  'the palette with what it found': async (desk) => {
    await desk.menu('palette.open');
    await desk.window.keyboard.type('two');
    await expect(desk.window.getByRole('dialog').getByRole('option').first()).toBeVisible();
  },
};

for (const [theme, command] of [
  ['light', 'view.themeLight'],
  ['dark', 'view.themeDark'],
] as const) {
  test(`axe finds nothing serious in views that are full (${theme})`, async ({ desk }) => {
    test.setTimeout(120_000);
    await desk.menu(command);
    await importNewsPage(desk);
    for (const [view, open] of Object.entries(views)) {
      await open(desk);
      await expectAccessible(desk, view);
      await desk.window.keyboard.press('Escape');
      await expect(desk.window.getByRole('dialog').or(desk.window.getByRole('menu'))).toBeHidden();
    }
  });
}
