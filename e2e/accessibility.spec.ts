import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newsPage } from './newsPage';
import { editorOf, shown } from './storyEditor';

/** Presses Tab, or Shift+Tab, until a control has the focus, as a person without a mouse does. */
async function tabTo(window: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const focused = () =>
    window.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()) === name) return;
    await window.keyboard.press(key);
  }
  throw new Error(`${key} never comes to “${name}”`);
}

test('an article is written, tagged, given an ad slot and saved without the mouse', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const editor = editorOf(window);
  await tabTo(window, 'Import…');
  await tabTo(window, 'New article');
  await window.keyboard.press('Enter');
  await expect(editor.headline).toBeFocused();
  await window.keyboard.type('Without a mouse');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await expect(editor.text).toBeFocused();
  await window.keyboard.type('First.');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Second.');

  await tabTo(window, 'Add hashtag', 'Shift+Tab');
  await window.keyboard.type('keys');
  await window.keyboard.press('Enter');
  await tabTo(window, 'Story text');
  await nutgraf.keys('ctrl+shift+a', 'insert.adSlot');
  await expect(editor.slots).toHaveCount(1);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => shown(editor)).toEqual(['First.', newsPage.slot, 'Second.', '']);
  await nutgraf.keys('ctrl+s', 'article.save');
  await expect(editor.saved).toBeVisible();
  await expect(editor.chips).toHaveText(['#keys']);

  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window);
  await expect(again.headline).toHaveValue('Without a mouse');
  await expect.poll(() => shown(again)).toEqual(['First.', newsPage.slot, 'Second.', '']);
});
