import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type CommandId, commandIds, commands } from '../src/shared/commands';
import { channels } from '../src/shared/contract/define';
import { type NutgrafApp, expect, hearOf } from './fixtures';
import { expectFocus } from './focused';
import { importNewsPage } from './newsPage';
import { pickInPalette } from './palette';
import { signIn, test } from './smallSite';
import { editorOf, newArticle } from './storyEditor';

async function write(nutgraf: NutgrafApp, ...headlines: readonly string[]): Promise<void> {
  const editor = editorOf(nutgraf.window);
  for (const text of headlines) {
    await newArticle(nutgraf);
    await editor.headline.fill(text);
    await expect(editor.saved).toBeVisible();
    await expect(nutgraf.window.getByRole('option', { name: text })).toBeVisible();
  }
}

/** Those that open a window of the system, or end this one. */
const systemWindows = new Set<CommandId>(['help.about', 'help.storeFolder', 'help.sampleDesk', 'window.new']);

/** Commands that ask for more in a dialog of the system's. */
const systemDialogs = new Set<CommandId>(['import.files', 'insert.image']);
/** Commands that show a dialog, and ask for nothing. */
const showing = new Set<CommandId>(['import.report', 'help.licences', 'help.shortcuts', 'help.changes']);

const opensDialog = (command: CommandId): boolean =>
  showing.has(command) || (commands[command].label().endsWith('…') && !systemDialogs.has(command));

test('after every command the focus is on something, and after its dialog too', async ({
  nutgraf,
  sites,
}) => {
  test.setTimeout(240_000);
  const { window } = nutgraf;
  await signIn(nutgraf, sites[0]);
  await write(nutgraf, 'Where the keys go');
  const editor = editorOf(window);
  await nutgraf.openDialogReturns();
  for (const command of commandIds) {
    if (systemWindows.has(command)) continue;
    if (await nutgraf.isEnabled('article.restore')) await nutgraf.menu('article.restore');
    await editor.text.focus();
    await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);
    if (commands[command].needs === 'trashed') await nutgraf.menu('article.trash');
    await nutgraf.menu(command);
    if (opensDialog(command)) await expect(window.getByRole('dialog')).toBeVisible();
    // It saves first, and is in the trash some time after the command was received.
    if (command === 'article.trash') await expect.poll(() => nutgraf.isEnabled('article.restore')).toBe(true);
    await expectFocus(window, command);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expectFocus(window, `${command}, left`);
  }
});

test('what removes, opens or closes something leaves the focus where the user continues', async ({
  nutgraf,
}) => {
  test.setTimeout(240_000);
  const { window } = nutgraf;
  const { keyboard } = window;
  const editor = editorOf(window);
  const dialog = window.getByRole('dialog');
  await expectFocus(window, 'the start');
  await write(nutgraf, 'Ferries at noon', 'Trams at night');

  await editor.text.focus();
  await pickInPalette(nutgraf, 'ferr', 'Ferries at noon');
  await expect(editor.headline).toHaveValue('Ferries at noon');
  await expectFocus(window, 'the palette opened an article', /^editor: Story text/);

  await nutgraf.menu('article.trash');
  await expectFocus(window, 'moved to the trash', /^editor:/);
  await window.getByRole('button', { name: 'Put back' }).focus();
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Put back' })).toBeHidden();
  await expectFocus(window, 'put back', /^editor: Story text/);

  await nutgraf.menu('article.trash');
  await window.getByRole('navigation').getByRole('button', { name: 'Trash' }).click();
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await nutgraf.menu('view.list');
  await expectFocus(window, 'the list', /^list: Trash/);
  await nutgraf.menu('article.restore');
  // The list follows what was put back.
  await expect(window.getByRole('listbox', { name: 'Drafts' }).getByRole('option')).toHaveCount(2);
  await expectFocus(window, 'the last row was put back');

  const search = window.getByRole('searchbox');
  await search.fill('lighthouse');
  await window.getByRole('button', { name: 'Clear the search' }).focus();
  await keyboard.press('Enter');
  await expect(search).toBeFocused();

  await nutgraf.menu('sections.edit');
  const remove = dialog.getByRole('button', { name: 'Remove Sport' });
  await remove.focus();
  await keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Keep' }).focus();
  await keyboard.press('Enter');
  await expect(remove).toBeFocused();
  await keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove section' }).focus();
  await keyboard.press('Enter');
  await expect(remove).toHaveCount(0);
  await expectFocus(window, 'a section was removed', /^dialog:/);
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectFocus(window, 'the sections were closed');

  await nutgraf.menu('export.dialog');
  await nutgraf.openDialogReturns(await mkdtemp(path.join(nutgraf.folder, 'export-')));
  await dialog.getByRole('button', { name: /^Choose a folder/ }).focus();
  await keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectFocus(window, 'the export was closed');

  await importNewsPage(nutgraf);
  await editor.text.focus();
  await window
    .getByRole('region', { name: 'Notices' })
    .getByRole('button', { name: 'Import report' })
    .focus();
  await keyboard.press('Enter');
  const takeBack = dialog.getByRole('button', { name: /^Take back/ });
  await takeBack.first().focus();
  await keyboard.press('Enter');
  await expect(dialog.getByText('In the story')).toBeVisible();
  await expectFocus(window, 'taken back', /^dialog: Take back/);
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectFocus(window, 'the report was closed', /^editor:/);

  const files = ['one.txt', 'two.txt'].map((name) => path.join(nutgraf.folder, name));
  for (const file of files)
    await writeFile(file, 'A morning in town\n\nThe market opened early, as it does.');
  await nutgraf.openDialogReturns(...files);
  await nutgraf.menu('import.files');
  await dialog.getByRole('button', { name: /^Open/ }).first().focus();
  await keyboard.press('Enter');
  await expect(editor.headline).toHaveValue('A morning in town');
  await expectFocus(window, 'an import was opened', /^editor: Story text/);

  await editor.headline.focus();
  const second = await nutgraf.newWindow();
  await expect(editorOf(second).headline).toHaveValue('A morning in town');
  await expectFocus(second, 'a second window', /^editor: Story text/);
  await writeAtOnce(window, 'Mine', 'Theirs');
  await window.getByRole('button', { name: 'Keep mine' }).focus();
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Keep mine' })).toBeHidden();
  await expectFocus(window, 'a conflict was settled', /^editor: Story text/);
});

/** Types a headline here and, before it is saved, saves a different one as a second writer does. */
async function writeAtOnce(page: Page, mine: string, theirs: string): Promise<void> {
  await expect(editorOf(page).saved).toBeVisible();
  await editorOf(page).headline.evaluate(
    async (field: HTMLTextAreaElement, [mine, theirs]) => {
      const id = new URLSearchParams(location.search).get('article') ?? '';
      const read = await window.nutgraf.articles.get({ id });
      if (!read.ok) throw new Error(read.failure.message);
      field.setRangeText(mine, 0, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await window.nutgraf.articles.save({
        id,
        baseVersion: read.value.version,
        patch: { headline: theirs },
      });
    },
    [mine, theirs] as const,
  );
}

test('a search, the down arrow and Enter open the first hit, whatever had the focus before', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const editor = editorOf(window);
  const rows = window.getByRole('listbox').getByRole('option');
  await write(nutgraf, 'The quay is closed', 'A quay is built', 'The bridge is open');

  await window.getByRole('region', { name: 'Articles' }).getByRole('button', { name: 'New article' }).focus();
  for (const [typed, hit] of [
    ['quay', 'A quay is built'],
    ['bridge', 'The bridge is open'],
    ['closed', 'The quay is closed'],
    ['quay', 'A quay is built'],
  ] as const) {
    await nutgraf.menu('article.search');
    await keyboard.type(typed);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(editor.headline, typed).toHaveValue(hit);
  }
  await nutgraf.menu('article.search');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(editor.headline).toHaveValue('The quay is closed');

  await window.getByRole('searchbox').fill('');
  await expect(rows).toHaveCount(3);
  await nutgraf.menu('view.list');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await keyboard.press('Delete');
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toHaveAttribute('data-active');
  await keyboard.press('Enter');
  await expect(editor.headline).toHaveValue('A quay is built');
});

// @electron: Electron alone zooms a page as a whole.
test(
  'behind a dialog no command of the page runs, and Ctrl and = zooms',
  { tag: '@electron' },
  async ({ nutgraf }) => {
    const { window } = nutgraf;
    const rows = window.getByRole('listbox').getByRole('option');
    await write(nutgraf, 'Only one');
    await nutgraf.menu('sections.edit');
    await expect(window.getByRole('dialog')).toBeVisible();
    await expect.poll(() => nutgraf.isEnabled('article.new')).toBe(false);
    const ear = await hearOf(window, 'command.run', 'article.new');
    await nutgraf.app.evaluate(({ BrowserWindow }, channel) => {
      const command = 'article.new';
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'command.run', { command });
    }, channels.event);
    await ear.heard();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect.poll(() => nutgraf.isEnabled('article.new')).toBe(true);
    await expect(rows).toHaveCount(1);
    await expect(editorOf(window).headline).toHaveValue('Only one');

    const zoom = () =>
      nutgraf.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomLevel ?? 0,
      );
    const before = await zoom();
    await nutgraf.keys('ctrl+equal');
    await expect.poll(zoom).toBeGreaterThan(before);
    await nutgraf.keys('ctrl+0');
    await expect.poll(zoom).toBe(before);
  },
);

test('Tab leaves the text, indents list items only if that is set, and traps nobody', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const editor = await newArticle(nutgraf);
  await editor.text.focus();
  await keyboard.type('- one');
  await keyboard.press('Enter');
  await keyboard.type('two');
  const nested = editor.text.locator('ul ul');
  await keyboard.press('Tab');
  await expect(editor.text).not.toBeFocused();
  await expect(nested).toHaveCount(0);
  await expectFocus(window, 'Tab');
  await keyboard.press('Shift+Tab');
  await expect(editor.text).toBeFocused();
  await nutgraf.menu('format.listIn');
  await expect(nested).toHaveText('two');
  await nutgraf.menu('format.listOut');
  await expect(nested).toHaveCount(0);

  await nutgraf.menu('format.tabInLists');
  await keyboard.press('Tab');
  await expect(nested).toHaveText('two');
  await keyboard.press('Shift+Tab');
  await expect(nested).toHaveCount(0);
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(editor.text).not.toBeFocused();
  await editor.text.getByRole('listitem').first().click();
  await keyboard.press('Tab');
  await expect(editor.text, 'the first item can go no further in').not.toBeFocused();
});
