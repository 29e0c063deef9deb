import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';

async function openTransfer(nutgraf: NutgrafApp): Promise<Locator> {
  await nutgraf.menu('app.settings');
  await nutgraf.window.getByRole('button', { name: 'Export or import settings…' }).press('Enter');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Export or import settings' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The answer of the next save dialog. */
async function saveDialogReturns(nutgraf: NutgrafApp, filePath: string): Promise<void> {
  await nutgraf.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

test('settings are exported, and imported elsewhere once a person has seen what changes', async ({
  nutgraf,
  folder,
}) => {
  const page = nutgraf.window;
  const file = path.join(folder, 'mine.json');
  await nutgraf.menu('view.themeDark');
  await page.evaluate(() =>
    window.nutgraf.app.changeSettings({ set: { exportFolder: '/tmp/secret-desk' }, reset: [] }),
  );
  await saveDialogReturns(nutgraf, file);
  const transfer = await openTransfer(nutgraf);
  await transfer.getByRole('button', { name: 'Export…' }).press('Enter');
  await expect(transfer.getByRole('status')).toContainText(file);
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toEqual({ nutgraf: 'settings', version: 1, settings: { theme: 'dark' } });

  await writeFile(file, text.replace('"dark"', '"light", "autoformat": false, "telemetry": true'));
  await nutgraf.openDialogReturns(file);
  await transfer.getByRole('button', { name: 'Import…' }).press('Enter');
  const preview = page.getByRole('dialog', { name: 'Import mine.json' });
  await expect(preview.getByRole('list', { name: 'What changes' }).getByRole('listitem')).toHaveText([
    /Theme\s*Dark → Light/,
    /Format while typing\s*On → Off/,
  ]);
  await expect(preview.getByRole('region', { name: 'Left out' })).toContainText('telemetry');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await preview.getByRole('button', { name: 'Replace 2 settings' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Undo the last change' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('another file is refused, and nothing changes', async ({ nutgraf, folder }) => {
  const file = path.join(folder, 'other.json');
  await writeFile(file, '{"name":"something else"}');
  await nutgraf.openDialogReturns(file);
  const transfer = await openTransfer(nutgraf);
  await transfer.getByRole('button', { name: 'Import…' }).press('Enter');
  await expect(transfer.getByRole('alert')).toContainText('no file of Nutgraf’s settings');
});
