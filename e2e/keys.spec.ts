import type { Locator } from '@playwright/test';
import type { CommandId } from '../src/shared/commands';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect, test } from './fixtures';
import { openPalette } from './palette';
import { openSettings } from './settingsDialog';
import { newArticle } from './storyEditor';

async function openKeys(nutgraf: NutgrafApp): Promise<Locator> {
  const dialog = await openSettings(nutgraf);
  await nutgraf.window.keyboard.type('hotkeys');
  await nutgraf.window.keyboard.press('Enter');
  await expect(dialog.getByRole('table', { name: 'Keys of commands' })).toBeVisible();
  return dialog;
}

const keysInMenu = (nutgraf: NutgrafApp, id: CommandId) =>
  nutgraf.app.evaluate(
    ({ Menu }, of) => Menu.getApplicationMenu()?.getMenuItemById(of)?.accelerator ?? null,
    id,
  );

/** Presses Enter on the button that changes a command's keys, and then the keys. */
async function pressInto(dialog: Locator, button: string, keys: string): Promise<void> {
  await dialog.getByRole('button', { name: button }).press('Enter');
  const recorder = dialog.getByRole('textbox', { name: /^Press keys for/ });
  await expect(recorder).toBeFocused();
  await recorder.press(keys);
}

async function marksOf(nutgraf: NutgrafApp, ...presses: readonly string[]): Promise<string> {
  const text = nutgraf.window.locator('.tiptap');
  await text.focus();
  await nutgraf.window.keyboard.press('Control+End');
  for (const press of presses) await nutgraf.window.keyboard.press(press);
  await nutgraf.window.keyboard.type('word');
  return text.evaluate((element) => element.innerHTML);
}

test('changed keys work in the text, and on the machine’s keyboard, and the old ones do not, after a restart too', async ({
  nutgraf,
}) => {
  await newArticle(nutgraf);
  const dialog = await openKeys(nutgraf);
  await pressInto(dialog, 'Change the keys of Bold', 'Control+g');
  const bold = dialog
    .getByRole('row')
    .filter({ has: nutgraf.window.getByRole('rowheader', { name: 'Bold', exact: true }) });
  await expect(bold).toContainText('Changed by you');
  await expect(dialog.getByRole('button', { name: 'Change the keys of Bold' })).toBeFocused();
  await pressInto(dialog, 'Change the keys of New article', 'F7');
  await expect.poll(() => keysInMenu(nutgraf, 'format.bold')).toBe('CmdOrCtrl+G');
  await expect.poll(() => keysInMenu(nutgraf, 'article.new')).toBe('F7');
  await nutgraf.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const works = async (): Promise<void> => {
    expect(await marksOf(nutgraf, 'Control+b')).not.toContain('<strong>');
    // Send’s keys, which TipTap has for a line break.
    expect(await marksOf(nutgraf, 'Control+Enter')).not.toContain('<br>word');
    expect(await marksOf(nutgraf, 'Control+g')).toContain('<strong>word</strong>');
    const list = nutgraf.window.getByRole('listbox', { name: 'Drafts' });
    const before = await list.getByRole('option').count();
    await list.focus();
    await nutgraf.keys('ctrl+n', 'article.new');
    await expect(list.getByRole('option')).toHaveCount(before);
    await nutgraf.keys('F7', 'article.new');
    await expect(nutgraf.window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
    await expect(list.getByRole('option')).toHaveCount(before + 1);
    await nutgraf.window.getByRole('textbox', { name: 'Headline' }).press('Enter');
  };
  await works();
  await expect(nutgraf.window.getByRole('button', { name: 'Bold' })).toBeVisible();
  const palette = await openPalette(nutgraf);
  await nutgraf.window.keyboard.type('new art');
  await expect(palette.getByRole('option', { name: 'New article' })).toContainText('F7');
  await nutgraf.window.keyboard.press('Escape');

  await nutgraf.relaunch();
  await newArticle(nutgraf);
  await works();
});

test('keys of another command are taken only when a person says so, and are given back by a reset', async ({
  nutgraf,
}) => {
  const dialog = await openKeys(nutgraf);
  await pressInto(dialog, 'Add keys to Import report', 'Control+Shift+f');
  await expect(dialog.getByRole('alert')).toHaveText(
    '“Search articles” has these keys. Taking them leaves it with none.',
  );
  await expect(dialog.getByRole('button', { name: 'Choose others' })).toBeFocused();
  expect(await keysInMenu(nutgraf, 'article.search')).toBe('CmdOrCtrl+Shift+F');
  await expectAccessible(nutgraf, 'a conflict of keys');
  await dialog.getByRole('button', { name: 'Take the keys' }).press('Enter');
  await expect.poll(() => keysInMenu(nutgraf, 'import.report')).toBe('CmdOrCtrl+Shift+F');
  expect(await keysInMenu(nutgraf, 'article.search')).toBeNull();
  await expect(
    nutgraf.window.getByRole('searchbox', { name: 'Search articles' }).locator('~ kbd'),
  ).toBeHidden();

  await dialog.getByRole('radio', { name: 'Changed · 2' }).click();
  await expect(dialog.getByRole('rowheader')).toHaveText(['Import report', 'Search articles']);
  await dialog.getByRole('button', { name: 'Reset the keys of Search articles' }).press('Enter');
  await dialog.getByRole('radio', { name: 'Conflicts · 1' }).click();
  await expect(dialog.getByRole('row', { name: /Search articles/ })).toContainText(
    '“Import report” has them',
  );

  await dialog.getByRole('button', { name: 'Reset all keys…' }).press('Enter');
  const asked = nutgraf.window.getByRole('dialog', { name: 'Reset all keys' });
  await asked.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await expect.poll(() => keysInMenu(nutgraf, 'article.search')).toBe('CmdOrCtrl+Shift+F');
  await expect(dialog.getByRole('radio', { name: 'Conflicts · 0' })).toBeVisible();
});

test('keys that the system needs are refused with the reason; Escape and Backspace mean what they say', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const dialog = await openKeys(nutgraf);
  await pressInto(dialog, 'Change the keys of Bold', 'Control+c');
  await expect(dialog.getByRole('alert')).toContainText('copy, cut, paste or select');
  await window.keyboard.press('x');
  await expect(dialog.getByRole('alert')).toContainText('“x” types');
  await window.keyboard.press('Control+z');
  await expect(dialog.getByRole('alert')).toContainText('Undo and redo');
  await window.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toBeHidden();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Change the keys of Bold' })).toBeFocused();
  expect(await keysInMenu(nutgraf, 'format.bold')).toBe('CmdOrCtrl+B');

  await pressInto(dialog, 'Change the keys of Bold', 'Backspace');
  await expect.poll(() => keysInMenu(nutgraf, 'format.bold')).toBeNull();
  await dialog.getByRole('button', { name: 'Undo the last change' }).press('Enter');
  await expect.poll(() => keysInMenu(nutgraf, 'format.bold')).toBe('CmdOrCtrl+B');

  const find = dialog.getByRole('textbox', { name: 'Find commands by name or by pressing keys' });
  await find.press('Control+k');
  await expect(dialog.getByRole('rowheader')).toHaveText(['Command palette…']);
  await find.press('Escape');
  await window.keyboard.type('crossh');
  await expect(dialog.getByRole('rowheader')).toHaveText([
    'Crosshead',
    'Crosshead, smaller',
    'Crosshead, smallest',
  ]);

  await find.press('Escape');
  await find.press('Control+k');
  await expect(dialog.getByRole('rowheader')).toHaveText(['Command palette…']);
  await window.keyboard.type('rule');
  await expect(find).toHaveValue('rule');
});
