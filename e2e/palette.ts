import type { Locator } from '@playwright/test';
import { type NutgrafApp, expect } from './fixtures';

/** Opens the palette from the menu: what is typed next goes to its field. */
export async function openPalette(nutgraf: NutgrafApp): Promise<Locator> {
  await nutgraf.menu('palette.open');
  const palette = nutgraf.window.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  return palette;
}

/** Types in the palette and presses Enter, once what was meant is found and chosen. */
export async function pickInPalette(nutgraf: NutgrafApp, typed: string, name: string): Promise<void> {
  const palette = await openPalette(nutgraf);
  await nutgraf.window.keyboard.type(typed);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(name);
  await nutgraf.window.keyboard.press('Enter');
}
