import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type DeskApp, expect, test } from './fixtures';
import { expectFocus } from './focused';
import { editorOf, newArticle } from './storyEditor';

/** Acts on a button by the keyboard. */
async function press(window: Page, name: string | RegExp): Promise<void> {
  const button = window.getByRole('button', { name }).first();
  await button.focus();
  await window.keyboard.press('Enter');
}

/** What the system's next dialog answers is only known when a person has chosen. */
async function openDialogWaits(desk: DeskApp, ...paths: readonly string[]): Promise<() => Promise<void>> {
  await desk.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      new Promise((resolve) => {
        Object.assign(globalThis, { choose: () => resolve({ canceled: false, filePaths: [...filePaths] }) });
      });
  }, paths);
  return () => desk.app.evaluate(() => (globalThis as unknown as { choose: () => void }).choose());
}

test('a dialog that comes over another gives the focus back to it, and that one to the page', async ({
  desk,
}) => {
  const { window } = desk;
  const dialog = (name: string) => window.getByRole('dialog', { name });
  const editor = await newArticle(desk, 'A paragraph.');
  const files = ['one.txt', 'two.txt'].map((name) => path.join(desk.folder, name));
  for (const file of files)
    await writeFile(file, 'A morning in town\n\nThe market opened early, as it does.');
  for (const goesOn of ['left', 'opened'] as const) {
    await editor.text.focus();
    const choose = await openDialogWaits(desk, ...files);
    await desk.menu('import.files');
    await desk.menu('sections.edit');
    await dialog('Sections').getByRole('textbox', { name: 'Name of Sport' }).focus();
    await choose();
    await expect(dialog('Import')).toBeVisible();
    await expectFocus(window, 'a second dialog', /^dialog:/);
    if (goesOn === 'opened') await press(window, /^Open/);
    else await window.keyboard.press('Escape');
    await expect(dialog('Import')).toBeHidden();
    await expectFocus(window, `the second dialog ${goesOn}`, /^dialog: Name of Sport/);
    await window.keyboard.press('Escape');
    await expect(dialog('Sections')).toBeHidden();
    await expectFocus(window, `the first dialog, ${goesOn}`, /^editor: Story text/);
  }
});

/** Another writer saves another headline and standfirst while these are typed here. */
async function writeAtOnce(page: Page): Promise<void> {
  await expect(editorOf(page).saved).toBeVisible();
  await page.evaluate(async () => {
    const id = localStorage.getItem('nutgraf.openArticle') ?? '';
    const read = await window.desk.articles.get({ id });
    if (!read.ok) throw new Error(read.failure.message);
    for (const field of document.querySelectorAll<HTMLTextAreaElement>('.story-head textarea')) {
      field.setRangeText(' mine', field.value.length, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    const { version, headline, standfirst } = read.value;
    const patch = { headline: `${headline} theirs`, standfirst: `${standfirst} theirs` };
    await window.desk.articles.save({ id, baseVersion: version, patch });
  });
}

test('while a conflict of several choices is settled, the focus stays on it, and then goes to the text', async ({
  desk,
}) => {
  const { window } = desk;
  const editor = await newArticle(desk, 'A paragraph.');
  await editor.headline.fill('A headline');
  await editor.standfirst.fill('A standfirst');
  const conflict = window.getByRole('region', { name: 'Changed in two places' });
  for (const presses of [['Take theirs: 1. Headline', 'Keep mine: 2. Standfirst'], ['Take all theirs']]) {
    await writeAtOnce(window);
    await expect(conflict).toBeVisible();
    for (const [index, name] of presses.entries()) {
      await press(window, name);
      if (index < presses.length - 1) await expectFocus(window, name, new RegExp(name));
    }
    await expect(conflict).toBeHidden();
    await expectFocus(window, 'settled', /^editor: Story text/);
  }
});
