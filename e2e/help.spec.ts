import { readFileSync } from 'node:fs';
import { readChangelog } from '../src/shared/domain/changelog';
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

test('every command that has keys is listed with them, and a button leads to where they are changed', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  await nutgraf.menu('help.shortcuts');
  const dialog = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const [label, keys] of [
    ['New article', 'Ctrl+N'],
    ['Bold', 'Ctrl+B'],
    ['Next pane', 'F6'],
  ] as const)
    await expect(dialog.getByRole('term').filter({ hasText: label }).locator('xpath=..')).toContainText(keys);
  await expectAccessible(nutgraf, 'the keyboard shortcuts');
  await dialog.getByRole('button', { name: 'Change keys…' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('what is new is read in the app, as its list of changes says', async ({ nutgraf }) => {
  const { window } = nutgraf;
  await nutgraf.menu('help.changes');
  const dialog = window.getByRole('dialog', { name: 'What’s new' });
  const [newest] = readChangelog(readFileSync('CHANGELOG.md', 'utf8'));
  const [group] = newest?.groups ?? [];
  await expect(dialog.getByRole('heading', { name: group?.title ?? '' }).first()).toBeVisible();
  await expect(dialog.getByText(group?.changes[0] ?? '')).toBeVisible();
  await expectAccessible(nutgraf, 'what is new');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
