import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from './commandLine';
import { NutgrafApp, expect } from './fixtures';
import { test } from './smallDisk';
import { editorOf, newArticle } from './storyEditor';

test('a full disk is reported, the text is kept, and is saved once there is room', async ({ disk, folder }, {
  parallelIndex,
}) => {
  const { nutgraf } = disk;
  const editor = await newArticle(nutgraf, 'Before.');
  const { keyboard } = nutgraf.window;
  const notices = nutgraf.window.getByRole('region', { name: 'Notices' });
  const failing = nutgraf.window.getByRole('alert').filter({ hasText: 'Not saved yet' });
  await expect(editor.saved).toHaveText(/\d/);

  let typed = 'Before.';
  await expect(async () => {
    disk.fill();
    const words = ` Word ${typed.length}.`.repeat(200);
    await keyboard.insertText(words);
    typed += words;
    await expect(failing).toBeVisible({ timeout: 1500 });
  }).toPass();
  await expect(notices).toContainText('The disk is full.');
  await expect(failing).toContainText('Your text is kept in this window');
  await keyboard.type(' Typing goes on.');
  await expect(editor.text).toHaveText(`${typed} Typing goes on.`);
  await expect(editor.saved).toBeHidden();

  disk.empty();
  await expect(editor.saved).toBeVisible();
  await expect(failing).toBeHidden();
  await expect(notices).not.toContainText('The disk is full.');
  disk.copyStore(folder);
  await nutgraf.quit();

  const copy = new NutgrafApp(folder, parallelIndex);
  await copy.launch();
  await copy.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(editorOf(copy.window).text).toHaveText(`${typed} Typing goes on.`);
  await copy.quit();
});

test('a disk that is full when an export starts is reported', async ({ disk }) => {
  const { nutgraf } = disk;
  const { window } = nutgraf;
  await newArticle(nutgraf, 'A story of some length. '.repeat(400));
  await expect(editorOf(window).saved).toBeVisible();
  await nutgraf.openDialogReturns(disk.folderFor('out'));
  await nutgraf.menu('export.dialog');
  disk.fill();
  await window.getByRole('dialog').getByRole('button', { name: 'Choose a folder and export…' }).click();
  await expect(window.getByRole('region', { name: 'Notices' })).toContainText('The disk is full.');
  disk.empty();
});

test('a disk that fills during an export is reported, leaves nothing half-written, and the job continues once there is room', async ({
  folder,
}, { parallelIndex }) => {
  const store = path.join(folder, 'store');
  const out = path.join(folder, 'out');
  mkdirSync(out);
  const stories = Array.from({ length: 6 }, (_, index) => path.join(folder, `story-${index}.md`));
  for (const [index, file] of stories.entries())
    writeFileSync(file, `# Story ${index}\n\n${`${'Words of a long story. '.repeat(40)}\n\n`.repeat(330)}`);
  await commandLine(store, 'import', ...stories);
  const nutgraf = new NutgrafApp(store, parallelIndex, {
    executablePath: path.join(import.meta.dirname, 'fixtures', 'onSmallDisk.sh'),
    env: { SMALL_DISK: out, SMALL_DISK_SIZE: '3m' },
  });
  await nutgraf.launch();
  const onDisk = `/proc/${nutgraf.app.process().pid}/root${out}`;
  const { window } = nutgraf;
  const filler = path.join(onDisk, 'filler');
  writeFileSync(filler, Buffer.alloc(2 * 1024 * 1024, 1));
  await nutgraf.openDialogReturns(out);
  await nutgraf.menu('export.dialog');
  await window.getByRole('dialog').getByRole('button', { name: 'Choose a folder and export…' }).click();
  const jobs = window.getByRole('dialog');
  await expect(jobs.getByRole('status')).toContainText('The disk is full. Free some space');
  const written = readdirSync(onDisk).filter((name) => name.endsWith('.md'));
  expect(written.length).toBeGreaterThan(0);
  expect(written.length).toBeLessThan(stories.length);
  expect(readdirSync(onDisk).filter((name) => name.endsWith('.part'))).toEqual([]);

  rmSync(filler);
  await jobs.getByRole('button', { name: 'Try again' }).click();
  await expect(jobs.getByRole('status')).toContainText('6 articles written.');
  const names = readdirSync(onDisk);
  expect(names.filter((name) => name.endsWith('.md'))).toHaveLength(stories.length);
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  const manifest = readFileSync(path.join(onDisk, 'nutgraf-manifest.json'), 'utf8');
  expect((JSON.parse(manifest) as { readonly files: readonly unknown[] }).files).toHaveLength(stories.length);
  await nutgraf.quit();
});
