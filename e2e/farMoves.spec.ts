import { expect, test } from './fixtures';
import { newArticle, shown } from './storyEditor';

test('in a story of many screens the caret follows the keys, and a selection reaches the end', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const sentence = 'The tide turns at six, and whoever is out by then comes home with the flood.';
  const paragraphs = Array.from({ length: 60 }, (_, index) => `${index}. ${sentence} ${sentence}`);
  const editor = await newArticle(nutgraf, ...paragraphs);
  await keyboard.press('Control+Home');
  await expect(editor.blocks.first()).toBeInViewport();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('The end.');
  await expect.poll(async () => (await shown(editor)).at(-1)).toBe('The end.');

  await keyboard.press('Control+Home');
  await expect(editor.blocks.first()).toBeInViewport();
  await keyboard.press('Control+Shift+End');
  const selected = () => window.evaluate(() => getSelection()?.toString() ?? '');
  await expect.poll(selected).toMatch(/^0\. The tide[^]*The end\.$/);

  await keyboard.press('Control+Home');
  for (let page = 0; page < 3; page += 1) await keyboard.press('PageDown');
  await keyboard.press('End');
  await keyboard.type('|');
  const marked = (await shown(editor)).findIndex((text) => text.includes('|'));
  expect(marked).toBeGreaterThan(3);
  await expect(editor.blocks.nth(marked)).toBeInViewport();
  await expect(editor.text).not.toHaveClass(/is-laid-out/);
});

test('a slot out of sight is not laid out, and is drawn when the caret comes to it', async ({ nutgraf }) => {
  const { keyboard } = nutgraf.window;
  const sentence = 'The harbour wall is repaired from Monday on, and boats moor at the old pier.';
  const paragraphs = Array.from({ length: 40 }, (_, index) => `${index}. ${sentence} ${sentence}`);
  const editor = await newArticle(nutgraf, ...paragraphs);
  await keyboard.press('Control+End');
  await nutgraf.menu('insert.adSlot');
  await expect(editor.slots).toHaveCount(1);
  await keyboard.press('Control+Home');
  const isDrawn = () =>
    editor.slots.evaluate((slot) => slot.checkVisibility({ contentVisibilityAuto: true }));
  await expect.poll(isDrawn).toBe(false);
  await keyboard.press('Control+End');
  await expect.poll(isDrawn).toBe(true);
});
