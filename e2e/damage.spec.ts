import { readdirSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { PAGE, cutInHalf, overwrite, tearText } from '../src/main/store/testing/spoil';
import { type NutgrafApp, expect, test } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

const databaseOf = (folder: string): string => path.join(folder, 'nutgraf.db');
const damagedIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^nutgraf\.damaged-.*\.db$/.test(name));

/** Runs the check of the store that the app runs after a while, with the backup that goes with it. */
async function lookAtStore(nutgraf: NutgrafApp): Promise<void> {
  await nutgraf.app.evaluate(({ app }, folder) => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const worker = new Worker(`${app.getAppPath()}/out/main/inspectionWorker.js`, {
      workerData: { folder, now: Date.now() },
    });
    return new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
  }, nutgraf.folder);
}

const noticesOf = (nutgraf: NutgrafApp): Locator => nutgraf.window.getByRole('region', { name: 'Notices' });

const zeroHeader = (file: string): void => overwrite(file, 0, Buffer.alloc(PAGE));

for (const { damage, harm } of [
  { damage: 'whose beginning was overwritten', harm: zeroHeader },
  { damage: 'of which a part is gone', harm: cutInHalf },
] as const) {
  test(`a database ${damage} is reported, kept, and restored from its backup`, async ({
    nutgraf,
    folder,
  }) => {
    const editor = await newArticle(nutgraf, 'Words in the backup.');
    await editor.headline.fill('Kept in the backup');
    await expect(editor.saved).toBeVisible();
    await lookAtStore(nutgraf);
    await nutgraf.quit();
    harm(databaseOf(folder));

    await nutgraf.launch();
    await expect(noticesOf(nutgraf)).toContainText(/The store was damaged. The backup of .+ took its place/);
    const [kept = '', ...others] = damagedIn(folder);
    expect(others).toEqual([]);
    await expect(noticesOf(nutgraf)).toContainText(kept);
    await nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
    await expect(editorOf(nutgraf.window).headline).toHaveValue('Kept in the backup');
    await expect(editorOf(nutgraf.window).text).toHaveText('Words in the backup.');

    await nutgraf.relaunch();
    await expect(editorOf(nutgraf.window).headline).toHaveValue('Kept in the backup');
    await expect(noticesOf(nutgraf)).toBeHidden();
  });
}

test('a damaged database without a backup is reported and kept, and a new one starts', async ({
  nutgraf,
  folder,
}) => {
  await newArticle(nutgraf, 'Words.');
  await nutgraf.quit();
  zeroHeader(databaseOf(folder));
  await nutgraf.launch();
  await expect(noticesOf(nutgraf)).toContainText('There was no usable backup');
  expect(damagedIn(folder)).toHaveLength(1);
  await newArticle(nutgraf, 'New words.');
  await expect(editorOf(nutgraf.window).saved).toBeVisible();
});

test('a damaged page found while reading is reported, and the store is recovered without a restart', async ({
  nutgraf,
  folder,
}) => {
  const torn = 'Words on a page that is torn. '.repeat(2000);
  const first = await newArticle(nutgraf, torn);
  await first.headline.fill('Torn');
  await expect(first.saved).toBeVisible();
  await lookAtStore(nutgraf);
  const second = await newArticle(nutgraf, 'Words beside it.');
  await second.headline.fill('Beside');
  await expect(second.saved).toBeVisible();
  await nutgraf.quit();
  tearText(databaseOf(folder), 'Words on a page that is torn.');

  await nutgraf.launch();
  const editor = editorOf(nutgraf.window);
  const rows = nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option');
  await expect(editor.headline).toHaveValue('Beside');
  await rows.filter({ hasText: 'Torn' }).click();
  await expect(noticesOf(nutgraf)).toContainText('Part of the store is damaged on disk.');
  await rows.filter({ hasText: 'Beside' }).click();
  await editor.text.focus();
  await nutgraf.window.keyboard.press('ControlOrMeta+End');
  await nutgraf.window.keyboard.insertText(' More words.');
  await noticesOf(nutgraf).getByRole('button', { name: 'Recover now' }).click();
  await expect(noticesOf(nutgraf)).toContainText('The store was damaged. The backup of');
  await expect(noticesOf(nutgraf)).toContainText(damagedIn(folder)[0] ?? 'none');
  await expect(editor.saved).toBeVisible();
  await rows.filter({ hasText: 'Torn' }).click();
  await expect(editor.text).toHaveText(torn.trimEnd());
  await editor.headline.fill('Whole again');
  await expect(editor.saved).toBeVisible();

  await nutgraf.relaunch();
  await expect(noticesOf(nutgraf)).toBeHidden();
  await expect(editorOf(nutgraf.window).headline).toHaveValue('Whole again');
  await nutgraf.window.getByRole('option').filter({ hasText: 'Beside' }).click();
  await expect(editorOf(nutgraf.window).text).toHaveText('Words beside it. More words.');
});

test('a database deleted under the open window is rebuilt, that is reported, and nothing typed is lost', async ({
  nutgraf,
  folder,
}) => {
  const editor = await newArticle(nutgraf, 'Words before.');
  await expect(editor.saved).toBeVisible();
  for (const suffix of ['', '-wal', '-shm']) rmSync(databaseOf(folder) + suffix, { force: true });
  await nutgraf.window.keyboard.type(' Words after.');
  await expect(noticesOf(nutgraf)).toContainText('was deleted while Nutgraf was running. It was rebuilt');
  await expect(editor.saved).toBeVisible();
  await nutgraf.kill();
  await nutgraf.launch();
  await nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(editorOf(nutgraf.window).text).toHaveText('Words before. Words after.');
});

test('a database emptied under the open window gets back what is open there, including later typing', async ({
  nutgraf,
  folder,
}) => {
  const first = await newArticle(nutgraf, 'Words that rest.');
  await first.headline.fill('At rest');
  const editor = await newArticle(nutgraf, 'Words before.');
  await editor.headline.fill('On the screen');
  await expect(editor.saved).toBeVisible();
  for (const suffix of ['-wal', '']) truncateSync(databaseOf(folder) + suffix);
  await editor.text.focus();
  await nutgraf.window.keyboard.press('ControlOrMeta+End');
  await nutgraf.window.keyboard.type(' Words after.');
  await expect(noticesOf(nutgraf)).toContainText('There was no usable backup');
  await expect(editor.saved).toBeVisible();
  const rows = () => nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option');
  await expect(rows()).toHaveCount(2);

  await nutgraf.kill();
  await nutgraf.launch();
  await rows().filter({ hasText: 'On the screen' }).click();
  await expect(editorOf(nutgraf.window).text).toHaveText('Words before. Words after.');
  await rows().filter({ hasText: 'At rest' }).click();
  await expect(editorOf(nutgraf.window).text).toHaveText('Words that rest.');
});
