import type { Locator } from '@playwright/test';
import { type NutgrafApp, expect } from './fixtures';

/** Opens the settings from the menu: what is typed next goes to their search. */
export async function openSettings(nutgraf: NutgrafApp): Promise<Locator> {
  await nutgraf.menu('app.settings');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Settings', exact: true });
  await expect(dialog.getByRole('searchbox', { name: 'Search settings' })).toBeFocused();
  return dialog;
}
