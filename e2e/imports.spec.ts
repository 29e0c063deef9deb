import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';
import { expectFocus } from './focused';
import { newArticle } from './storyEditor';

/** A short story, and many that take long to read: an import of them runs for as long as a test needs. */
async function longImport(folder: string): Promise<readonly string[]> {
  const page = `<nav>Menu</nav><h1>A long page</h1>${'<p>It will be <b>closed</b> for a year.</p>'.repeat(15_000)}`;
  const files = ['short.md', ...Array.from({ length: 30 }, (_, index) => `long ${index}.html`)].map((name) =>
    path.join(folder, name),
  );
  for (const file of files) await writeFile(file, file.endsWith('.md') ? '# A short story\n\nText.\n' : page);
  return files;
}

const dialogOf = ({ window }: NutgrafApp) => window.getByRole('dialog', { name: 'Import' });
const noticesIn = (window: Page) => window.getByRole('region', { name: 'Notices' });

test('an import reports its files, lets the user write and save meanwhile, and is cancelled by keyboard', async ({
  nutgraf,
  folder,
}) => {
  const { window } = nutgraf;
  const dialog = dialogOf(nutgraf);
  const status = window.getByRole('contentinfo', { name: 'Status' });
  const editor = await newArticle(nutgraf, 'Before.');
  await nutgraf.openDialogReturns(...(await longImport(folder)));
  await nutgraf.menu('import.files');
  await expect(dialog).toContainText(/\d+ of 31 files\. Reading long \d+\.html/);
  await expectFocus(window, 'the import began', /^dialog:/);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectFocus(window, 'the dialog was left', /^editor:/);
  await editor.headline.fill('Written meanwhile');
  await expect(window.getByRole('option', { name: /Written meanwhile/ })).toBeVisible();

  await status.getByRole('button', { name: /^Import \d+ of 31/ }).focus();
  await window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Cancel import' }).focus();
  await window.keyboard.press('Enter');
  await expect(dialog).toContainText(/imported, \d+ files not read\./);
  await expectFocus(window, 'the import was cancelled', /^dialog:/);
  await expect(dialog.getByRole('listitem').last()).toContainText('long 29.html');
  await expect(dialog.getByLabel('Not read').last()).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(status.getByRole('button', { name: 'Import cancelled' })).toBeVisible();
});

test('after the app is closed during an import, the next start says what was not read', async ({
  nutgraf,
  folder,
}) => {
  await nutgraf.openDialogReturns(...(await longImport(folder)));
  await nutgraf.menu('import.files');
  await expect(dialogOf(nutgraf)).toContainText(/[1-9]\d* of 31 files\./);
  await nutgraf.window.keyboard.press('Escape');
  await expect(dialogOf(nutgraf)).toBeHidden();
  await nutgraf.menu('import.files');
  await expect(dialogOf(nutgraf)).toContainText(/\d+ of 31 files\./);
  await nutgraf.relaunch();
  const { window } = nutgraf;
  const told = noticesIn(window).getByText(/^An import stopped when Nutgraf was closed: .* not read\.$/);
  await expect(told).toHaveCount(2);
  await window.getByRole('button', { name: 'Import results' }).last().click();
  await expect(dialogOf(nutgraf)).toContainText('long 29.html');
  await expect(dialogOf(nutgraf).getByRole('button', { name: 'Read the rest' })).toBeVisible();
  await window.keyboard.press('Escape');
  await noticesIn(window).getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(noticesIn(window)).toBeHidden();
  await window.getByRole('button', { name: 'Import not finished' }).press('Enter');
  await expect(dialogOf(nutgraf).getByRole('button', { name: 'Read the rest' })).toBeVisible();
});

test('a story imported late, behind other imports, is reported to a user who is writing, and opened from there', async ({
  nutgraf,
  folder,
}) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf, 'Before.');
  await nutgraf.openDialogReturns(...(await longImport(folder)));
  await nutgraf.menu('import.files');
  await expect(dialogOf(nutgraf)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialogOf(nutgraf)).toBeHidden();
  const late = path.join(folder, 'late.md');
  await writeFile(late, '# A late story\n\nIts text.\n');
  await nutgraf.openDialogReturns(late);
  await nutgraf.menu('import.files');

  await editor.headline.fill('Written meanwhile');
  await window.getByRole('button', { name: /^Import \d+ of 31/ }).click();
  await dialogOf(nutgraf).getByRole('button', { name: 'Cancel import' }).click();
  await window.keyboard.press('Escape');
  await editor.headline.focus();
  const told = noticesIn(window).getByText(/^“A late story” was imported/);
  await expect(told).toBeVisible();
  await window.keyboard.press('End');
  await window.keyboard.type(' and after');
  await expect(editor.headline).toHaveValue('Written meanwhile and after');
  await noticesIn(window).getByRole('button', { name: 'Open article' }).press('Enter');
  await expect(editor.headline).toHaveValue('A late story');
});

// @electron: Electron alone tells a page the path of a file.
test(
  'a pipe and a folder dropped on the window are refused, and the file beside them is imported',
  { tag: '@electron' },
  async ({ nutgraf, folder }) => {
    const { window } = nutgraf;
    const files = ['pipe.md', 'folder.md', 'page.md'].map((name) => path.join(folder, name));
    execFileSync('mkfifo', [files[0] ?? '']);
    await mkdir(files[1] ?? '');
    await writeFile(files[2] ?? '', '# A page\n\nIts text.\n');
    const devtools = await window.context().newCDPSession(window);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: 640,
        y: 400,
        data: { items: [], files, dragOperationsMask: 1 },
      });
    const dialog = dialogOf(nutgraf);
    await expect(dialog).toContainText('1 article imported, 2 files failed.');
    await expect(dialog).toContainText('This is a named pipe, not a file');
    await expect(dialog).toContainText('This is a folder, not a file');
  },
);
