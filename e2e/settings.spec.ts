import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { openSettings } from './settingsDialog';

test('a setting is found, changed, undone and reset by keyboard, and holds at once and after a restart', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const page = window.locator('html');
  const dialog = await openSettings(nutgraf);
  await window.keyboard.type('format typ');
  await expect(dialog.getByRole('tab', { name: 'Writing 1 found' })).toBeVisible();
  await window.keyboard.press('Enter');
  const autoformat = dialog.getByRole('switch', { name: 'Format while typing' });
  await expect(autoformat).toHaveAccessibleDescription(/crosshead.*Backspace/);
  await window.keyboard.press('ArrowDown');
  await expect(autoformat).toBeFocused();
  await window.keyboard.press('Space');
  await expect(autoformat).not.toBeChecked();

  await dialog.getByRole('button', { name: 'Undo the last change' }).focus();
  await window.keyboard.press('Enter');
  await expect(autoformat).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Undo the last change' })).toBeHidden();

  await dialog.getByRole('tab', { name: 'Writing' }).focus();
  await window.keyboard.press('ArrowUp');
  const theme = dialog.getByRole('radiogroup', { name: 'Theme' });
  await theme.getByRole('radio', { name: 'Same as system' }).focus();
  await window.keyboard.press('ArrowRight');
  await expect(theme.getByRole('radio', { name: 'Light' })).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeFocused();
  // A key that is let go before the focus has moved chooses nothing yet.
  await window.keyboard.press('Space');
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page).toHaveAttribute('data-theme', 'dark');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await nutgraf.relaunch();
  await expect(nutgraf.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  const again = await openSettings(nutgraf);
  await again.getByRole('button', { name: 'Reset General…' }).focus();
  await nutgraf.window.keyboard.press('Enter');
  const asked = nutgraf.window.getByRole('dialog', { name: 'Reset General' });
  await expect(asked.getByRole('listitem')).toHaveText(['Theme']);
  await asked.getByRole('button', { name: 'Reset General' }).press('Enter');
  await expect(again.getByRole('radio', { name: 'Same as system' }).first()).toBeChecked();
  await expect(again.getByRole('button', { name: 'Undo the last change' })).toBeVisible();
});

test('the search counts what each section has, and goes from one to the next', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const dialog = await openSettings(nutgraf);
  await window.keyboard.type('folder');
  await expect(dialog.getByRole('tab', { name: 'Export 2 found' })).toBeVisible();
  await expect(dialog.getByRole('tab', { name: /^General$/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('tab', { name: /^Export/ })).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.locator('mark').first()).toHaveText('Folder');
  await window.keyboard.press('Enter');
  await window.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('button', { name: 'Choose… Folder for imports' })).toBeFocused();

  await nutgraf.openDialogReturns('/tmp/wire');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText('/tmp/wire')).toBeVisible();

  await window.keyboard.press('Shift+Tab');
  await dialog.getByRole('searchbox').focus();
  await window.keyboard.press('Escape');
  await expect(dialog.getByRole('searchbox')).toHaveValue('');
  await expect(dialog).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the settings lead to the sections and to the sites, and the focus comes back', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const dialog = await openSettings(nutgraf);
  await window.keyboard.type('hotkeys');
  await window.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('textbox', { name: /^Find commands/ })).toBeFocused();
  await dialog.getByRole('searchbox').fill('categories');
  await dialog.getByRole('searchbox').press('ArrowDown');
  const edit = dialog.getByRole('button', { name: 'Edit sections…' });
  await expect(edit).toBeFocused();
  await window.keyboard.press('Enter');
  const editor = window.getByRole('dialog', { name: 'Sections', exact: true });
  await expect(editor).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  await expect(dialog).toBeVisible();
});

test('every section is accessible, in a small window too', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const dialog = await openSettings(nutgraf);
  const tabs = dialog.getByRole('tab');
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await expectAccessible(nutgraf, `section ${index} of the settings`);
  }
  await nutgraf.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(720, 560),
  );
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(720);
  const beyond = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(beyond).toBe(0);
  await tabs.first().click();
  await expect(dialog.getByRole('radio', { name: 'High' })).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeInViewport();
});
