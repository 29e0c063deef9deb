import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

test('the licences of everything bundled are shown in full, to be read by keyboard', async ({ nutgraf }) => {
  const { window } = nutgraf;
  await nutgraf.menu('help.licences');
  const dialog = window.getByRole('dialog', { name: 'Licences' });
  const text = dialog.getByRole('document');
  await expect(text).toContainText('Copyright (c) 2026 The Nutgraf contributors');
  for (const bundled of [
    '@fontsource-variable/newsreader',
    '@mozilla/readability',
    'better-sqlite3',
    'react-dom',
  ])
    await expect(text).toContainText(bundled);
  await expect(text).toContainText('SIL OPEN FONT LICENSE');
  await expect(text).toContainText('Apache License');
  await expectAccessible(nutgraf, 'the licences');

  await expect(text).toBeFocused();
  await window.keyboard.press('End');
  await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(1000);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
