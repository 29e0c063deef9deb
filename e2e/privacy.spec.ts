import { expect, test } from './fixtures';
import { openSettings } from './settingsDialog';

test('diagnostics are copied from the menu and from the settings, and have nothing of an article in them', async ({
  nutgraf,
  folder,
}) => {
  const { window } = nutgraf;
  await nutgraf.menu('article.new');
  await expect(window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  await window.keyboard.type('Quillfeather resigns');
  await window.keyboard.press('Enter');
  await nutgraf.menu('article.save');
  await nutgraf.menu('help.diagnostics');
  await expect(window.getByRole('region', { name: 'Notices' })).toContainText('on the clipboard');
  const copied = (): Promise<string> => nutgraf.app.evaluate(({ clipboard }) => clipboard.readText());
  const first = await copied();
  expect(first).toContain('  articles, draft: 1');
  expect(first).toMatch(/Electron: \d+/u);
  expect(first).toContain('  theme: "system"');
  expect(first).not.toContain('Quillfeather');
  expect(first).not.toContain(folder);

  await nutgraf.app.evaluate(({ clipboard }) => clipboard.clear());
  const dialog = await openSettings(nutgraf);
  await window.keyboard.type('telemetry');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText('Nutgraf counts nothing and reports nothing.')).toBeVisible();
  await expect(dialog.getByText(folder, { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy diagnostics' }).press('Enter');
  await expect(dialog.getByText('On the clipboard.')).toBeVisible();
  expect(await copied()).toContain('Versions');
});
