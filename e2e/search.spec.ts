import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newArticle } from './storyEditor';

/** What the text shows as found: the highlighted words, in order. */
const found = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => [...(CSS.highlights.get('search-hit') ?? [])].map(String));

test('a word is found in any script, and marked in the list and in the text', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const search = window.getByRole('searchbox', { name: 'Search articles' });
  const rows = window.getByRole('listbox').getByRole('option');
  const story = async (headline: string, ...paragraphs: readonly string[]): Promise<void> => {
    const editor = await newArticle(nutgraf, ...paragraphs);
    await editor.headline.fill(headline);
    await expect(editor.saved).toBeVisible();
  };
  await story('Łódź opens its quay', 'The quay of Łódź is open. '.repeat(12), 'At last: Łódź.');
  await story('港口', '昨日、東京都庁で会議が開かれた。');
  await story('الميناء', 'أغلقت المدينة الميناء اليوم.');

  await search.fill('lodz');
  await expect(rows).toHaveCount(1);
  await expect(rows.locator('mark').first()).toHaveText('Łódź');
  await rows.click();
  await expect.poll(() => found(window)).toEqual(Array.from({ length: 13 }, () => 'Łódź'));

  await search.fill('会議');
  await expect(rows.locator('mark')).toHaveText(['会議']);
  await rows.click();
  await expect.poll(() => found(window)).toEqual(['会議']);

  await search.fill('مدينة');
  await expect(rows.locator('mark')).toHaveText(['المدينة']);
  await search.fill('');
  await expect.poll(() => found(window)).toEqual([]);
  await expect(rows.locator('mark')).toHaveCount(0);
});

test('an emoji is a hashtag as a whole, and what cannot be one is refused with a word', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  await editor.addHashtag.focus();
  await keyboard.insertText('#👩🏽‍🚀 ');
  await keyboard.insertText('❤️');
  await keyboard.press('Enter');
  await expect(editor.chips).toHaveText(['#👩🏽‍🚀', '#❤️']);
  await keyboard.insertText('\ufe0f');
  await keyboard.press('Enter');
  await expect(editor.chips).toHaveCount(2);
  await expect(editor.hashtags.getByRole('alert')).toHaveText(/^A hashtag can have only letters/);
});
