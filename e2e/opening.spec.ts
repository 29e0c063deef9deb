import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchOptions } from '../tools/display/launchOptions';
import { type NutgrafApp, expect, test } from './fixtures';
import { expectFocus } from './focused';
import { editorOf, newArticle } from './storyEditor';

const noticesIn = ({ window }: NutgrafApp) => window.getByRole('region', { name: 'Notices' });

/** Starts the app once more on the same store, as a desktop or a shell does; it hands over and ends. */
async function startAgain({ folder }: NutgrafApp, words: readonly string[], cwd: string): Promise<void> {
  const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
  const all = [...args, `--store=${folder}`, ...words];
  const second = spawn(executablePath, all, { env, cwd, stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
}

/** The article that is open in the first window. */
const openId = ({ window }: NutgrafApp): Promise<string> =>
  window.evaluate(() => new URLSearchParams(location.search).get('article') ?? '');

async function articlesIn(nutgraf: NutgrafApp): Promise<number> {
  const counted = await nutgraf.window.evaluate(() => window.nutgraf.articles.counts());
  return counted.ok ? counted.value.views.all : -1;
}

test('a start with files imports them, and one alone is open in the window', async ({ nutgraf, folder }) => {
  const file = path.join(folder, 'ferry.md');
  await writeFile(file, '# The ferry is late\n\nIt left at noon.\n');
  await nutgraf.quit();
  await nutgraf.launch(file);
  const editor = editorOf(nutgraf.window);
  await expect(editor.headline).toHaveValue('The ferry is late');
  await expect(noticesIn(nutgraf)).toContainText('Imported:');
});

test('a second start opens its files in the first window: paths of its own folder, the missing by name', async ({
  nutgraf,
  folder,
}) => {
  const editor = await newArticle(nutgraf, 'Before.');
  await expect(editor.saved).toBeVisible();
  const desk = path.join(folder, 'desk');
  await mkdir(desk);
  await writeFile(path.join(desk, 'notes'), 'A council meets\n\nIt met at noon.\n');
  await startAgain(nutgraf, ['notes'], desk);
  await expect(editor.headline).toHaveValue('A council meets');
  await writeFile(path.join(desk, 'ümlaut %41.html'), '<h1>A second page</h1><p>Its words.</p>');
  await startAgain(nutgraf, ['ümlaut %41.html', 'gone.md'], desk);
  await expect(editor.headline).toHaveValue('A second page');
  await expect(noticesIn(nutgraf)).toContainText('“gone.md” could not be opened: there is no such file.');
  // As a file manager passes a file on.
  const third = path.join(desk, 'ř %41.html');
  await writeFile(third, '<h1>A third page</h1><p>Its words.</p>');
  await startAgain(nutgraf, [pathToFileURL(third).href], folder);
  await expect(editor.headline).toHaveValue('A third page');
});

test('a file of the very bytes that were imported before opens its article, and is imported again only when asked', async ({
  nutgraf,
  folder,
}) => {
  const file = path.join(folder, 'ferry.md');
  await writeFile(file, '# The ferry is late\n\nIt left at noon.\n');
  const editor = editorOf(nutgraf.window);
  await startAgain(nutgraf, ['ferry.md'], folder);
  await expect(editor.headline).toHaveValue('The ferry is late');
  const first = await openId(nutgraf);
  await editor.headline.fill('The ferry sailed');
  await newArticle(nutgraf, 'Another.');
  await expect(editor.saved).toBeVisible();

  await writeFile(path.join(folder, 'copy.txt'), '# The ferry is late\n\nIt left at noon.\n');
  await startAgain(nutgraf, ['copy.txt'], folder);
  await expect(editor.headline).toHaveValue('The ferry sailed');
  expect(await openId(nutgraf)).toBe(first);
  const notice = noticesIn(nutgraf).getByText('“copy.txt” was imported before, and has not changed since.');
  await expect(notice).toBeVisible();
  expect(await articlesIn(nutgraf)).toBe(2);
  await noticesIn(nutgraf).getByRole('button', { name: 'Import again' }).press('Enter');
  await expect(editor.headline).not.toHaveValue('The ferry sailed');
  expect(await articlesIn(nutgraf)).toBe(3);

  await nutgraf.menu('article.trash');
  await startAgain(nutgraf, ['ferry.md'], folder);
  await expect(editor.headline).toHaveValue('The ferry sailed');
  await nutgraf.menu('article.trash');
  await startAgain(nutgraf, ['ferry.md'], folder);
  await expect(editor.headline).toHaveValue('The ferry is late');
  expect(await articlesIn(nutgraf)).toBe(2);
});

test('several files are one import, whose dialog shows each', async ({ nutgraf, folder }) => {
  const names = ['one.md', 'two.txt', 'three.html'];
  for (const name of names) await writeFile(path.join(folder, name), `About ${name}\n\nIts words.\n`);
  await startAgain(nutgraf, names, folder);
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toContainText('3 articles imported.');
});

test('more files than can be handed over are refused, and the app that runs stays the only one', async ({
  nutgraf,
  folder,
}) => {
  const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
  const names = Array.from({ length: 2000 }, (_, index) => `a rather long name ${index}.md`);
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const refused = spawn(executablePath, [...args, `--store=${folder}`, ...names], { env, stdio: [...stdio] });
  const told = new Promise<void>((resolve) => {
    let text = '';
    refused.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('These are more files than can be opened at once. Nothing was imported.')) resolve();
    });
  });
  await told;
  refused.kill();
  await once(refused, 'exit');
  expect(await articlesIn(nutgraf)).toBe(0);
  await writeFile(path.join(folder, 'one.md'), '# One at a time\n\nIts words.\n');
  await startAgain(nutgraf, ['one.md'], folder);
  await expect(editorOf(nutgraf.window).headline).toHaveValue('One at a time');
});

test('a link opens its article; one that leads nowhere, or asks for something else, is told and changes nothing', async ({
  nutgraf,
  folder,
}) => {
  const editor = await newArticle(nutgraf, 'The first.');
  await editor.headline.fill('The linked story');
  await expect(editor.saved).toBeVisible();
  const linked = await openId(nutgraf);
  await newArticle(nutgraf, 'The second.');
  await expect(editor.saved).toBeVisible();
  await startAgain(nutgraf, [`nutgraf://open/${linked}`], folder);
  await expect(editor.headline).toHaveValue('The linked story');
  await expectFocus(nutgraf.window, 'a link was followed', /^editor:/);
  await startAgain(nutgraf, ['nutgraf://open/01890000-0000-7000-8000-000000000001'], folder);
  await expect(noticesIn(nutgraf)).toContainText(
    'The article that this link leads to is not on this computer.',
  );
  await startAgain(nutgraf, ['nutgraf://trash/everything'], folder);
  await expect(noticesIn(nutgraf)).toContainText('This link asks for nothing that Nutgraf knows');
  expect(await openId(nutgraf)).toBe(linked);
  expect(await articlesIn(nutgraf)).toBe(2);
});

test('a link that describes an article shows it as plain text, and makes it only when the person agrees', async ({
  nutgraf,
  folder,
}) => {
  const { window } = nutgraf;
  const text = 'One <b>line</b>.\n\nAnother.';
  const words = { headline: 'A tip & a half', standfirst: 'From outside.', section: 'city', text };
  const address = `nutgraf://new?${new URLSearchParams(words).toString()}`;
  const dialog = window.getByRole('dialog', { name: 'Make this article?' });
  await startAgain(nutgraf, [address], folder);
  for (const part of ['A tip & a half', 'From outside.', 'city', 'One <b>line</b>.'])
    await expect(dialog).toContainText(part);
  await expect(dialog).not.toContainText('no such section');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await articlesIn(nutgraf)).toBe(0);

  await startAgain(nutgraf, [address], folder);
  await dialog.getByRole('button', { name: 'Make article' }).press('Enter');
  await expect(dialog).toBeHidden();
  const editor = editorOf(window);
  await expect(editor.headline).toHaveValue('A tip & a half');
  await expect(editor.standfirst).toHaveValue('From outside.');
  await expect(editor.blocks).toHaveText(['One <b>line</b>.', 'Another.']);
  await expect(editor.section).toContainText('City');
  await expectFocus(window, 'the article was made', /^editor:/);
});

test('Open recent lists the articles that were opened, newest first, without the trash, until it is cleared', async ({
  nutgraf,
}) => {
  const recent = () =>
    nutgraf.app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('menu.recent');
      return { enabled: item?.enabled, labels: item?.submenu?.items.map(({ label }) => label) };
    });
  const choose = (label: string) =>
    nutgraf.app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.getMenuItemById('menu.recent')?.submenu?.items ?? [];
      items.find((item) => item.label === wanted)?.click();
    }, label);
  expect(await recent()).toEqual({ enabled: false, labels: ['Clear list'] });
  const editor = editorOf(nutgraf.window);
  for (const headline of ['Bread & roses', 'The second', 'The third']) {
    await newArticle(nutgraf);
    await editor.headline.fill(headline);
    await expect(editor.saved).toBeVisible();
  }
  const three = ['The third', 'The second', 'Bread && roses', '', 'Clear list'];
  await expect.poll(recent).toEqual({ enabled: true, labels: three });
  await nutgraf.menu('article.trash');
  await expect.poll(recent).toEqual({ enabled: true, labels: three.slice(1) });

  await nutgraf.kill();
  await nutgraf.launch();
  expect(await recent()).toEqual({ enabled: true, labels: three.slice(1) });
  await choose('Bread && roses');
  await expect(editorOf(nutgraf.window).headline).toHaveValue('Bread & roses');
  await expect.poll(recent).toMatchObject({ labels: ['Bread && roses', 'The second', '', 'Clear list'] });
  await choose('Clear list');
  await expect.poll(recent).toEqual({ enabled: false, labels: ['Clear list'] });
});
