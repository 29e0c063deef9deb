import { readdirSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { PAGE, cutInHalf, overwrite, tearText } from '../src/main/store/testing/spoil';
import { type DeskApp, expect, test } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

const databaseOf = (folder: string): string => path.join(folder, 'nutgraf.db');
const damagedIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^nutgraf\.damaged-.*\.db$/.test(name));

/** Takes the look at the store that the app takes after a while, with the backup that goes with it. */
async function lookAtStore(desk: DeskApp): Promise<void> {
  await desk.app.evaluate(({ app }, folder) => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const worker = new Worker(`${app.getAppPath()}/out/main/inspectionWorker.js`, {
      workerData: { folder, now: Date.now() },
    });
    return new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
  }, desk.folder);
}

const noticesOf = (desk: DeskApp): Locator => desk.window.getByRole('region', { name: 'Notices' });

const zeroHeader = (file: string): void => overwrite(file, 0, Buffer.alloc(PAGE));

for (const { damage, harm } of [
  { damage: 'whose beginning was overwritten', harm: zeroHeader },
  { damage: 'of which a part is gone', harm: cutInHalf },
] as const) {
  test(`a database ${damage} is told, kept, and brought back from its backup`, async ({ desk, folder }) => {
    const editor = await newArticle(desk, 'Words in the backup.');
    await editor.headline.fill('Kept in the backup');
    await expect(editor.saved).toBeVisible();
    await lookAtStore(desk);
    await desk.quit();
    harm(databaseOf(folder));

    await desk.launch();
    await expect(noticesOf(desk)).toContainText(
      /The store was damaged, and the backup of .+ was put in its place/,
    );
    const [kept = '', ...others] = damagedIn(folder);
    expect(others).toEqual([]);
    await expect(noticesOf(desk)).toContainText(kept);
    await desk.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
    await expect(editorOf(desk.window).headline).toHaveValue('Kept in the backup');
    await expect(editorOf(desk.window).text).toHaveText('Words in the backup.');

    await desk.relaunch();
    await expect(editorOf(desk.window).headline).toHaveValue('Kept in the backup');
    await expect(noticesOf(desk)).toBeHidden();
  });
}

test('a damaged database without a backup is told and kept, and a new one starts', async ({
  desk,
  folder,
}) => {
  await newArticle(desk, 'Words.');
  await desk.quit();
  zeroHeader(databaseOf(folder));
  await desk.launch();
  await expect(noticesOf(desk)).toContainText('there was no backup');
  expect(damagedIn(folder)).toHaveLength(1);
  await newArticle(desk, 'New words.');
  await expect(editorOf(desk.window).saved).toBeVisible();
});

test('a damaged page that is met while reading is told, and the store is brought back without a new start', async ({
  desk,
  folder,
}) => {
  const torn = 'Words on a page that is torn. '.repeat(2000);
  const first = await newArticle(desk, torn);
  await first.headline.fill('Torn');
  await expect(first.saved).toBeVisible();
  await lookAtStore(desk);
  const second = await newArticle(desk, 'Words beside it.');
  await second.headline.fill('Beside');
  await expect(second.saved).toBeVisible();
  await desk.quit();
  tearText(databaseOf(folder), 'Words on a page that is torn.');

  await desk.launch();
  const editor = editorOf(desk.window);
  const rows = desk.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option');
  await expect(editor.headline).toHaveValue('Beside');
  await rows.filter({ hasText: 'Torn' }).click();
  await expect(noticesOf(desk)).toContainText('A part of the store on the disk is damaged.');
  await rows.filter({ hasText: 'Beside' }).click();
  await editor.text.focus();
  await desk.window.keyboard.press('ControlOrMeta+End');
  await desk.window.keyboard.insertText(' More words.');
  await noticesOf(desk).getByRole('button', { name: 'Bring it back' }).click();
  await expect(noticesOf(desk)).toContainText('The store was damaged, and the backup of');
  await expect(noticesOf(desk)).toContainText(damagedIn(folder)[0] ?? 'none');
  await expect(editor.saved).toBeVisible();
  await rows.filter({ hasText: 'Torn' }).click();
  await expect(editor.text).toHaveText(torn.trimEnd());
  await editor.headline.fill('Whole again');
  await expect(editor.saved).toBeVisible();

  await desk.relaunch();
  await expect(noticesOf(desk)).toBeHidden();
  await expect(editorOf(desk.window).headline).toHaveValue('Whole again');
  await desk.window.getByRole('option').filter({ hasText: 'Beside' }).click();
  await expect(editorOf(desk.window).text).toHaveText('Words beside it. More words.');
});

test('a database that is deleted under the open window is written anew, told, and nothing typed is lost', async ({
  desk,
  folder,
}) => {
  const editor = await newArticle(desk, 'Words before.');
  await expect(editor.saved).toBeVisible();
  for (const suffix of ['', '-wal', '-shm']) rmSync(databaseOf(folder) + suffix, { force: true });
  await desk.window.keyboard.type(' Words after.');
  await expect(noticesOf(desk)).toContainText('was deleted while Nutgraf was running. It was written anew');
  await expect(editor.saved).toBeVisible();
  await desk.kill();
  await desk.launch();
  await desk.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(editorOf(desk.window).text).toHaveText('Words before. Words after.');
});

test('a database that is emptied under the open window gets back what is open there, with what is typed since', async ({
  desk,
  folder,
}) => {
  const first = await newArticle(desk, 'Words that rest.');
  await first.headline.fill('At rest');
  const editor = await newArticle(desk, 'Words before.');
  await editor.headline.fill('On the screen');
  await expect(editor.saved).toBeVisible();
  for (const suffix of ['-wal', '']) truncateSync(databaseOf(folder) + suffix);
  await editor.text.focus();
  await desk.window.keyboard.press('ControlOrMeta+End');
  await desk.window.keyboard.type(' Words after.');
  await expect(noticesOf(desk)).toContainText('there was no backup that could be restored');
  await expect(editor.saved).toBeVisible();
  const rows = () => desk.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option');
  await expect(rows()).toHaveCount(2);

  await desk.kill();
  await desk.launch();
  await rows().filter({ hasText: 'On the screen' }).click();
  await expect(editorOf(desk.window).text).toHaveText('Words before. Words after.');
  await rows().filter({ hasText: 'At rest' }).click();
  await expect(editorOf(desk.window).text).toHaveText('Words that rest.');
});
